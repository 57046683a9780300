import type { Trx } from '../../db/database';
import { closeAsOwned } from '../../db/closings';
import { lockLease, type LeaseRow } from '../../db/leases';
import { openAccount } from '../../db/payments';
import { readPurchaseFacts } from '../../db/purchase-facts';
import type { CalendarDate } from '../../domain/calendar-date';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { isOwnedByLaw } from '../../domain/purchase-option/automatic-ownership';
import { accountDay } from '../account-day';
import type { ActivityDeps } from '../deps';
import type { ServicingRequest } from '.';

/**
 * Ends a lease whose rent is all paid, or of which Ohio law makes the customer the owner (T27): whoever says so is
 * believed only as far as SQL agrees. Late fees do not keep the goods from the customer: open ones are waived (0017).
 */
export function closePaidOff({ db }: ActivityDeps) {
  return async ({ leaseId, at }: ServicingRequest): Promise<ServicingAnswer> => {
    return await db.transaction().execute(async (trx) => {
      const lease = await lockLease(trx, leaseId);
      const day = await accountDay(trx, lease, at);
      if (!(await isCustomers(trx, lease, day.on))) {
        return { outcome: 'refused', code: 'ILLEGAL_TRANSITION', detail: 'rent is still to be paid' };
      }
      await closeAsOwned(trx, lease, day.at);
      return { outcome: 'accepted', fact: { kind: 'paid_off' } };
    });
  };
}

async function isCustomers(trx: Trx, lease: LeaseRow, on: CalendarDate): Promise<boolean> {
  const { rent } = await openAccount(trx, lease.lease_id);
  return rent.length === 0 || isOwnedByLaw(await readPurchaseFacts(trx, lease, on), on);
}
