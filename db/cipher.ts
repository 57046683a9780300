import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  randomBytes,
  type KeyObject,
} from 'node:crypto';
import {
  CipherError,
  ENVELOPE_NONCE_BYTES,
  ENVELOPE_TAG_BYTES,
  envelopeHeader,
  parseEnvelope,
} from './cipher-envelope';
import type { Envelope } from './cipher-envelope';
import { associatedData, describeRow, type SealedRow } from './cipher-row';

export { CipherError } from './cipher-envelope';
export { rowId, type SealedRow } from './cipher-row';

/** Keys of 32 bytes each. `current` seals; every key of `keys` opens. Filled by `config/data-keys.ts`. */
export interface DataKeys {
  current: string;
  keys: Readonly<Record<string, Uint8Array>>;
  lookupKey: Uint8Array;
}

/** Seals personal data per column, so that a dump, a replica or a backup tells nothing without the keys. */
export interface Cipher {
  /** The first bytes of every value sealed under the current key; tells re-sealed rows apart in SQL. */
  readonly currentPrefix: Buffer;

  /** @throws CipherError when the text is not well-formed Unicode and so could not come back as it was */
  seal(plaintext: string, row: SealedRow): Buffer;

  /** @throws CipherError when altered, moved from another row or column, or sealed under a key that is not loaded */
  open(sealed: Buffer, row: SealedRow): string;

  sealJson(value: unknown, row: SealedRow): Buffer;

  /** The answer is `unknown` on purpose: the caller parses what it reads. @throws CipherError as {@link Cipher.open} */
  openJson(sealed: Buffer, row: SealedRow): unknown;

  /**
   * A keyed hash to find a row by, 32 bytes, the same for the same kind and text.
   *
   * Keyed, because what we look up by is guessable: there are 10,000 last-four SSNs and some 10^10 phone numbers, so
   * a bare hash in a stolen dump is undone in seconds. Against someone who also holds the look-up key it protects
   * nothing. Nor does it hide which rows share a value, or how often one occurs: with few possible values
   * (last four, birth year) combine them into one text before hashing instead of storing one hash each.
   * The look-up key does not rotate with the data keys: changing it means recomputing every look-up column.
   *
   * @param kind keeps fields apart, so that a phone number and an account number of the same digits do not match
   * @param normalisedText trimmed, cased and stripped by the caller; the hash forgives no difference
   */
  lookup(kind: string, normalisedText: string): Buffer;
}

/** @throws CipherError when a key is not 32 bytes, or the current one is missing */
export function createCipher(keys: DataKeys): Cipher {
  const dataKeys = new Map(Object.entries(keys.keys).map(([id, bytes]) => [id, secretKey(bytes, `key ${id}`)]));
  const currentKey = dataKeys.get(keys.current);
  if (!currentKey) throw new CipherError(`the current key ${keys.current} is not among the keys`);
  const currentPrefix = envelopeHeader(keys.current);
  const lookupKey = secretKey(keys.lookupKey, 'the look-up key');

  const seal = (plaintext: string, row: SealedRow): Buffer => sealUnder(currentKey, currentPrefix, plaintext, row);
  const open = (sealed: Buffer, row: SealedRow): string => openWith(dataKeys, sealed, row);
  return {
    currentPrefix,
    seal,
    open,
    sealJson: (value, row) => seal(jsonText(value, row), row),
    openJson: (sealed, row): unknown => JSON.parse(open(sealed, row)),
    lookup: (kind, normalisedText) =>
      createHmac('sha256', lookupKey)
        .update(JSON.stringify([kind, normalisedText]))
        .digest(),
  };
}

/** As a KeyObject the bytes cannot reach a log line by accident. */
function secretKey(bytes: Uint8Array, name: string): KeyObject {
  if (bytes.length !== 32) throw new CipherError(`${name} must be 32 bytes`);
  return createSecretKey(bytes);
}

function sealUnder(key: KeyObject, header: Buffer, plaintext: string, row: SealedRow): Buffer {
  const bytes = Buffer.from(plaintext, 'utf8');
  // UTF-8 turns a lone surrogate into U+FFFD without a word; losing a part of a name silently is worse than refusing.
  if (bytes.toString('utf8') !== plaintext) throw new CipherError(`${describeRow(row)} is not well-formed Unicode`);

  // Random nonces are safe for about 2^32 seals under one key (NIST SP 800-38D 8.3): rotate long before.
  const nonce = randomBytes(ENVELOPE_NONCE_BYTES);
  const gcm = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: ENVELOPE_TAG_BYTES });
  gcm.setAAD(associatedData(header, row));
  const ciphertext = Buffer.concat([gcm.update(bytes), gcm.final()]);
  return Buffer.concat([header, nonce, gcm.getAuthTag(), ciphertext]);
}

function openWith(dataKeys: ReadonlyMap<string, KeyObject>, sealed: Buffer, row: SealedRow): string {
  const envelope = readEnvelope(sealed, row);
  const key = dataKeys.get(envelope.keyId);
  if (!key) throw new CipherError(`${describeRow(row)} is sealed under key ${envelope.keyId}, which is not loaded`);

  // Said outright, because Node by default also accepts tags of four bytes, which can be guessed.
  const gcm = createDecipheriv('aes-256-gcm', key, envelope.nonce, { authTagLength: ENVELOPE_TAG_BYTES });
  gcm.setAAD(associatedData(envelope.header, row));
  gcm.setAuthTag(envelope.tag);
  try {
    return Buffer.concat([gcm.update(envelope.ciphertext), gcm.final()]).toString('utf8');
  } catch {
    // GCM cannot say which: altered bytes, another row's value, and another key under the same id look alike.
    throw new CipherError(`${describeRow(row)} does not open: it was altered, moved, or sealed under other keys`);
  }
}

function readEnvelope(sealed: Buffer, row: SealedRow): Envelope {
  try {
    return parseEnvelope(sealed);
  } catch (error) {
    const reason = error instanceof CipherError ? error.message : 'it is unreadable';
    throw new CipherError(`${describeRow(row)} does not open: ${reason}`);
  }
}

/** TypeScript says string, but undefined and functions have no JSON: JSON.stringify answers undefined for them. */
const stringify: (value: unknown) => string | undefined = JSON.stringify;

function jsonText(value: unknown, row: SealedRow): string {
  const text = stringify(value);
  if (text === undefined) throw new CipherError(`${describeRow(row)} has no JSON form`);
  return text;
}
