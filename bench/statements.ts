import { calendarDate } from '../domain/calendar-date';
import { instant } from '../domain/calendar-date';
import { startBenchDatabase } from './bench-database';
import { plantFundedLeases } from './planted-leases';
import { bankingDays, RunDays } from './run-days';
import type { Finding } from './row';

const SMALL = 1_000;
const LARGE = 100_000;
const AIM = 20;

/**
 * One banking day with 1,000 leases and one with 100,000: each settles debits, assesses fees, files debits, settles and
 * pays merchants. A tenth of the leases is due on each day.
 */
export async function statements(): Promise<Finding> {
  const system = await startBenchDatabase();
  try {
    const small = await dayOf(system, '2027-03-01', { count: SMALL, firstId: 3_000_000_000 });
    const large = await dayOf(system, '2027-04-05', { count: LARGE - SMALL, firstId: 4_000_000_000 });
    const isEqual = small === large;
    return {
      value: large,
      against: `${SMALL} leases: ${small} statements; ${LARGE}: ${large}`,
      ratio: null,
      inWords: { ships: isEqual, reachesAim: isEqual && large <= AIM },
    };
  } finally {
    await system.close();
  }
}

/** @returns the statements of the fourth day: by then everything that a day does is there to be done */
async function dayOf(
  { db, cipher }: Awaited<ReturnType<typeof startBenchDatabase>>,
  firstOn: string,
  { count, firstId }: { count: number; firstId: number },
): Promise<number> {
  const days = bankingDays(calendarDate(firstOn), 4);
  const [first] = days;
  if (!first) throw new Error('no banking day');
  await plantFundedLeases(db, cipher, {
    ...{ count, firstId, merchantIds: ['mer_bestsofa', 'mer_acme'], deliveredOn: calendarDate('2027-02-01') },
    fundedAt: instant(Date.parse(`${first}T12:00:00Z`)),
    payments: { count: 1, firstDueOn: first, dayStep: 14, spreadDays: 10 },
  });
  const runs = new RunDays({ db, cipher });
  let before = 0;
  for (const businessOn of days) {
    before = runs.statementCount;
    await runs.day(businessOn);
  }
  return runs.statementCount - before;
}
