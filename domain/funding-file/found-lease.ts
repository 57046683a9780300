import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';
import type { StoreId } from '../ids';
import type { LeaseStatus, ServicingState } from '../lease-status';

/** What SQL knows of the lease a row names, before the row is acted on. */
export interface FoundLease {
  storeId: StoreId;
  /** the store the row names: `findNamedStore` of its `storeName` */
  namedStoreId: StoreId | undefined;
  customer: { lastName: string };
  status: LeaseStatus;
  servicingState: ServicingState | null;
  isBlocked: boolean;
  /** of the current contract, as price adjustments left it; null without one */
  invoiceTotalCents: Cents | null;
  /** of a Funded lease: the invoice as it funded, where returns have lowered it since */
  fundedInvoiceCents?: Cents;
  /** US cents, of the current contract's lines */
  lineTotals: readonly number[];
  deliveredOn: CalendarDate | null;
  /** its order was called off (`contract.cancelled` in the timeline, or all of it returned undelivered) */
  wasCancelled: boolean;
  /** the customer signed the current contract, but the card was refused: a verdict on `agreementSigned` says so */
  isCardRefused: boolean;
}
