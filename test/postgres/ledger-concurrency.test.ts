import { sql } from 'kysely';
import { postEntries } from '../../db/ledger';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, merchantId } from '../../domain/ids';
import { initialPaymentCaptured } from '../../domain/ledger-entries';
import { type LedgerDatabase, postgresLedger } from '../support/ledger-database';

const capture = (round: number) =>
  initialPaymentCaptured({
    leaseId: leaseId('1002003001'),
    merchantId: merchantId('M-1'),
    occurredAt: '2026-11-24T20:14:38.000Z' as Instant,
    round,
    amountCents: cents(4_900),
  });

let ledger: LedgerDatabase;
beforeAll(async () => {
  ledger = await postgresLedger();
});
afterAll(() => ledger.close());

/** Asks the server, so that nothing depends on how fast this machine is. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await sql<{ waiting: number }>`
      SELECT count(*) AS waiting FROM pg_stat_activity
       WHERE datname = current_database() AND wait_event_type = 'Lock'`.execute(ledger.db);
    if ((rows[0]?.waiting ?? 0) >= count) return;
  }
}

describe('posting from several processes at once', () => {
  it('never deadlocks on the same keys given in opposite orders, and posts each once', async () => {
    const [first, middle, last] = [capture(1), capture(2), capture(3)];
    const blocker = await ledger.db.startTransaction().execute();
    await postEntries(blocker, [middle]);
    const forward = postEntries(ledger.db, [first, middle, last]);
    const backward = postEntries(ledger.db, [last, middle, first]);
    await untilWaiting(2);
    await blocker.rollback().execute();

    await expect(Promise.all([forward, backward])).resolves.toBeDefined();
    const { rows } = await sql`
      SELECT business_key, count(*) AS lines FROM journal_entries JOIN postings USING (entry_id)
       GROUP BY business_key ORDER BY business_key`.execute(ledger.db);
    expect(rows).toEqual([first, middle, last].map(({ key }) => ({ business_key: key, lines: 2 })));
  });

  it('waits for the other to commit, then passes over what the other posted', async () => {
    const shared = capture(4);
    const other = await ledger.db.startTransaction().execute();
    await postEntries(other, [shared]);
    const mine = postEntries(ledger.db, [shared]);
    await untilWaiting(1);
    await other.commit().execute();
    await expect(mine).resolves.toBeUndefined();
  });

  it('tells the later one of a conflict even when both began before either was there', async () => {
    const shared = capture(5);
    const other = await ledger.db.startTransaction().execute();
    await postEntries(other, [shared]);
    const mine = postEntries(ledger.db, [{ ...shared, kind: 'LeaseOpened' }]);
    await untilWaiting(1);
    await other.commit().execute();
    await expect(mine).rejects.toMatchObject({ code: 'ENTRY_CONFLICT' });
  });
});
