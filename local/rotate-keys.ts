import { Pool } from 'pg';
import { addDataKey, DataKeysError, loadDataKeys, type DataKeys } from '../config/data-keys';
import { rotationSettings } from '../config/rotation-settings';
import { createCipher } from '../db/cipher';
import { rotateColumn } from '../db/rotate-keys';
import { SEALED_COLUMNS, type SealedColumn } from '../db/sealed-columns';

type Say = (line: string) => void;

/**
 * `npm run keys:rotate` seals all personal data anew under the current key; `-- --add-key` first makes a new key in
 * the sandbox's key file. Two steps, because running processes must be restarted between them: they know only
 * the keys they started with, and could not read what was re-sealed.
 *
 * @returns the process's exit code: 1 when rows were left under an old key
 */
export async function rotateKeys(args: readonly string[], say: Say, settings = rotationSettings()): Promise<0 | 1> {
  const unknown = args.find((arg) => arg !== '--add-key');
  if (unknown) throw new DataKeysError(`${unknown} is not known; the only option is --add-key.`);
  if (args.includes('--add-key')) {
    if (settings.keysJson) throw new DataKeysError('The keys come from OWNWARD_DATA_KEYS: add the new key there.');
    say(`Added key ${addDataKey(settings.keyFile)}. Restart Ownward, then run npm run keys:rotate.`);
    return 0;
  }
  const keys = loadDataKeys(settings);
  const pool = new Pool({ connectionString: settings.databaseUrl(), max: 1 });
  try {
    return await rotateAll(pool, keys, SEALED_COLUMNS, say);
  } finally {
    await pool.end();
  }
}

/** Goes through all columns even when some rows do not open; those are named, and the old keys must then stay. */
export async function rotateAll(
  pool: Pool,
  keys: DataKeys,
  columns: readonly SealedColumn[],
  say: Say,
): Promise<0 | 1> {
  const cipher = createCipher(keys);
  let unreadableCount = 0;
  for (const sealed of columns) {
    const { resealedCount, unreadableIds } = await rotateColumn(pool, sealed, cipher);
    say(`${sealed.table}.${sealed.column}: ${resealedCount} re-sealed, ${unreadableIds.length} unreadable`);
    for (const id of unreadableIds) say(`  does not open: row ${id}`);
    unreadableCount += unreadableIds.length;
  }
  if (unreadableCount > 0) {
    say(`${unreadableCount} rows do not open: keep every key until they are explained.`);
    return 1;
  }
  const oldIds = Object.keys(keys.keys).filter((id) => id !== keys.current);
  if (oldIds.length > 0)
    say(`The database needs only key ${keys.current} now; backups still need ${oldIds.join(', ')}.`);
  return 0;
}

async function main(): Promise<void> {
  const say: Say = (line) => void process.stdout.write(`${line}\n`);
  try {
    process.exitCode = await rotateKeys(process.argv.slice(2), say);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}

if (require.main === module) void main();
