import { tellOfPaid } from '../../db/funding-events';
import { mirrorInLeases, moveLines } from '../../db/funding-lines';
import { lockDueRuns, settleRuns } from '../../db/funding-settlement';
import type { CalendarDate } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';

/**
 * What was due to settle by this day, and was sent, has settled: entries, lines, leases and runs say so, and retailers are told. Entries of a
 * run settle on one day; the lines of one that came back say so already, and stay as they are.
 *
 * @throws LeaseError NOT_A_BANKING_DAY when the banks are closed on that day
 */
export function settleFundings({ db }: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<void> => {
    const at = cutOffOf(businessOn);
    await db.transaction().execute(async (trx) => {
      const runIds = await lockDueRuns(trx, businessOn);
      if (runIds.length === 0) return;
      await settleRuns(trx, runIds);
      await moveLines(trx, runIds, { from: 'in_file', to: 'settled' });
      await mirrorInLeases(trx, runIds, at);
      await tellOfPaid(trx, runIds, at);
    });
  };
}
