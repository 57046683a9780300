import {
  applyDebits,
  lockForSettlement,
  refundSurplus,
  settleCollectionRuns,
  settleDebits,
  settleRefunds,
} from '../../db/collections-settled';
import type { CalendarDate } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';

/**
 * What was filed earlier and has settled by a banking day: debits pay rent and late fees, what they took too much is
 * owed back, refunds have arrived. One transaction; run again it finds nothing left to do.
 *
 * @throws LeaseError NOT_A_BANKING_DAY
 */
export function settleCollections({ db }: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<void> => {
    const at = cutOffOf(businessOn);
    await db.transaction().execute(async (trx) => {
      await lockForSettlement(trx, businessOn);
      await settleDebits(trx, businessOn, at);
      await applyDebits(trx);
      await refundSurplus(trx, businessOn, at);
      await settleRefunds(trx, businessOn);
      await settleCollectionRuns(trx, businessOn);
    });
  };
}
