import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { type Db, openDatabase } from '../../db/database';
import { migrate } from '../../db/migrate';
import { openEmbeddedDatabase } from '../../local/embedded-database';

export interface LedgerDatabase {
  db: Db;
  url: string;
  close(): Promise<void>;
}

/** A migrated database nobody else has: an append-only ledger cannot be cleared between two tests. */
export async function embeddedLedger(): Promise<LedgerDatabase> {
  const embedded = await openEmbeddedDatabase();
  return await migrated(embedded.url, () => embedded.close());
}

/** The same on the PostgreSQL of DATABASE_URL, as a database of its own. */
export async function postgresLedger(): Promise<LedgerDatabase> {
  const url = process.env['DATABASE_URL'];
  if (!url) throw new Error('this test needs DATABASE_URL');
  const name = `ledger_${randomUUID().replaceAll('-', '')}`;
  await withServer(url, `CREATE DATABASE ${name}`);
  return await migrated(Object.assign(new URL(url), { pathname: `/${name}` }).href, () =>
    withServer(url, `DROP DATABASE ${name} WITH (FORCE)`),
  );
}

async function migrated(url: string, drop: () => Promise<void>): Promise<LedgerDatabase> {
  const db = openDatabase(url, { maxConnectionCount: 4 });
  await migrate(db);
  const close = async (): Promise<void> => {
    await db.destroy();
    await drop();
  };
  return { db, url, close };
}

async function withServer(url: string, statement: string): Promise<void> {
  const server = openDatabase(url, { maxConnectionCount: 1 });
  await sql
    .raw(statement)
    .execute(server)
    .finally(() => server.destroy());
}
