import { Pool } from 'pg';
import { createCipher } from '../../db/cipher';
import { rotateColumn } from '../../db/rotate-keys';
import { testDataKeys } from '../support/data-keys';
import { createSealedNotes, type SealedNotes } from '../support/sealed-notes';

const old = createCipher(testDataKeys('k1'));
const both = createCipher(testDataKeys('k1', 'k2'));
const onlyNew = createCipher(testDataKeys('k2'));

const pool = new Pool({ connectionString: process.env['DATABASE_URL'] });
let notes: SealedNotes;
beforeEach(async () => {
  notes = await createSealedNotes(pool);
  for (let id = 1; id <= 50; id += 1) await notes.write([String(id), 1], `text ${id}`, old);
});
afterEach(() => notes.drop());
afterAll(() => pool.end());

const texts = Array.from({ length: 50 }, (_, index) => `text ${index + 1}`);

/** Asks the server, so that nothing depends on how fast this machine is. */
async function untilSomeoneWaitsFor(table: string): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%' || $1 || '%' and pid <> pg_backend_pid()`,
      [table],
    );
    if (rowCount) return;
  }
}

describe('rotating keys beside a live system', () => {
  it('never writes an older value over one that was written meanwhile', async () => {
    const { table } = notes.sealed;
    const writer = await pool.connect();
    await writer.query('begin');
    const fresh = old.seal('written meanwhile', { table, column: 'body', id: '7:1' });
    await writer.query(`update "${table}" set body = $1 where lease_id = 7`, [fresh]);

    const rotation = rotateColumn(pool, notes.sealed, both, 5);
    await untilSomeoneWaitsFor(table);
    await writer.query('commit');
    writer.release();

    expect(await rotation).toEqual({ resealedCount: 50, unreadableIds: [] });
    expect(await notes.read(onlyNew)).toEqual(texts.with(6, 'written meanwhile'));
  });

  it('twice at once re-seals each row once', async () => {
    const [one, two] = await Promise.all([
      rotateColumn(pool, notes.sealed, both, 3),
      rotateColumn(pool, notes.sealed, both, 3),
    ]);
    expect(one.resealedCount + two.resealedCount).toBe(50);
    expect([...one.unreadableIds, ...two.unreadableIds]).toEqual([]);
    expect(await notes.read(onlyNew)).toEqual(texts);
  });
});
