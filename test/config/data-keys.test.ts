import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDataKey, DataKeysError, ensureKeyFile, loadDataKeys } from '../../config/data-keys';
import { createCipher } from '../../db/cipher';

let folder: string;
let keyFile: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ownward-keys-'));
  keyFile = join(folder, 'data', 'keys.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;
const KEY = Buffer.alloc(32, 1).toString('base64');

describe('the generated key file', () => {
  it('is readable by its owner only and holds keys a cipher takes', () => {
    ensureKeyFile(keyFile);
    expect(modeOf(keyFile)).toBe(0o600);
    const keys = loadDataKeys({ keyFile });
    expect(keys.current).toBe('k1');
    expect(() => createCipher(keys)).not.toThrow();
  });

  it('is written once: the next start finds the same keys, and no draft is left behind', () => {
    ensureKeyFile(keyFile);
    const first = readFileSync(keyFile, 'utf8');
    ensureKeyFile(keyFile);
    expect(readFileSync(keyFile, 'utf8')).toBe(first);
    expect(readdirSync(join(folder, 'data'))).toEqual(['keys.json']);
  });

  it('has keys of its own in every data folder', () => {
    ensureKeyFile(keyFile);
    const other = join(folder, 'other.json');
    ensureKeyFile(other);
    const all = [loadDataKeys({ keyFile }), loadDataKeys({ keyFile: other })].flatMap((keys) => [
      ...Object.values(keys.keys),
      keys.lookupKey,
    ]);
    expect(new Set(all.map((key) => Buffer.from(key).toString('hex'))).size).toBe(4);
  });

  it.each(['640', '604', '620', '660'])('is refused with mode %s, with the remedy in the sentence', (mode) => {
    ensureKeyFile(keyFile);
    chmodSync(keyFile, Number.parseInt(mode, 8));
    const sentence = `The key file ${keyFile} is open to other users of this machine: run chmod 600 on it.`;
    expect(() => ensureKeyFile(keyFile)).toThrow(sentence);
    expect(() => loadDataKeys({ keyFile })).toThrow(sentence);
    expect(() => addDataKey(keyFile)).toThrow(sentence);
  });
});

describe('adding a key', () => {
  it('makes it the current one and keeps the older ones, so that old values still open', () => {
    ensureKeyFile(keyFile);
    const row = { table: 'applicants', column: 'details', id: '1002003001' };
    const before = loadDataKeys({ keyFile });
    const sealed = createCipher(before).seal('Ada', row);

    expect(addDataKey(keyFile)).toBe('k2');
    const after = loadDataKeys({ keyFile });
    expect(after.current).toBe('k2');
    expect(after.lookupKey).toEqual(before.lookupKey);
    expect(createCipher(after).open(sealed, row)).toBe('Ada');
    expect(after.keys['k2']).not.toEqual(after.keys['k1']);
    expect(modeOf(keyFile)).toBe(0o600);
    expect(readdirSync(join(folder, 'data'))).toEqual(['keys.json']);
  });

  it('never gives the id of a dropped key to another key', () => {
    const text = JSON.stringify({ current: 'k7', keys: { k7: KEY, spare: KEY }, lookupKey: KEY });
    const path = join(folder, 'keys.json');
    writeFileSync(path, text, { mode: 0o600 });
    expect(addDataKey(path)).toBe('k8');
  });
});

describe('keys from the environment', () => {
  const valid = { current: 'k1', keys: { k1: KEY }, lookupKey: KEY };

  it('win over the file', () => {
    expect(loadDataKeys({ keysJson: JSON.stringify(valid), keyFile: '/nowhere' }).keys['k1']).toEqual(
      Buffer.alloc(32, 1),
    );
  });

  it.each<[string, unknown, string]>([
    ['a key of 31 bytes', { ...valid, keys: { k1: Buffer.alloc(31, 1).toString('base64') } }, 'look at keys'],
    ['a key of 24 bytes', { ...valid, keys: { k1: Buffer.alloc(24, 1).toString('base64') } }, 'look at keys'],
    ['a key that is not base64', { ...valid, lookupKey: 'correct horse battery staple' }, 'look at lookupKey'],
    ['a missing look-up key', { current: 'k1', keys: valid.keys }, 'look at lookupKey'],
    ['a misspelt field', { ...valid, lookupkey: KEY }, 'look at the whole'],
    ['a current key that is not there', { ...valid, current: 'k2' }, 'not among them'],
    ['an inherited name as the current key', { ...valid, current: 'constructor' }, 'not among them'],
    ['no object at all', null, 'look at the whole'],
  ])('are refused for %s', (_, keys, sentence) => {
    expect(() => loadDataKeys({ keysJson: JSON.stringify(keys) })).toThrow(sentence);
    expect(() => loadDataKeys({ keysJson: JSON.stringify(keys) })).toThrow(DataKeysError);
  });

  it.each(['{ "current": "k1", oops SECRETSECRET', 'SECRETSECRET', '{"current":"k1","keys":{"k1":"SECRETSECRET"}}'])(
    'are never quoted in an error',
    (keysJson) => {
      expect(() => loadDataKeys({ keysJson })).toThrow(DataKeysError);
      expect(() => loadDataKeys({ keysJson })).not.toThrow(/SECRET/);
    },
  );

  it('or a file must be there', () => {
    expect(() => loadDataKeys({})).toThrow('set OWNWARD_DATA_KEYS or OWNWARD_KEY_FILE');
    expect(() => loadDataKeys({ keyFile })).toThrow(`The key file ${keyFile} is missing.`);
  });
});
