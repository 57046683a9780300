import { setTimeout } from 'node:timers/promises';
import { countOpen, findPaidOff } from '../../db/collections-paid-off';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';

const ASK_EVERY_MS = 100;
/** A lease that has not ended by then is told again tomorrow; the run goes on. */
const ASK_UNTIL_MS = 10_000;

/** Leases whose rent is all paid, or which Ohio law makes the customer's, at most 500 at once, in order of their IDs. */
export function leasesPaidOff({ db }: ActivityDeps) {
  return async (_day: { businessOn: CalendarDate }): Promise<{ leaseIds: LeaseId[] }> => ({
    leaseIds: await findPaidOff(db),
  });
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
