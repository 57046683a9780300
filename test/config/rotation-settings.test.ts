import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKeyFile, KEY_FILE_NAME, loadDataKeys } from '../../config/data-keys';
import { rotationSettings } from '../../config/rotation-settings';
import { rotateKeys } from '../../local/rotate-keys';

let dataDir: string;
beforeEach(() => (dataDir = mkdtempSync(join(tmpdir(), 'ownward-rotation-'))));
afterEach(() => rmSync(dataDir, { recursive: true }));

const silent = (): void => undefined;

describe('the key rotation command', () => {
  it('finds the keys and the database of the running sandbox in its data folder', () => {
    writeFileSync(join(dataDir, 'sandbox.json'), '{"databaseUrl":"postgres://sandbox","more":1}');
    const settings = rotationSettings({ OWNWARD_DATA_DIR: dataDir, DATABASE_URL: '', OWNWARD_DATA_KEYS: '' });
    expect(settings.keyFile).toBe(join(dataDir, KEY_FILE_NAME));
    expect(settings.keysJson).toBeUndefined();
    expect(settings.databaseUrl()).toBe('postgres://sandbox');
  });

  it('takes live keys and database from the environment before anything in a folder', () => {
    const env = { OWNWARD_DATA_KEYS: '{}', OWNWARD_KEY_FILE: '/run/keys.json', DATABASE_URL: 'postgres://live' };
    const settings = rotationSettings({ ...env, OWNWARD_DATA_DIR: dataDir });
    expect(settings).toMatchObject({ keyFile: '/run/keys.json', keysJson: '{}' });
    expect(settings.databaseUrl()).toBe('postgres://live');
  });

  it('says what to do when there is no database to be found', () => {
    expect(() => rotationSettings({ OWNWARD_DATA_DIR: dataDir }).databaseUrl()).toThrow(
      /^No database: set DATABASE_URL, or run npm start so that .*sandbox\.json names one\.$/,
    );
  });

  it('adds a key to the file without a database, and asks for the restart that must come next', async () => {
    const settings = rotationSettings({ OWNWARD_DATA_DIR: dataDir });
    ensureKeyFile(settings.keyFile);
    const said: string[] = [];
    expect(await rotateKeys(['--add-key'], (line) => said.push(line), settings)).toBe(0);
    expect(said).toEqual(['Added key k2. Restart Ownward, then run npm run keys:rotate.']);
    expect(loadDataKeys(settings).current).toBe('k2');
  });

  it('does not add a key to a file that nobody reads', async () => {
    const settings = rotationSettings({ OWNWARD_DATA_DIR: dataDir, OWNWARD_DATA_KEYS: '{}' });
    await expect(rotateKeys(['--add-key'], silent, settings)).rejects.toThrow('add the new key there');
  });

  it('refuses what it does not know instead of rotating by mistake', async () => {
    const settings = rotationSettings({ OWNWARD_DATA_DIR: dataDir });
    await expect(rotateKeys(['--add-kye'], silent, settings)).rejects.toThrow('--add-kye is not known');
  });
});
