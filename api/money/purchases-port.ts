import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import type { PurchaseQuote } from '../../domain/purchase-option/quote';
import type { Caller } from '../ports';

export type PurchaseOption = { quoteId: string; asOfOn: CalendarDate } & PurchaseQuote;

/**
 * Prices of early purchase. A quote is kept; the same day and account give the same one.
 * @throws LeaseError LEASE_NOT_FOUND, ILLEGAL_TRANSITION when the lease is not Funded or has ended
 */
export interface PurchaseQuotes {
  /** @param asOfOn the lease's own today when absent */
  quote(caller: Caller, leaseId: LeaseId, asOfOn: CalendarDate | undefined): Promise<PurchaseOption>;
}
