import { findLatePayments, insertLateFees, lockForLateness, markLeases, markPastDue } from '../../db/late-fees';
import type { CalendarDate } from '../../domain/calendar-date';
import { collectionDay } from '../../domain/collections/collection-day';
import { assessLateFee, feeWindows } from '../../domain/collections/late-fee';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';

/**
 * Says who is late on a banking day: the late fee of each payment that its state now allows one for, once; and which
 * payments and leases are past due, or no longer. One transaction; run again it changes nothing.
 *
 * @throws LeaseError NOT_A_BANKING_DAY
 */
export function assessLateFees({ db }: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<void> => {
    const at = cutOffOf(businessOn);
    await db.transaction().execute(async (trx) => {
      await lockForLateness(trx, businessOn);
      const late = await findLatePayments(trx, feeWindows(businessOn));
      const fees = late.flatMap((row) => {
        const fee = assessLateFee(row, businessOn);
        return fee ? [{ ...row, fee }] : [];
      });
      await insertLateFees(trx, fees, businessOn, at);
      await markPastDue(trx, collectionDay(businessOn));
      await markLeases(trx, businessOn, at);
    });
  };
}
