/** No I, L, O, U, 0, 1: what is read aloud at a counter must come back as it was. 30 characters. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

const CODE_LENGTH = 12;

/**
 * A return authorization code: 12 characters, some 58 bits of the 144 that come in.
 *
 * @param secret at least 24 bytes that nobody can guess; the same bytes give the same code
 */
export function authorizationCode(secret: Uint8Array): string {
  return Array.from({ length: CODE_LENGTH }, (_, index) => {
    // Two bytes a character: over 65,536 values the 30 characters are as good as equally likely.
    const value = (secret[2 * index] ?? 0) * 256 + (secret[2 * index + 1] ?? 0);
    return ALPHABET.charAt(value % ALPHABET.length);
  }).join('');
}

/** The code as it was given, however a person typed it. */
export const normalisedCode = (typed: string): string => typed.replaceAll(/[\s-]/g, '').toUpperCase();
