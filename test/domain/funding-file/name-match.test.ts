import fc from 'fast-check';
import { namesMatch } from '../../../domain/funding-file/name-match';

const matches = (inFile: string, lastName: string): boolean => namesMatch(inFile, { lastName });

describe('the customer in a file', () => {
  it.each([
    ['Ruiz, Ana', 'Ruiz'],
    ['Ana Ruiz', 'Ruiz'],
    ['RUIZ,ANA', 'Ruiz'],
    ['  ruiz ,  ana  ', 'Ruiz'],
    ['Pena, Jose', 'Peña'],
    ['Peña, José', 'Pena'],
    ['Pen\u0303a, Jose\u0301', 'Peña'],
    ["O'Brien, Pat", 'OBRIEN'],
    ['OBRIEN, PAT', "O'Brien"],
    ['Pat O’Brien', "O'Brien"],
    ['Pat O Brien', "O'Brien"],
    ['García López, María', 'García López'],
    ['Maria Garcia Lopez', 'García López'],
    ['Garcia-Lopez, Maria', 'García López'],
    ['Lopez, Maria Garcia', 'García López'],
    ['Maria de la Cruz', 'de la Cruz'],
    ['de la Cruz, Maria', 'De La Cruz'],
    ['Cruz, Maria de la', 'de la Cruz'],
    ['Smith Jr., John', 'Smith'],
    ['Smith, Jr., John', 'Smith'],
    ['Smith, John, Jr.', 'Smith'],
    ['John Smith Jr', 'Smith'],
    ['John Smith, III', 'Smith'],
    ['Smith, John', 'Smith Jr.'],
    ['Ruiz', 'Ruiz'],
    ['Ruiz,', 'Ruiz'],
    ['II, Anna', 'II'],
    ['Müller, Jörg', 'MULLER'],
    ['Ｒuiz, Ana', 'Ｒuiz'],
    ['李, 明', '李'],
  ])('%j is of the family %j', (inFile, lastName) => {
    expect(matches(inFile, lastName)).toBe(true);
  });

  // The surname must match; what the store calls a person otherwise is not ours to judge.
  it('may go by another given name', () => {
    expect(matches('Ruiz, Annie', 'Ruiz')).toBe(true);
    expect(matches('Annie Maria Ruiz', 'Ruiz')).toBe(true);
  });

  it.each([
    ['', 'Ruiz'],
    [' ', 'Ruiz'],
    [',', 'Ruiz'],
    [', Ruiz', 'Ruiz'],
    ['-, Ruiz', 'Ruiz'],
    ['Ruizz, Ana', 'Ruiz'],
    ['Rui, Ana', 'Ruiz'],
    ['Ana, Ruiz', 'Ruiz'],
    ['Ruiz Ana', 'Ruiz'],
    ['Ruiz Gomez, Ana', 'Gomez'],
    ['García, María', 'García López'],
    ['Lopez, Maria', 'García López'],
    ['Smith', 'Smithson'],
    ['Anaruiz', 'Ruiz'],
    ['Jr.', 'Ruiz'],
    ['Ruiz, Ana', ''],
    ['Ruiz, Ana', '-'],
    ['', ''],
    ['-', '-'],
  ])('%j is not of the family %j', (inFile, lastName) => {
    expect(matches(inFile, lastName)).toBe(false);
  });

  const word = fc
    .stringMatching(/^[A-ZÁÉÑÖ][a-záéñö'-]{1,8}$/)
    .filter((text) => !/^(?:Jr|Sr|Ii|Iii|Iv)['-]*$/i.test(text));
  const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));

  it('is found in both forms, however it is written', () => {
    fc.assert(
      fc.property(name, name, (firstName, lastName) => {
        for (const form of [`${lastName}, ${firstName}`, `${firstName} ${lastName}`]) {
          expect(matches(form, lastName)).toBe(true);
          expect(matches(form.toUpperCase(), lastName)).toBe(true);
          expect(matches(form.normalize('NFD').replace(/[\u0300-\u036f'-]/g, ''), lastName)).toBe(true);
        }
      }),
    );
  });

  it('is not found under a surname that is not in it', () => {
    fc.assert(
      fc.property(name, name, (firstName, lastName) => {
        expect(matches(`${lastName}, ${firstName}`, `${lastName}x`)).toBe(false);
        expect(matches(`${firstName} ${lastName}`, `x${firstName} ${lastName}`)).toBe(false);
      }),
    );
  });

  it('is told in a moment, also in a cell made to last', () => {
    expect(matches(`${'a '.repeat(120)}, b`, 'Ruiz')).toBe(false);
    expect(matches(','.repeat(200), 'Ruiz')).toBe(false);
  });
});
