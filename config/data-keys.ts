import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { createPrivateFile, replacePrivateFile } from './private-file';

/** The keys for personal data. The same shape as `DataKeys` of `db/cipher.ts`, which config/ does not import. */
export interface DataKeys {
  current: string;
  keys: Record<string, Uint8Array>;
  lookupKey: Uint8Array;
}

/** What is wrong with the keys, in one sentence. Never holds a part of them. */
export class DataKeysError extends Error {
  override readonly name = 'DataKeysError';
}

/** The sandbox's key file in the data folder. */
export const KEY_FILE_NAME = 'data-keys.json';

/** Exactly 32 bytes in base64. `Buffer.from` alone would take anything and answer fewer bytes. */
const keyBase64 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/);
const keyIds = z.string().regex(/^[A-Za-z0-9_-]{1,32}$/);
const keyFile = z.strictObject({ current: keyIds, keys: z.record(keyIds, keyBase64), lookupKey: keyBase64 });
type KeyFile = z.infer<typeof keyFile>;

/**
 * Makes the sandbox's key file when there is none. Only for a fresh data folder: with new keys, what an older
 * database holds cannot be read any more.
 *
 * @throws DataKeysError when the file is there and others than its owner may read it
 */
export function ensureKeyFile(path: string): void {
  const fresh: KeyFile = { current: 'k1', keys: { k1: freshKey() }, lookupKey: freshKey() };
  if (!existsSync(path)) createPrivateFile(path, asText(fresh));
  refuseReadableByOthers(path);
}

/**
 * Reads the keys: from the JSON of OWNWARD_DATA_KEYS where that is set, else from the key file.
 *
 * @throws DataKeysError when neither is given, or what is given is not a key set
 */
export function loadDataKeys(source: { keyFile?: string | undefined; keysJson?: string | undefined }): DataKeys {
  if (source.keysJson) return toDataKeys(parseKeys(source.keysJson, 'OWNWARD_DATA_KEYS'));
  if (source.keyFile) return toDataKeys(readKeyFile(source.keyFile));
  throw new DataKeysError('No keys for personal data: set OWNWARD_DATA_KEYS or OWNWARD_KEY_FILE.');
}

/**
 * Adds a key and makes it the current one; the older ones stay, to open what they sealed.
 * Where several processes run, give all of them the new key before any makes it current: see docs/OPERATIONS.md.
 *
 * @returns the id of the new key
 * @throws DataKeysError as {@link loadDataKeys}
 */
export function addDataKey(path: string): string {
  const file = readKeyFile(path);
  const id = nextKeyId(Object.keys(file.keys));
  replacePrivateFile(path, asText({ ...file, current: id, keys: { ...file.keys, [id]: freshKey() } }));
  return id;
}

/** The newest key has the highest number and is never the one dropped, so no id comes back as another key. */
function nextKeyId(ids: readonly string[]): string {
  const numbers = ids.map((id) => Number(/^k(\d{1,9})$/.exec(id)?.[1] ?? 0));
  return `k${Math.max(0, ...numbers) + 1}`;
}

function readKeyFile(path: string): KeyFile {
  refuseReadableByOthers(path);
  return parseKeys(readFileSync(path, 'utf8'), path);
}

function parseKeys(text: string, from: string): KeyFile {
  const file = keyFile.safeParse(parseJson(text, from));
  if (!file.success) {
    const fields = file.error.issues.map((issue) => issue.path.slice(0, 1).join('.') || 'the whole').join(', ');
    throw new DataKeysError(`The keys in ${from} are not valid: look at ${fields}; each key is 32 bytes in base64.`);
  }
  if (!Object.hasOwn(file.data.keys, file.data.current)) {
    throw new DataKeysError(`The keys in ${from} name a current key that is not among them.`);
  }
  return file.data;
}

function parseJson(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message quotes the text, and the text is the keys.
    throw new DataKeysError(`The keys in ${from} are not valid JSON.`);
  }
}

function refuseReadableByOthers(path: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode;
  if (mode === undefined) throw new DataKeysError(`The key file ${path} is missing.`);
  if ((mode & 0o077) !== 0) {
    throw new DataKeysError(`The key file ${path} is open to other users of this machine: run chmod 600 on it.`);
  }
}

function toDataKeys(file: KeyFile): DataKeys {
  const keys = Object.entries(file.keys).map(([id, base64]) => [id, Buffer.from(base64, 'base64')] as const);
  return { current: file.current, keys: Object.fromEntries(keys), lookupKey: Buffer.from(file.lookupKey, 'base64') };
}

const freshKey = (): string => randomBytes(32).toString('base64');

const asText = (file: KeyFile): string => `${JSON.stringify(file, null, 2)}\n`;
