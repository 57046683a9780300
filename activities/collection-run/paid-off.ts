import { setTimeout } from 'node:timers/promises';
import { countOpen, findPaidOff } from '../../db/collections-paid-off';
import type { Db } from '../../db/database';
import { findLease } from '../../db/leases';
import { readPurchaseFacts } from '../../db/purchase-facts';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { isOwnedByLaw } from '../../domain/purchase-option/automatic-ownership';
import type { ActivityDeps } from '../deps';

const ASK_EVERY_MS = 100;
/** A lease that has not ended by then is told again tomorrow; the run goes on. */
const ASK_UNTIL_MS = 10_000;

/**
 * Leases that are the customer's (T27), at most 500 at once, in order of their IDs: the rent is all paid, or in Ohio half
 * of the payments made is as much as the cash price.
 */
export function leasesPaidOff({ db }: ActivityDeps) {
  return async ({ businessOn }: { businessOn: CalendarDate }): Promise<{ leaseIds: LeaseId[] }> => {
    const leaseIds: LeaseId[] = [];
    for (const { leaseId, isPaid } of await findPaidOff(db)) {
      if (isPaid || (await isOwned(db, leaseId, businessOn))) leaseIds.push(leaseId);
    }
    return { leaseIds };
  };
}

async function isOwned(db: Db, leaseId: LeaseId, asOfOn: CalendarDate): Promise<boolean> {
  const lease = await findLease(db, leaseId);
  return lease !== undefined && isOwnedByLaw(await readPurchaseFacts(db, lease, asOfOn), asOfOn);
}

/** Comes back when SQL shows that all of these leases have ended, or after ten seconds. */
export function leasesEnded({ db }: ActivityDeps) {
  return async ({ leaseIds }: { leaseIds: LeaseId[] }): Promise<void> => {
    for (let waitedMs = 0; waitedMs < ASK_UNTIL_MS; waitedMs += ASK_EVERY_MS) {
      if ((await countOpen(db, leaseIds)) === 0) return;
      await setTimeout(ASK_EVERY_MS);
    }
  };
}
