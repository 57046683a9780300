import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { PGlite } from '@electric-sql/pglite';

import { beginMaking, finishMaking } from './first-making';
import { Refusal, reasonOf } from './refusal';

const OPEN_LIMIT_MS = 60_000;

const damaged = (dataDir: string, cause: string): Refusal =>
  new Refusal(
    `The database folder ${dataDir} is damaged and cannot be opened (${cause}): ` +
      'restore it from a copy, or move the data folder away to start with an empty one.',
  );

/** Without this look PGlite would lay a fresh database over what is left of the old one. */
const refuseHalfFolder = (dataDir: string): void => {
  if (!existsSync(dataDir) || readdirSync(dataDir).length === 0) return;
  for (const needed of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal']) {
    if (!existsSync(join(dataDir, needed))) throw damaged(dataDir, `${needed} is missing`);
  }
};

const withinLimit = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${OPEN_LIMIT_MS / 1000} s`)), OPEN_LIMIT_MS);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
};

/**
 * Opens PGlite in a folder, or in memory when there is none, and proves that it answers.
 * @throws Refusal when the folder holds something PGlite cannot open.
 */
export const openPglite = async (dataDir: string | undefined, loadDump: Blob | undefined): Promise<PGlite> => {
  const restored = loadDump === undefined ? {} : { loadDataDir: loadDump };
  if (dataDir === undefined) return PGlite.create(restored);
  beginMaking(dataDir);
  refuseHalfFolder(dataDir);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  try {
    const db = await withinLimit(PGlite.create({ dataDir, ...restored }));
    await withinLimit(db.query('select count(*) from pg_class'));
    finishMaking(dataDir);
    return db;
  } catch (error) {
    throw damaged(dataDir, reasonOf(error).replace(/\. Build with .*/, ''));
  }
};

/** The start of a PostgreSQL 3.0 conversation, as a client would send it. */
const startupMessage = (): Buffer => {
  const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([length, body]);
};

/** What the engine tells a new client about itself; the same for all, because there is one session behind them. */
export const greetingOf = async (db: PGlite): Promise<Buffer> =>
  Buffer.from(await db.execProtocolRaw(startupMessage()));
