import type { ShipmentView } from '../../../db/shipments';
import type { CalendarDate, Instant } from '../../../domain/calendar-date';
import type { LeaseId } from '../../../domain/ids';
import type { InvoiceItem } from '../../../domain/invoice';
import type { LineLeft } from '../../../domain/returns/lines-left';
import type { Language } from '../../pages/language';
import type { Caller } from '../../ports';

/** A line of the order as the store typed it, and what is left of it after returns and lower prices. */
export type DeskLine = InvoiceItem & Pick<LineLeft, 'leftQuantity' | 'leftCents'>;

/** What a store's desk needs of a lease beside what the API answers. */
export interface DeskLease {
  /** `Ana R.`: enough to greet somebody, and no more */
  customerName: string;
  customerLanguage: Language;
  storeName: string;
  storeKind: 'store' | 'web';
  timeZone: string;
  isBlocked: boolean;
  /** not delivered by the end of day 90 */
  isOverdue: boolean;
  signedOn: CalendarDate | null;
  /** where the goods go; null before there is an order */
  deliveryState: string | null;
  /** of the contract's order; empty before there is one */
  lines: readonly DeskLine[];
  /** parts of the order on their way */
  shipments: readonly Pick<ShipmentView, 'shipmentId' | 'lines' | 'shippedOn' | 'deliveredOn'>[];
}

/** Reads of the portal's lease pages that no other port has; all inside the caller's merchant and stores. */
export interface LeaseDesk {
  /** @throws LeaseError LEASE_NOT_FOUND */
  lease(caller: Caller, leaseId: LeaseId): Promise<DeskLease>;
  /** The customer's link of a contract that waits for its signature. @throws LeaseError LEASE_NOT_FOUND */
  signingUrl(caller: Caller, leaseId: LeaseId): Promise<string | null>;
}

/** The moment of a request, for what people type by default. Deadlines come from the lease, never from here. */
export type Now = () => Instant;
