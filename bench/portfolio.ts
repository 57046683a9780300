import type { MessageId } from '../domain/ids';
import { onOrNextBankingDay } from '../domain/banking-calendar';
import { addDays, calendarDate, type CalendarDate, instant } from '../domain/calendar-date';
import { startBenchDatabase } from './bench-database';
import { wrongBalances } from './independent-balances';
import { plantFundedLeases } from './planted-leases';
import { requireBooks } from './require-books';
import type { Finding } from './row';
import { RunDays } from './run-days';

const FIRST_ON = calendarDate('2027-01-04');
const LAST_ON = calendarDate('2029-12-31');
const COHORTS = 24;
const COHORT_SIZE = 12;
const COHORT_DAYS = 30;
/** What the simulated bank answers to a twelfth of the leases each; the others settle. */
const MAGIC: Readonly<Record<number, string>> = { 3: '0001', 5: '0020', 7: '0098', 9: '0061', 11: '0011' };

type System = Awaited<ReturnType<typeof startBenchDatabase>>;

/**
 * Three years of banking days over leases that come in month by month, pay, bounce and end. Afterwards every balance is
 * computed again from what customers paid and were charged, without the ledger, and the laws of the books are proven.
 */
export async function portfolio(): Promise<Finding> {
  const system = await startBenchDatabase();
  try {
    const runs = new RunDays(system);
    const startedAt = performance.now();
    let dayCount = 0;
    let cohort = 0;
    for (let day = FIRST_ON; day <= LAST_ON; day = onOrNextBankingDay(addDays(day, 1))) {
      if (cohort < COHORTS && day >= addDays(FIRST_ON, cohort * COHORT_DAYS))
        await plantCohort(system, day, (cohort += 1));
      await runs.day(day);
      await endPaidOff(system, runs, day);
      dayCount += 1;
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    await requireBooks(system.db);
    const wrong = await wrongBalances(system.db);
    return {
      value: dayCount / seconds,
      against: `${dayCount} banking days, ${COHORTS * COHORT_SIZE} leases, ${runs.statementCount} statements in ${seconds.toFixed(0)} s; ${wrong.length} balances differ`,
      ratio: null,
      inWords: { ships: wrong.length === 0, reachesAim: wrong.length === 0 },
    };
  } finally {
    await system.close();
  }
}

async function plantCohort({ db, cipher }: System, fundedOn: CalendarDate, cohort: number): Promise<void> {
  await plantFundedLeases(db, cipher, {
    ...{ count: COHORT_SIZE, firstId: 3_000_000_000 + cohort * 100, merchantIds: ['mer_bestsofa', 'mer_acme'] },
    accountOf: (id) => `4001${id.slice(-4)}${MAGIC[Number(id.slice(-2))] ?? '8765'}`,
    ...{ fundedAt: instant(Date.parse(`${fundedOn}T15:00:00Z`)), deliveredOn: fundedOn },
    payments: { count: 26, firstDueOn: addDays(fundedOn, 8), dayStep: 14, spreadDays: 7 },
  });
}

/** What the lease's Workflow does when it hears that it is paid off: the activity closes its books, its row says so. */
async function endPaidOff({ db }: System, runs: RunDays, businessOn: CalendarDate): Promise<void> {
  for (const leaseId of await runs.paidOff(businessOn)) {
    const at = instant(Date.parse(`${businessOn}T22:00:00Z`));
    await runs.close({ leaseId, messageId: `msg_paid_off_${leaseId}` as MessageId, at, isFunded: true });
    await db
      .updateTable('leases')
      .set({ servicing_state: 'owned_by_term', is_over: true })
      .where('lease_id', '=', leaseId)
      .execute();
  }
}
