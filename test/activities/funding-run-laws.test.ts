import fc from 'fast-check';
import { sql } from 'kysely';
import type { CalendarDate } from '../../domain/calendar-date';
import type { MerchantId } from '../../domain/ids';
import { FundingWorld, noon } from '../support/funding-world';
import { Killer } from '../support/kill-point';
import { embeddedLedger } from '../support/ledger-database';

let world: FundingWorld;
beforeAll(async () => {
  world = new FundingWorld(await embeddedLedger());
  world.releaseLimitCents = Number.MAX_SAFE_INTEGER;
}, 60_000);
afterAll(() => world.close());

interface Line {
  dayIndex: number;
  merchantIndex: number;
  cents: number;
}

const DAY_COUNT = 4;

const lines = fc.array(
  fc.record<Line>({
    dayIndex: fc.nat(DAY_COUNT - 1),
    merchantIndex: fc.nat(2),
    cents: fc.oneof(fc.integer({ min: -60_000, max: 60_000 }), fc.integer({ min: -9, max: 9 })).filter((n) => n !== 0),
  }),
  { maxLength: 25 },
);

/** Above zero a Funded lease, below it a return; the ledger is left out: what is judged here is the runs' own arithmetic. */
async function post(days: readonly CalendarDate[], merchants: readonly MerchantId[], given: readonly Line[]) {
  const rows = given.map(({ dayIndex, merchantIndex, cents }, index) => ({
    funding_id: `FND-${days[0] ?? ''}-${index}`,
    merchant_id: merchants[merchantIndex],
    ...(cents > 0 ? { kind: 'funding', gross: cents, adjustment: 0 } : { kind: 'return', gross: 0, adjustment: cents }),
    posted_at: noon(days[dayIndex] ?? ''),
  }));
  await sql`
    INSERT INTO funding_lines (funding_id, merchant_id, kind, gross_cents, adjustment_cents, posted_at)
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
      AS row(funding_id text, merchant_id text, kind text, gross bigint, adjustment bigint, posted_at timestamptz)`.execute(
    world.db,
  );
}

/** What each run paid, by an arithmetic of its own: one running balance, paid out whenever it is above zero. */
function expectedOf(given: readonly Line[], merchantIndex: number): number[] {
  let balance = 0;
  return Array.from({ length: DAY_COUNT }, (_, dayIndex) => {
    const own = given.filter((line) => line.dayIndex === dayIndex && line.merchantIndex === merchantIndex);
    balance += own.reduce((sum, line) => sum + line.cents, 0);
    const paid = Math.max(balance, 0);
    balance -= paid;
    return paid;
  });
}

it('whatever happens on whatever day: what is paid and what is carried is what the lines add up to', async () => {
  await fc.assert(
    fc.asyncProperty(lines, async (given) => {
      const days = Array.from({ length: DAY_COUNT }, () => world.freshDay());
      const merchants = [await world.merchant(), await world.merchant(), await world.merchant()];
      await post(days, merchants, given);
      for (const on of days) await world.run(on);
      for (const [merchantIndex, merchant] of merchants.entries()) {
        const paid = [];
        for (const on of days) paid.push((await world.net(`FRUN-${on}`, merchant))?.paid_cents ?? 0);
        expect(paid).toEqual(expectedOf(given, merchantIndex));
        await expectRunsAddUp(merchant);
      }
    }),
    { numRuns: 20 },
  );
}, 120_000);

/** The lines of a run add up to what it pays; each line is in one run; what is open is the carry. */
async function expectRunsAddUp(merchant: MerchantId): Promise<void> {
  const { rows } = await sql<{ run_id: string | null; net: number; paid: number | null; entries: number | null }>`
    SELECT line.run_id, sum(gross_cents + adjustment_cents)::bigint AS net,
           (SELECT paid_cents FROM funding_run_merchants net
             WHERE net.run_id = line.run_id AND net.merchant_id = line.merchant_id) AS paid,
           (SELECT sum(amount_cents)::bigint FROM ach_entries entry
             WHERE entry.run_id = line.run_id AND entry.merchant_id = line.merchant_id) AS entries
      FROM funding_lines line WHERE merchant_id = ${merchant} GROUP BY run_id, merchant_id`.execute(world.db);
  for (const { run_id, net, paid, entries } of rows) {
    if (run_id === null) expect(net).toBeLessThanOrEqual(0);
    else expect([net, entries ?? 0]).toEqual([paid, paid]);
  }
  const open = rows.find(({ run_id }) => run_id === null)?.net ?? 0;
  const given = (await world.lines(merchant)).filter(({ kind }) => kind !== 'carry');
  const total = given.reduce((sum, line) => sum + line.gross_cents + line.adjustment_cents, 0);
  expect(rows.reduce((sum, { paid }) => sum + (paid ?? 0), 0) + open).toBe(total);
}

it('runs a day in as many round trips for 1,000 leases as for 10', async () => {
  const counts = [];
  // The first day has nothing to settle from the day before.
  for (const leaseCount of [1, 10, 1_000]) {
    const on = world.freshDay();
    const merchants = [await world.merchant(), await world.merchant()];
    const many = Array.from({ length: leaseCount }, (_, index) => ({
      dayIndex: 0,
      merchantIndex: index % 2,
      cents: 5,
    }));
    await post([on], merchants, many);
    const counter = new Killer();
    const runId = await world.asWorker(counter, (steps) => world.run(on, steps));
    for (const merchant of merchants.slice(0, leaseCount)) {
      expect(await world.net(runId, merchant)).toMatchObject({ paid_cents: 5 * Math.ceil(leaseCount / 2) });
    }
    counts.push(counter.stepCount);
  }
  expect(counts[2]).toBe(counts[1]);
  // BEGIN and COMMIT of four transactions, the bank, and the statements in between.
  expect(counts[2]).toBeLessThanOrEqual(34);
});
