import { sql } from 'kysely';
import { type Db, openDatabase } from '../../db/database';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../local/embedded-database';
import { SilentProxy } from '../support/silent-proxy';

/** As short as a busy machine allows: the tests wait for it. */
const QUERY_TIMEOUT_MS = 500;

describe('a pool of connections', () => {
  let server: EmbeddedDatabase;
  let proxy: SilentProxy;
  let db: Db;
  let direct: Db;

  beforeAll(async () => {
    server = await openEmbeddedDatabase();
    direct = openDatabase(server.url, { maxConnectionCount: 1 });
    await sql`CREATE TABLE notes (note text)`.execute(direct);
  }, 60_000);
  beforeEach(async () => {
    const { hostname, port } = new URL(server.url);
    proxy = await SilentProxy.open({ host: hostname, port: Number(port) });
    const url = Object.assign(new URL(server.url), { port: String(proxy.port) }).href;
    db = openDatabase(url, { maxConnectionCount: 1, queryTimeoutMs: QUERY_TIMEOUT_MS });
  });
  afterEach(async () => {
    proxy.cut();
    await db.destroy();
    await proxy.close();
  });
  afterAll(async () => {
    await direct.destroy();
    await server.close();
  });

  const note = (where: Db, text: string) => sql`INSERT INTO notes VALUES (${text})`.execute(where);
  const notes = async () => (await sql<{ note: string }>`SELECT note FROM notes`.execute(direct)).rows;

  it('outlives the loss of a connection in the middle of a transaction', async () => {
    const lost = db.transaction().execute(async (trx) => {
      await note(trx, 'lost');
      proxy.cut();
      await sql`SELECT 1`.execute(trx);
    });
    await expect(lost).rejects.toThrow(/connection/i);
    await note(db, 'after the loss');
    expect(await notes()).toEqual([{ note: 'after the loss' }]);
  });

  it('never uses a connection again that once gave no answer', async () => {
    await sql`SELECT 1`.execute(db);
    proxy.silence();
    await expect(sql`SELECT 1`.execute(db)).rejects.toThrow(/timeout/);
    proxy.speak();
    await expect(sql`SELECT 2 AS two`.execute(db)).resolves.toMatchObject({ rows: [{ two: 2 }] });
  });

  it('hands nobody the transaction that was open when answers stopped', async () => {
    const interrupted = db.transaction().execute(async (trx) => {
      await note(trx, 'interrupted');
      proxy.silence();
      await note(trx, 'unheard');
    });
    await expect(interrupted).rejects.toThrow(/timeout/);
    proxy.speak();
    await note(db, 'after the silence');
    expect(await notes()).toEqual([{ note: 'after the loss' }, { note: 'after the silence' }]);
  });
});
