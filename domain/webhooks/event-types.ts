import type { NewEvent } from '../lease/events';
import type { NoticeEventType } from '../notice-events';

/** What a retailer can be told of: every line of a timeline, and the notices beside it (api.md "Settled: channels"). */
export type EventType = NewEvent['type'] | NoticeEventType | 'approval.expiring' | 'contract.expiring' | 'case.opened';

/** A record, so that a type that is missing here, or gone there, does not compile. docs/WEBHOOKS.md explains each. */
const TOLD: Record<EventType, true> = {
  'application.submitted': true,
  'lease.pre_approved': true,
  'lease.pending': true,
  'lease.in_process': true,
  'lease.approved': true,
  'lease.denied': true,
  'lease.approval_expired': true,
  'lease.contracts': true,
  'lease.contracts_expired': true,
  'lease.contracts_received': true,
  'lease.lease_accepted': true,
  'lease.funded': true,
  'lease.blocked': true,
  'lease.owned': true,
  'lease.returned': true,
  'review.opened': true,
  'review.closed': true,
  'documents.received': true,
  'denial.final': true,
  'approval.moved': true,
  'approval.taken_over': true,
  'approval.expiring': true,
  'contract.expiring': true,
  'contract.cancelled': true,
  'contract.reinstated': true,
  'invoice.submitted': true,
  'invoice.replaced': true,
  'agreement.signed': true,
  'initial_payment.captured': true,
  'initial_payment.refunded': true,
  'initial_payment.declined': true,
  'shipment.reported': true,
  'shipment.delivered': true,
  'delivery.confirmed': true,
  'delivery.scheduled': true,
  'delivery.overdue': true,
  'schedule.created': true,
  'funding.payable': true,
  'funding.paid': true,
  'funding.held': true,
  'funding.returned': true,
  'return.authorized': true,
  'return.not_authorized': true,
  'merchandise.returned': true,
  'price.adjusted': true,
  'payment.taken': true,
  'payment.scheduled': true,
  'payment.cancelled': true,
  'purchase.accepted': true,
  'file.processed': true,
  'case.opened': true,
  'command.refused': true,
};

/** In the order of a lease's life. */
export const EVENT_TYPES: readonly string[] = Object.keys(TOLD);

/** Stands for every type there is, also for those to come. */
export const ALL_EVENT_TYPES = '*';
