import { Pool } from 'pg';
import { createCipher, type Cipher } from '../../db/cipher';
import { rotateColumn } from '../../db/rotate-keys';
import { openEmbeddedDatabase, type EmbeddedDatabase } from '../../local/embedded-database';
import { rotateAll } from '../../local/rotate-keys';
import { testDataKeys } from '../support/data-keys';
import { createSealedNotes, type NoteKey, type SealedNotes } from '../support/sealed-notes';

const old = createCipher(testDataKeys('k1'));
const both = createCipher(testDataKeys('k1', 'k2'));
const onlyNew = createCipher(testDataKeys('k2'));
// Numbers whose order as text differs: a walk in the wrong order would skip some.
const KEYS: readonly NoteKey[] = [...[9, 10, 11, 100, 1002003001].map((id) => [String(id), 1] as const), ['9', 2]];
const TEXTS = ['text 9:1', 'text 9:2', 'text 10:1', 'text 11:1', 'text 100:1', 'text 1002003001:1'];

let database: EmbeddedDatabase;
let pool: Pool;
let notes: SealedNotes;

beforeAll(async () => {
  database = await openEmbeddedDatabase();
  pool = new Pool({ connectionString: database.url, max: 1 });
}, 60_000);
afterAll(async () => {
  await pool.end();
  await database.close();
});

beforeEach(async () => {
  notes = await createSealedNotes(pool);
  for (const key of KEYS) await notes.write(key, `text ${key.join(':')}`, old);
});
afterEach(() => notes.drop());

/** Fails like a killed process: not with a cipher's own error. */
const stoppingAfter = (sealCount: number): Cipher => {
  let seals = 0;
  return {
    ...both,
    seal: (text, row) => {
      if ((seals += 1) > sealCount) throw new Error('stopped');
      return both.seal(text, row);
    },
  };
};

describe('rotating a column', () => {
  it.each([1, 2, 4, 6, 100])(
    're-seals every row, so that the old key can go, in batches of %i',
    async (batchRowCount) => {
      expect(await rotateColumn(pool, notes.sealed, both, batchRowCount)).toEqual({
        resealedCount: 6,
        unreadableIds: [],
      });
      expect(await notes.read(onlyNew)).toEqual(TEXTS);
    },
  );

  it('changes no other column and leaves an erased value erased', async () => {
    await notes.writeBytes(['12', 1], null);
    await rotateColumn(pool, notes.sealed, both);
    expect(await notes.bytes(['12', 1])).toBeNull();
    const { rows } = await pool.query(`select distinct kept from "${notes.sealed.table}"`);
    expect(rows).toEqual([{ kept: 'kept' }]);
  });

  it('does not touch rows that are under the current key already', async () => {
    await notes.write(['9', 1], 'text 9:1', both);
    const before = await notes.bytes(['9', 1]);
    expect(await rotateColumn(pool, notes.sealed, both, 2)).toMatchObject({ resealedCount: 5 });
    expect(await notes.bytes(['9', 1])).toEqual(before);
    expect(await rotateColumn(pool, notes.sealed, both, 2)).toMatchObject({ resealedCount: 0 });
  });

  it('may be stopped anywhere and started again: nothing is lost and nothing done twice', async () => {
    for (let sealCount = 0; sealCount < KEYS.length; sealCount += 1) {
      await notes.drop();
      notes = await createSealedNotes(pool);
      for (const key of KEYS) await notes.write(key, `text ${key.join(':')}`, old);

      await expect(rotateColumn(pool, notes.sealed, stoppingAfter(sealCount), 2)).rejects.toThrow('stopped');
      expect(await notes.read(both)).toEqual(TEXTS);
      const finishedCount = sealCount - (sealCount % 2);
      expect(await rotateColumn(pool, notes.sealed, both, 2)).toMatchObject({ resealedCount: 6 - finishedCount });
      expect(await notes.read(onlyNew)).toEqual(TEXTS);
    }
  });
});

describe('a row that does not open', () => {
  it('is named and left as it is, while all others are re-sealed', async () => {
    const damaged = Buffer.from([1, 2, 3]);
    await notes.writeBytes(['10', 1], damaged);
    expect(await rotateColumn(pool, notes.sealed, both, 1)).toEqual({ resealedCount: 5, unreadableIds: ['10:1'] });
    expect(await notes.bytes(['10', 1])).toEqual(damaged);
  });

  // Otherwise a rotation would turn a value that someone copied into another customer's row into a genuine one.
  it('is not made genuine when it was moved from another row', async () => {
    const moved = await notes.bytes(['9', 1]);
    await notes.writeBytes(['10', 1], moved);
    expect(await rotateColumn(pool, notes.sealed, both)).toMatchObject({ unreadableIds: ['10:1'] });
    expect(await notes.bytes(['10', 1])).toEqual(moved);
  });

  it('makes the command end with 1 and warn to keep the keys', async () => {
    await notes.writeBytes(['10', 1], Buffer.from([1, 2, 3]));
    const said: string[] = [];
    const say = (line: string): void => void said.push(line);
    expect(await rotateAll(pool, testDataKeys('k1', 'k2'), [notes.sealed], say)).toBe(1);
    expect(said).toEqual([
      `${notes.sealed.table}.body: 5 re-sealed, 1 unreadable`,
      '  does not open: row 10:1',
      '1 rows do not open: keep every key until they are explained.',
    ]);
  });
});

it('the command ends with 0 and says which keys only backups need once all is re-sealed', async () => {
  const said: string[] = [];
  const say = (line: string): void => void said.push(line);
  expect(await rotateAll(pool, testDataKeys('k1', 'k2'), [notes.sealed], say)).toBe(0);
  expect(said).toEqual([
    `${notes.sealed.table}.body: 6 re-sealed, 0 unreadable`,
    'The database needs only key k2 now; backups still need k1.',
  ]);
});
