import { sql } from 'kysely';
import { openDatabase, type Db } from '../../db/database';
import { migrate } from '../../db/migrate';
import { SEALED_COLUMNS } from '../../db/sealed-columns';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../local/embedded-database';

/** Bytes that are hashes and so hold nothing to seal anew. */
const HASHES = /(_lookup|_hash|^hash|^fingerprint|^customer_key|^attempt_key)$/;

let database: EmbeddedDatabase;
let db: Db;
beforeAll(async () => {
  database = await openEmbeddedDatabase();
  db = openDatabase(database.url, { maxConnectionCount: 1 });
  await migrate(db);
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await database.close();
});

// A sealed column the rotation does not know is unreadable for ever once the old key is thrown away.
it('the key rotation knows every column of the schema that holds sealed bytes, and its key', async () => {
  const { rows } = await sql<{ table: string; column: string; idColumns: string[] }>`
    select c.relname::text as "table", a.attname::text as "column",
           array(select k.attname::text from pg_index i
                   cross join unnest(i.indkey::int2[]) with ordinality as p(attnum, place)
                   join pg_attribute k on k.attrelid = c.oid and k.attnum = p.attnum
                  where i.indrelid = c.oid and i.indisprimary order by p.place) as "idColumns"
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.atttypid = 'bytea'::regtype
       and a.attnum > 0 and not a.attisdropped`.execute(db);
  const inSchema = rows.filter(({ column }) => !HASHES.test(column));
  const nameOf = ({ table, column }: { table: string; column: string }): string => `${table}.${column}`;
  const byName = <T extends { table: string; column: string }>(columns: readonly T[]): T[] =>
    [...columns].sort((one, other) => nameOf(one).localeCompare(nameOf(other)));
  expect(byName(SEALED_COLUMNS)).toEqual(byName(inSchema));
});
