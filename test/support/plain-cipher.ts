import type { Cipher } from '../../db/cipher';

/**
 * A cipher that hides nothing: the canary test's negative control. If the search for planted personal data finds
 * nothing in a run that used this one, the search is broken. Never reachable from the product's own code.
 */
export function createPlainCipher(): Cipher {
  const seal = (plaintext: string): Buffer => Buffer.from(plaintext, 'utf8');
  const open = (sealed: Buffer): string => sealed.toString('utf8');
  return {
    currentPrefix: Buffer.alloc(0),
    seal,
    open,
    sealJson: (value) => seal(JSON.stringify(value)),
    openJson: (sealed): unknown => JSON.parse(open(sealed)),
    lookup: (kind, normalisedText) => Buffer.from(`${kind}:${normalisedText}`, 'utf8'),
  };
}
