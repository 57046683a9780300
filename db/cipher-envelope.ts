/**
 * The bytes of one sealed value:
 *
 *   version (1) · key id length (1) · key id · nonce (12) · tag (16) · ciphertext
 *
 * Version and key id stand first, so that SQL can tell by a prefix which rows still lie under an old key.
 */
const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_ID_PATTERN = /^[A-Za-z0-9_-]{1,32}$/;

/** What a cipher reports instead of a value. The message names the row and never holds any of the content. */
export class CipherError extends Error {
  override readonly name = 'CipherError';
}

export interface Envelope {
  /** Everything before the nonce; it is authenticated too, so a swapped key id does not pass. */
  header: Buffer;
  keyId: string;
  nonce: Buffer;
  tag: Buffer;
  ciphertext: Buffer;
}

/** @throws CipherError when the key id is not 1 to 32 of `A-Z a-z 0-9 _ -` */
export function envelopeHeader(keyId: string): Buffer {
  if (!KEY_ID_PATTERN.test(keyId)) throw new CipherError('a key id must be 1 to 32 letters, digits, "_" or "-"');
  return Buffer.concat([Buffer.from([VERSION, keyId.length]), Buffer.from(keyId, 'ascii')]);
}

/** @throws CipherError when the bytes are not an envelope of this version */
export function parseEnvelope(sealed: Buffer): Envelope {
  if (sealed[0] !== VERSION) throw new CipherError('it is not in the known sealed form');
  const nonceAt = 2 + (sealed[1] ?? 0);
  const ciphertextAt = nonceAt + NONCE_BYTES + TAG_BYTES;
  if (sealed.length < ciphertextAt) throw new CipherError('it is cut short');

  const keyId = sealed.toString('latin1', 2, nonceAt);
  // Damaged bytes must not reach an error message or a log line.
  if (!KEY_ID_PATTERN.test(keyId)) throw new CipherError('its key id is unreadable');
  return {
    header: sealed.subarray(0, nonceAt),
    keyId,
    nonce: sealed.subarray(nonceAt, nonceAt + NONCE_BYTES),
    tag: sealed.subarray(nonceAt + NONCE_BYTES, ciphertextAt),
    ciphertext: sealed.subarray(ciphertextAt),
  };
}

export const ENVELOPE_NONCE_BYTES = NONCE_BYTES;
export const ENVELOPE_TAG_BYTES = TAG_BYTES;
