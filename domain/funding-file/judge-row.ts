import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { ErrorCode } from '../errors';
import type { StoreId } from '../ids';
import type { LeaseStatus, ServicingState } from '../lease-status';
import type { FundingRow } from './read-row';
import type { RowResult } from './row-result';

/** What SQL knows of the lease a row names, as it is before the row is acted on. */
export interface FoundLease {
  storeId: StoreId;
  /** the store the row names: `findNamedStore` of its `storeName` */
  namedStoreId: StoreId | undefined;
  customer: { firstName: string; lastName: string };
  status: LeaseStatus;
  servicingState: ServicingState | null;
  isBlocked: boolean;
  /** of the current contract, as price adjustments left it; null without one */
  invoiceTotalCents: Cents | null;
  /** of a Funded lease: the invoice as it was when it funded, where returns have lowered it since */
  fundedInvoiceCents?: Cents;
  /** US cents, of the current contract's lines */
  lineTotals: readonly number[];
  deliveredOn: CalendarDate | null;
  /** an order of this lease was called off (`contract.cancelled` in its timeline) */
  wasCancelled: boolean;
  /** the customer signed the current contract, but the card was refused (a verdict on `agreementSigned` since the invoice) */
  isCardRefused: boolean;
}

/** The lease's verdict on `deliveryConfirmed`, as its row has it. */
export interface DeliveryVerdict {
  outcome: 'accepted' | 'refused';
  code: ErrorCode | null;
  from: LeaseStatus;
  /** after the verdict */
  status: LeaseStatus;
  /** the store's date of the verdict's instant */
  judgedOn: CalendarDate;
}

/**
 * What can be said of a row without asking its lease; `tell` when only the lease can.
 * @param found undefined when no lease has this ID, or another merchant's
 */
export function beforeTelling(row: FundingRow, found: FoundLease | undefined): RowResult | 'tell' {
  void row;
  void found;
  throw new Error('follows');
}

/**
 * What the lease's verdict means for the row.
 * @param found as it was before the lease was told
 * @param after as the lease is now
 */
export function afterVerdict(
  row: FundingRow,
  verdict: DeliveryVerdict,
  found: FoundLease,
  after: { signedOn: CalendarDate | null; deliveredOn: CalendarDate | null },
): RowResult {
  void row;
  void verdict;
  void found;
  void after;
  throw new Error('follows');
}
