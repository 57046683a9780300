import { createHash } from 'node:crypto';
import { authorizationCode, normalisedCode } from '../../../domain/returns/authorization-code';

const secretOf = (text: string) => createHash('sha256').update(text).digest();

describe('a return authorization code', () => {
  it('is twelve characters that cannot be misread, the same for the same secret', () => {
    const codes = Array.from({ length: 2_000 }, (_, index) => authorizationCode(secretOf(`${index}`)));
    expect(codes.every((code) => /^[2-9A-HJKMNP-TV-Z]{12}$/.test(code))).toBe(true);
    expect(new Set(codes).size).toBe(2_000);
    expect(authorizationCode(secretOf('7'))).toBe(codes[7]);
  });

  it('uses every character of its alphabet about as often as any other', () => {
    const text = Array.from({ length: 2_000 }, (_, index) => authorizationCode(secretOf(`${index}`))).join('');
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    expect(counts.size).toBe(30);
    expect(Math.max(...counts.values()) - Math.min(...counts.values())).toBeLessThan(250);
  });

  it('is the same however a person types it', () => {
    expect(normalisedCode(' abcd-2345 wxyz')).toBe('ABCD2345WXYZ');
  });
});
