import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DataKeys } from '../../db/cipher';
import { requireKeysOf } from '../../local/database-keys';
import { openEmbeddedDatabase } from '../../local/embedded-database';
import { Refusal } from '../../local/refusal';
import { ActivityWorld } from '../support/activity-world';
import { testDataKeys } from '../support/data-keys';
import { embeddedLedger } from '../support/ledger-database';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

const RIGHT = testDataKeys('k1');
const [OTHER = Buffer.alloc(32)] = Object.values(testDataKeys('other').keys);

/** As an operator keeps them: JSON, each key in base64. */
function asJson({ current, keys, lookupKey }: DataKeys): string {
  const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64');
  const named = Object.entries(keys).map(([id, key]) => [id, base64(key)]);
  return JSON.stringify({ current, keys: Object.fromEntries(named), lookupKey: base64(lookupKey) });
}

function keyFileOf(keys: DataKeys): string {
  const keyFile = join(temporaryFolder(), 'data-keys.json');
  writeFileSync(keyFile, asJson(keys), { mode: 0o600 });
  return keyFile;
}

afterAll(removeTemporaryFolders);

describe('the keys of a database that holds people', () => {
  let world: ActivityWorld;
  let url: string;
  beforeAll(async () => {
    const database = await embeddedLedger();
    url = database.url;
    world = await ActivityWorld.open(database);
    await world.applied();
  }, 60_000);
  afterAll(() => world.close());

  const require = (source: { keyFile?: string; keysJson?: string }): Promise<void> =>
    requireKeysOf(url, 'the database', { keyFile: source.keyFile, keysJson: source.keysJson });

  it('are let through from a file and from the environment', async () => {
    await expect(require({ keyFile: keyFileOf(RIGHT) })).resolves.toBeUndefined();
    await expect(require({ keysJson: asJson(RIGHT) })).resolves.toBeUndefined();
  });

  it('are not made anew where the file was moved away', async () => {
    const keyFile = keyFileOf(RIGHT);
    renameSync(keyFile, `${keyFile}.moved`);
    await expect(require({ keyFile })).rejects.toThrow(
      new Refusal(
        `The key file ${keyFile} is missing, and without it the personal data in the database cannot be read: ` +
          'restore it from a copy, or use an empty database.',
      ),
    );
    expect(existsSync(keyFile)).toBe(false);
  });

  it.each([
    ['another key of the same name', { ...RIGHT, keys: { k1: OTHER } }],
    ['a key of another name alone', { ...RIGHT, current: 'k2', keys: { k2: OTHER } }],
    ['another look-up key, by which nobody would be found', { ...RIGHT, lookupKey: OTHER }],
  ])('are not those with %s', async (_what, keys) => {
    const sentence =
      'does not belong to the personal data in the database: ' +
      'restore the keys it was sealed with, or use an empty database.';
    const keyFile = keyFileOf(keys);
    await expect(require({ keyFile })).rejects.toThrow(new Refusal(`The key file ${keyFile} ${sentence}`));
    await expect(require({ keysJson: asJson(keys) })).rejects.toThrow(new Refusal(`OWNWARD_DATA_KEYS ${sentence}`));
  });
});

describe('the keys of a database in which nobody has applied', () => {
  it('are made when there are none', async () => {
    const database = await openEmbeddedDatabase();
    const keyFile = join(temporaryFolder(), 'data-keys.json');
    await requireKeysOf(database.url, 'the database', { keyFile, keysJson: undefined });
    expect(existsSync(keyFile)).toBe(true);
    await database.close();
  });
});
