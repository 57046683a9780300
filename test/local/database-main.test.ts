import { mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { Client } from 'pg';

import { type DatabaseProcess, endProcess, freePort, startDatabase } from './database-process';
import { removeTemporaryFolders, temporaryFolder } from './temporary-folder';

/** Inserts rows one by one until the connection breaks; answers how many were acknowledged. */
const insertUntilCut = async (url: string, firstNumber: number, onRow: (count: number) => void): Promise<number> => {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table if not exists rows (n int primary key)');
  for (let count = 0; ; count += 1) {
    try {
      await client.query('insert into rows values ($1)', [firstNumber + count]);
      onRow(count);
    } catch {
      return count;
    }
  }
};

const countRows = async (url: string): Promise<number> => {
  const client = new Client(url);
  await client.connect();
  const { rows } = await client.query<{ count: string }>('select count(*) from rows');
  await client.end();
  return Number(rows[0]?.count);
};

describe('the database process', () => {
  const folder = join(temporaryFolder(), 'database');
  let port: number;
  let running: DatabaseProcess;

  beforeAll(async () => {
    port = await freePort();
    running = await startDatabase(folder, port);
  }, 60_000);
  afterAll(async () => {
    await endProcess(running.child, 'SIGKILL');
    removeTemporaryFolders();
  });

  it('loses no acknowledged row when it is killed, and comes back on the same port', async () => {
    let acknowledgedCount = 0;
    for (const killAt of [5, 60, 150]) {
      const before = await insertUntilCut(running.url, acknowledgedCount, (count) => {
        if (count === killAt) running.child.kill('SIGKILL');
      });
      await endProcess(running.child, 'SIGKILL');
      running = await startDatabase(folder, port);
      expect(running.said).toEqual({ kind: 'ready' });
      const stored = await countRows(running.url);
      // The row in flight at the kill may be there too: it was asked for, just not answered.
      expect([acknowledgedCount + before, acknowledgedCount + before + 1]).toContain(stored);
      acknowledgedCount = stored;
    }
  }, 120_000);

  it('ends by itself on SIGTERM, and everything is there at the next start', async () => {
    const stored = await countRows(running.url);
    expect(await endProcess(running.child, 'SIGTERM')).toBe(0);
    running = await startDatabase(folder, port);
    expect(await countRows(running.url)).toBe(stored);
  }, 60_000);

  it.each([
    ['is cut short', () => truncateSync(join(folder, 'global/pg_control'), 100)],
    ['misses a part', () => rmSync(join(folder, 'pg_wal'), { recursive: true })],
    ['says nothing of its version', () => rmSync(join(folder, 'PG_VERSION'))],
  ])(
    'says in one sentence that a folder is damaged which %s',
    async (_how, damage) => {
      await endProcess(running.child, 'SIGKILL');
      damage();
      running = await startDatabase(folder, port);
      expect(running.said).toMatchObject({ kind: 'refusal', sentence: expect.stringContaining(folder) });
      expect(running.said).toMatchObject({ sentence: expect.stringMatching(/is damaged .*restore it .*or move/) });
    },
    60_000,
  );

  it('starts afresh over what a first start has left that was killed on the way', async () => {
    const halfMade = join(temporaryFolder(), 'database');
    mkdirSync(halfMade);
    writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
    writeFileSync(`${halfMade}.being-made`, '');
    await endProcess(running.child, 'SIGKILL');
    running = await startDatabase(halfMade, port);
    expect(running.said).toEqual({ kind: 'ready' });
  }, 60_000);
});
