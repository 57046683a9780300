import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';

/** The steps of a collection run, each safe to repeat; a fixed number of SQL statements whatever the leases. */
export function collectionRunActivities(_deps: ActivityDeps) {
  return {
    /** Debits and refunds that settled by this day become payments. */
    async settleCollections(_input: { businessOn: CalendarDate }): Promise<void> {
      throw new Error('not built yet');
    },
    /** One-time payments whose day has come are taken from their cards. */
    async chargeDuePayments(_input: { businessOn: CalendarDate }): Promise<void> {
      throw new Error('not built yet');
    },
    async assessLateFees(_input: { businessOn: CalendarDate }): Promise<void> {
      throw new Error('not built yet');
    },
    /** One transaction: debits that fall due on the next banking day, re-presentments, refunds. */
    async cutCollectionRun(_input: { businessOn: CalendarDate }): Promise<{ runId: string; hasFile: boolean }> {
      throw new Error('not built yet');
    },
    async sendCollectionFile(_input: { runId: string }): Promise<void> {
      throw new Error('not built yet');
    },
    /** Leases whose rent is all paid, or which Ohio law makes the customer's: each is told so once (T27). */
    async leasesPaidOff(_input: { businessOn: CalendarDate }): Promise<{ leaseIds: LeaseId[] }> {
      throw new Error('not built yet');
    },
    /** Resolves when SQL shows that these leases have ended. */
    async leasesEnded(_input: { leaseIds: LeaseId[] }): Promise<void> {
      throw new Error('not built yet');
    },
  };
}
