import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureKeyFile, KEY_FILE_NAME, loadDataKeys } from '../config/data-keys';
import { type Cipher, createCipher } from '../db/cipher';
import { type Db, openDatabase } from '../db/database';
import { seedSandbox } from '../local/seed';
import { startDatabase, type Undo } from './system';

/** A set-wise statement over 100,000 leases takes longer than a caller would wait. */
const QUERY_TIMEOUT_MS = 600_000;

/** A seeded database of one bench's own, in a process of its own: what a bench plants stays out of the others' way. */
export async function startBenchDatabase(): Promise<{ db: Db; cipher: Cipher; close: () => Promise<void> }> {
  const undos: Undo[] = [];
  const later = (undo: Undo): void => void undos.push(undo);
  const folder = await mkdtemp(join(tmpdir(), 'ownward-bench-'));
  later(() => rm(folder, { recursive: true, force: true }));
  const databaseUrl = await startDatabase(folder, later);
  const keyFile = join(folder, KEY_FILE_NAME);
  ensureKeyFile(keyFile);
  const cipher = createCipher(loadDataKeys({ keyFile }));
  await seedSandbox({ databaseUrl, cipher, previous: undefined });
  const db = openDatabase(databaseUrl, { queryTimeoutMs: QUERY_TIMEOUT_MS });
  later(() => db.destroy());
  const close = async (): Promise<void> => {
    for (const undo of undos.reverse()) await undo();
  };
  return { db, cipher, close };
}
