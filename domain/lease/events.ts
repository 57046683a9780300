import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { ErrorCode } from '../errors';
import type { LeaseId } from '../ids';
import type { LeaseStatus } from '../lease-status';
import type { DeliveredLine } from './reports';

/** An invoice as the timeline names it. */
interface InvoiceData {
  round: number;
  invoiceTotalCents: Cents;
}

/** Money of one contract round; the ledger posts it under that round. */
interface MoneyData {
  round: number;
  amountCents: Cents;
}

/** What a return or a lower price moved; `number` counts the returns of a lease. */
interface ReturnData {
  number: number;
  merchantDebitCents: Cents;
  customerRefundCents: Cents;
}

/** A shipment, and what of the order is not delivered yet after it. */
interface ShipmentData {
  shipmentId: string;
  outstanding: DeliveredLine[];
}

/** Still so many whole days in which the lease can be used. */
interface ExpiryData {
  daysLeft: number;
  expiresAt: Instant;
}

/**
 * Every line a timeline can have (api.md "timeline"). Closed, because what is stored and what is posted in the ledger
 * hangs on it: a misspelt type must not compile.
 */
export type NewEvent =
  | { type: 'application.submitted'; data?: never }
  | { type: `lease.${LeaseStatus}`; data?: never }
  | { type: 'lease.blocked'; data?: never }
  | { type: 'review.opened'; data?: never }
  | { type: 'review.closed' | 'documents.received'; data: { decision: 'approved' | 'denied' } }
  | { type: 'denial.final'; data?: never }
  | { type: 'approval.moved'; data: { toLeaseId: LeaseId } }
  | { type: 'approval.taken_over'; data: { fromLeaseId: LeaseId | null } }
  | { type: 'invoice.submitted' | 'invoice.replaced'; data: InvoiceData }
  | { type: 'contract.cancelled'; data: { round: number } }
  | { type: 'contract.reinstated'; data?: never }
  | { type: 'agreement.signed'; data: { round: number; signedOn: CalendarDate } }
  | { type: 'initial_payment.captured' | 'initial_payment.refunded'; data: MoneyData }
  | { type: 'initial_payment.declined'; data: { attempt: number } }
  | { type: 'delivery.confirmed' | 'delivery.scheduled'; data: { deliveredOn: CalendarDate } }
  | { type: 'delivery.overdue'; data?: never }
  | { type: 'shipment.reported'; data: ShipmentData }
  | { type: 'shipment.delivered'; data: ShipmentData & { deliveredOn: CalendarDate } }
  | { type: 'approval.expiring' | 'contract.expiring'; data: ExpiryData }
  | { type: 'funding.payable' | 'schedule.created'; data?: never }
  | { type: 'return.authorized' | 'return.not_authorized'; data?: never }
  | { type: 'merchandise.returned' | 'price.adjusted'; data: ReturnData }
  | { type: 'payment.taken' | 'payment.scheduled' | 'payment.cancelled'; data: { amountCents: Cents } }
  | { type: 'purchase.accepted'; data: { amountCents: Cents } }
  | { type: 'lease.owned'; data: { by: 'term' | 'buyout' } }
  | { type: 'lease.returned'; data?: never }
  | { type: 'command.refused'; data: { code: ErrorCode } };
