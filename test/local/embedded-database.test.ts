import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { Client } from 'pg';

import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../local/embedded-database';
import { removeTemporaryFolders } from './temporary-folder';

const COUNT_UP = join(__dirname, 'programs/count-up.ts');
const run = promisify(execFile);

const connect = async (url: string): Promise<Client> => {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  return client;
};

describe('the embedded database', () => {
  let database: EmbeddedDatabase;
  let client: Client;

  beforeAll(async () => {
    database = await openEmbeddedDatabase({ idleInTransactionMs: 200 });
    client = await connect(database.url);
    await client.query('create table counter (id int, n bigint); create table done (who text)');
  }, 60_000);
  beforeEach(() => client.query('delete from counter; delete from done; insert into counter values (1, 0)'));
  afterAll(async () => {
    await client.end();
    await database.close();
    removeTemporaryFolders();
  });

  it('keeps the transactions of several processes apart', async () => {
    const names = ['a', 'b', 'c'];
    const results = await Promise.all(
      names.map((name) => run(process.execPath, ['--import', 'tsx', COUNT_UP, database.url, name])),
    );
    expect(results.map(({ stdout }) => stdout.trim())).toEqual(names.map(() => '0 strange answers'));
    const { rows } = await client.query(
      'select (select n from counter) as n, (select count(*) from done) as done_count',
    );
    expect(rows).toEqual([{ n: '225', done_count: '225' }]);
  }, 120_000);

  it('rolls back what a vanished client has left open, and goes on with the next', async () => {
    const vanishing = new Client(database.url);
    vanishing.on('error', () => undefined);
    await vanishing.connect();
    await vanishing.query('begin');
    await vanishing.query('update counter set n = 99');
    // Between Begin and Commit the process is gone: no Terminate, the socket just closes.
    Reflect.get(vanishing, 'connection').stream.destroy();
    expect((await client.query('select n from counter')).rows).toEqual([{ n: '0' }]);
  });

  it('ends a transaction that idles, for it holds everybody', async () => {
    const idler = await connect(database.url);
    await idler.query('begin');
    await idler.query('update counter set n = 99');
    expect((await client.query('select n from counter')).rows).toEqual([{ n: '0' }]);
    await expect(idler.query('commit')).rejects.toThrow();
  });

  it('goes on after an error inside a transaction', async () => {
    const failing = await connect(database.url);
    await failing.query('begin');
    await expect(failing.query('select 1 / $1::int', [0])).rejects.toThrow('division by zero');
    await expect(failing.query('select 1')).rejects.toThrow('current transaction is aborted');
    await failing.query('rollback');
    await failing.end();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('survives what is no PostgreSQL client', async () => {
    await expect(fetch(database.url.replace('postgres://postgres@', 'http://'))).rejects.toThrow();
    expect((await client.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });

  it('begins with the content of a dump, and shares nothing with its origin after that', async () => {
    const copy = await openEmbeddedDatabase({ loadDump: await database.dump() });
    const there = await connect(copy.url);
    await there.query('update counter set n = 7');
    expect((await there.query('select n from counter')).rows).toEqual([{ n: '7' }]);
    expect((await client.query('select n from counter')).rows).toEqual([{ n: '0' }]);
    await there.end();
    await copy.close();
  }, 60_000);
});
