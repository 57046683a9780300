import { sql } from 'kysely';
import { addBankingDays } from '../../domain/banking-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { parseAchFile } from '../../domain/nacha/parse';
import { eventually } from '../local/eventually';
import { removeTemporaryFolders } from '../local/temporary-folder';
import { Runs } from '../support/e2e-runs';
import { Lives } from '../support/fault-lives';
import { FaultSystem, type Part } from '../support/fault-system';
import { SEEDS, seeded, strikeAfter } from '../support/seeds';
import { StubbornRetailer } from '../support/stubborn-retailer';

jest.setTimeout(240_000);

let system: FaultSystem;
let lives: Lives;
beforeAll(async () => {
  system = await FaultSystem.start();
  lives = new Lives(system.sandbox, new StubbornRetailer());
});
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

async function delivered(): Promise<LeaseId> {
  const lease = await lives.approved();
  await lives.sign(await lives.invoice(lease));
  await lives.deliver(lease);
  return lease;
}

/** Asks until the days have run; the same day again is the same run. */
async function runTo(asOf: CalendarDate): Promise<void> {
  await eventually(async () => {
    const answer = await system.sandbox.operations.post('/v1/sandbox/daily-run', { asOf }).catch(() => undefined);
    return answer?.status === 200 ? true : undefined;
  });
}

/** What the bank was handed for a lease's merchant is what the run owes it, once. */
async function assertPaidOnce(lease: LeaseId): Promise<void> {
  const { rows } = await sql<{ run_id: string; trace_number: string; paid_cents: number }>`
    SELECT run_id, paid.trace_number, paid.paid_cents FROM funding_lines line
      JOIN funding_run_merchants paid USING (run_id, merchant_id)
     WHERE line.lease_id = ${lease} AND line.kind = 'funding'`.execute(system.db);
  expect(rows).toHaveLength(1);
  const [row] = rows;
  const { text } = await system.sandbox.operations.get(`/v1/funding-runs/${row?.run_id}/file`);
  const entries = parseAchFile(text.trimEnd()).batches.flatMap((batch) => batch.entries);
  const paid = entries.filter(({ traceNumber }) => traceNumber === row?.trace_number);
  expect(paid.map(({ amountCents }) => amountCents)).toEqual([row?.paid_cents]);
}

/** The worker with every seed, its stores with one each: what a store's death does to Workflows has its own tests. */
const BLOWS: readonly (readonly [Part, number])[] = [
  ...SEEDS.map((seed) => ['worker', seed] as const),
  ['database', 2],
  ['temporal', 3],
];

describe('a run of three banking days goes on by itself and pays once', () => {
  it.each(BLOWS)('although the %s is killed in the middle of it, seed %i', async (part, seed) => {
    const { delayMs } = seeded(seed, 1_200);
    const lease = await delivered();
    const asOf = addBankingDays(await new Runs(system.sandbox).nextOn(), 2);
    const ran = runTo(asOf);
    await strikeAfter(delayMs);
    await system.kill(part);
    await system.untilReady();
    await ran;
    await assertPaidOnce(lease);
  });
});

it('leaves the books proven', async () => {
  await system.assertBooksAtRest();
});
