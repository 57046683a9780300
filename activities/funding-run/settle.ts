import { settleEntries } from '../../db/funding-settlement';
import type { CalendarDate } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';

/**
 * What was due to settle by this day, and was sent, has settled: entries, lines, leases and runs say so.
 *
 * @throws LeaseError NOT_A_BANKING_DAY when the banks are closed on that day
 */
export function settleFundings({ db }: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<void> => {
    const at = cutOffOf(businessOn);
    await db.transaction().execute((trx) => settleEntries(trx, businessOn, at));
  };
}
