import { toAchText } from '../../../domain/nacha/ascii';

describe('text in an ACH file', () => {
  it.each([
    ['Muñoz Peña', 'MUNOZ PENA'],
    ['José Ángel Ibáñez', 'JOSE ANGEL IBANEZ'],
    ['Muñoz', 'MUNOZ'],
    ['Größe & Söhne', 'GROSSE & SOHNE'],
    ['Øster Łódź Ægir', 'OSTER LODZ AEGIR'],
    ['O’Neill – “Sofas”', 'O\'NEILL - "SOFAS"'],
    ['ﬁne ﬂoors', 'FINE FLOORS'],
  ])('writes %s as %s', (text, written) => {
    expect(toAchText(text)).toBe(written);
  });

  it('is printable ASCII whatever comes in, also emoji, Chinese and control characters', () => {
    expect(toAchText('A\tB\r\nC😀D沙E\u0000F')).toBe('A B  C D E F');
  });

  it('has no space at either end', () => {
    expect(toAchText('  BESTSOFA LLC ')).toBe('BESTSOFA LLC');
    expect(toAchText(' ')).toBe('');
  });

  it('is left alone when it is plain', () => {
    expect(toAchText('ACME 24/7 #1 {A}~')).toBe('ACME 24/7 #1 {A}~');
  });
});
