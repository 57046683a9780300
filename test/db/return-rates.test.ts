import { watchReturnRates } from '../../db/return-rates';
import type { CalendarDate } from '../../domain/calendar-date';
import { addDays } from '../../domain/calendar-date';
import { embeddedLedger, type LedgerDatabase } from '../support/ledger-database';
import { on } from '../support/lease-fixture';
import { sql } from 'kysely';

const TODAY = on('2026-12-07');

describe('the watch over return rates', () => {
  let database: LedgerDatabase;
  let entryCount = 0;
  beforeAll(async () => {
    database = await embeddedLedger();
  }, 60_000);
  afterAll(() => database.close());
  beforeEach(async () => {
    await sql`DELETE FROM exceptions`.execute(database.db);
    await sql`DELETE FROM ach_entries`.execute(database.db);
  });

  /** So many debits that settled on a day, the first of them returned with these codes. */
  async function debits(count: number, codes: string[], settledOn: CalendarDate = TODAY, purpose = 'debit') {
    const rows = Array.from({ length: count }, (_, index) => ({
      trace: `12104288${String((entryCount += 1)).padStart(7, '0')}`,
      code: codes[index] ?? null,
    }));
    await sql`
      INSERT INTO ach_entries (trace_number, run_id, purpose, entry_class, transaction_code, amount_cents, effective_on,
                               identification, state, return_code)
      SELECT trace, 'CRUN', ${purpose}, 'WEB', '27', 100, ${settledOn}, 'x',
             CASE WHEN code IS NULL THEN 'settled' ELSE 'returned' END, code
        FROM json_to_recordset(${JSON.stringify(rows)}::json) AS given(trace text, code text)`.execute(database.db);
  }

  async function alarms(times = 1, today = TODAY): Promise<string[]> {
    for (let time = 0; time < times; time += 1) {
      await database.db.transaction().execute((trx) => watchReturnRates(trx, today));
    }
    const rows = await database.db.selectFrom('exceptions').selectAll().orderBy('exception_id').execute();
    return rows.map(({ kind, detail }) => `${kind} ${detail.split(':')[0]}`);
  }

  const times = (count: number, code: string): string[] => Array.from({ length: count }, () => code);

  it.each<[string, number, string[], string[]]>([
    ['nothing comes back', 1_000, [], []],
    ['3 of 1,000 were unauthorized', 1_000, times(3, 'R10'), []],
    ['4 of 1,000 were unauthorized, 80 % of the limit', 1_000, times(4, 'R07'), ['return_rate_warning unauthorized']],
    ['5 of 1,000 were unauthorized, the limit', 1_000, times(5, 'R29'), ['return_rate_exceeded unauthorized']],
    ['23 of 1,000 were administrative', 1_000, times(23, 'R03'), []],
    ['24 of 1,000 were administrative', 1_000, times(24, 'R02'), ['return_rate_warning administrative']],
    ['30 of 1,000 were administrative', 1_000, times(30, 'R04'), ['return_rate_exceeded administrative']],
    ['119 of 1,000 came back', 1_000, times(119, 'R01'), []],
    ['120 of 1,000 came back', 1_000, times(120, 'R01'), ['return_rate_warning overall']],
    ['150 of 1,000 came back', 1_000, times(150, 'R01'), ['return_rate_exceeded overall']],
    ['99 debits are too few to say', 99, times(50, 'R10'), []],
    ['100 debits are enough', 100, ['R10'], ['return_rate_exceeded unauthorized']],
  ])('speaks in time: %s', async (_what, count, codes, expected) => {
    await debits(count, codes);
    expect(await alarms()).toEqual(expected);
  });

  it('looks at sixty days, at debits and retries and nothing else', async () => {
    await debits(99, times(9, 'R10'));
    await debits(500, [], addDays(TODAY, -60));
    await debits(500, [], addDays(TODAY, 1));
    await debits(500, [], TODAY, 'funding');
    expect(await alarms()).toEqual([]);
    await debits(1, [], addDays(TODAY, -59), 'retry');
    expect(await alarms()).toEqual(['return_rate_exceeded unauthorized']);
  });

  it('speaks once a class and day', async () => {
    await debits(100, times(20, 'R10'));
    const both = ['return_rate_exceeded overall', 'return_rate_exceeded unauthorized'];
    expect(await alarms(3)).toEqual(both);
    expect(await alarms(1, addDays(TODAY, 1))).toEqual([both[0], both[0], both[1], both[1]]);
  });
});
