import { sql } from 'kysely';
import { calendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { CollectionWorld } from '../support/collection-world';
import { postgresLedger } from '../support/ledger-database';

const PAYMENTS = [{ dueOn: '2026-12-04', amountCents: 7_504 }];

describe('a collection run where transactions run side by side', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await CollectionWorld.open(await postgresLedger());
  }, 60_000);
  afterEach(() => world.close());

  const cut = (businessOn: string) => world.run('cutCollectionRun', { businessOn: calendarDate(businessOn) });

  it('cut by two workers at once is one run, each payment in it once', async () => {
    const leases = await world.plant(...Array.from({ length: 50 }, () => ({ payments: PAYMENTS })));
    const answers = await Promise.all([cut('2026-12-03'), cut('2026-12-03'), cut('2026-12-03')]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    for (const lease of leases) expect(await world.entries(lease)).toHaveLength(1);
  });

  it('waits for a return that is being posted, and does not debit what it takes away', async () => {
    const lease = await world.plantOne({ payments: PAYMENTS });
    const { returned, cutAnswer } = await whileHeld(lease, `state = 'cancelled'`);
    await Promise.all([returned, cutAnswer]);
    expect(await world.entries(lease)).toEqual([]);
    expect(await cutAnswer).toMatchObject({ runId: 'CRUN-2026-12-03', hasFile: false });
  });

  it('debits what is left after a payment that was being taken', async () => {
    const lease = await world.plantOne({ payments: PAYMENTS });
    const { returned, cutAnswer } = await whileHeld(lease, 'paid_cents = 7000');
    await Promise.all([returned, cutAnswer]);
    expect(await world.entries(lease)).toEqual(['2026-12-04 debit WEB 504 in_file']);
  });

  it('settles once, although two workers settle', async () => {
    const lease = await world.plantOne({ payments: PAYMENTS });
    await world.day('2026-12-03');
    const settle = () => world.run('settleCollections', { businessOn: calendarDate('2026-12-04') });
    await Promise.all([settle(), settle()]);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504 of 7504']);
    const uses = await sql`SELECT amount_cents FROM payment_applications WHERE lease_id = ${lease}`.execute(world.db);
    expect(uses.rows).toEqual([{ amount_cents: 7_504 }]);
  });

  /** Somebody holds the lease as every report does, changes its payment, and commits only once the cut waits for it. */
  async function whileHeld(lease: LeaseId, changes: string) {
    let letGo = (): void => undefined;
    const waits = new Promise<void>((resolve) => (letGo = resolve));
    let hasChanged = (): void => undefined;
    const changed = new Promise<void>((resolve) => (hasChanged = resolve));
    const returned = world.db.transaction().execute(async (trx) => {
      await sql`SELECT FROM leases WHERE lease_id = ${lease} FOR UPDATE`.execute(trx);
      await sql`UPDATE scheduled_payments SET ${sql.raw(changes)} WHERE lease_id = ${lease}`.execute(trx);
      hasChanged();
      await waits;
    });
    await changed;
    const cutAnswer = cut('2026-12-03');
    while (!(await isSomebodyWaiting())) await new Promise((resolve) => setTimeout(resolve, 20));
    letGo();
    return { returned, cutAnswer };
  }

  async function isSomebodyWaiting(): Promise<boolean> {
    const { rows } = await sql`
      SELECT FROM pg_locks WHERE NOT granted AND pid <> pg_backend_pid()
         AND (database IS NULL OR database = (SELECT oid FROM pg_database WHERE datname = current_database()))`.execute(
      world.db,
    );
    return rows.length > 0;
  }
});
