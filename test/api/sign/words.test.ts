import { NOTICE_KINDS, SIGN_WORDS, type SignWords } from '../../../api/sign/words';

/** Every text of a catalogue by its place, functions called with figures that no text holds by itself. */
function texts(value: unknown, path: string): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String((value as (...figures: unknown[]) => unknown)(77, '$88.00'))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => texts(part, `${path}/${key}`));
}

const of = (words: SignWords) => new Map(texts(words, ''));
const [english, spanish] = [of(SIGN_WORDS.en), of(SIGN_WORDS.es)];

/** Words that are the same in both languages. */
const SAME = ['/agreement/lineTotal'];

describe('the words of the signing page', () => {
  it('are there in both languages, and differ', () => {
    expect(english.size).toBeGreaterThan(100);
    expect([...spanish.keys()]).toEqual([...english.keys()]);
    const same = [...english].filter(([path, text]) => spanish.get(path) === text).map(([path]) => path);
    expect(same).toEqual(SAME);
    expect([...english, ...spanish].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('carry the same figures', () => {
    const figures = (text: string | undefined) => (text ?? '').match(/\$?\d[\d.,]*\d|\d/g)?.sort() ?? [];
    const other = [...english].filter(([path, text]) => {
      return JSON.stringify(figures(text)) !== JSON.stringify(figures(spanish.get(path)));
    });
    expect(other.map(([path]) => path)).toEqual([]);
  });

  it('tell in every notice what to do, and never ask for a number of a card', () => {
    for (const words of Object.values(SIGN_WORDS)) {
      for (const kind of NOTICE_KINDS) expect(words.notices[kind].text.length).toBeGreaterThan(20);
    }
  });

  it('address the customer as usted', () => {
    for (const [path, text] of spanish) expect(`${path}: ${text}`).not.toMatch(/\b(tú|tu|tus|firma aquí|puedes)\b/i);
  });

  it('speak of a lease, never of credit', () => {
    const words = /\b(loan|credit|interest|préstamo|crédito|interés|cuota)\b/i;
    for (const [, text] of [...english, ...spanish]) expect(text).not.toMatch(words);
  });
});
