import { defineQuery, defineSignal } from '@temporalio/workflow';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
import { type LeaseId, messageId, type MessageId } from '../../domain/ids';
import type { LeaseStatus } from '../../domain/lease-status';
import type { ErrorCode } from '../../domain/errors';
import type { Envelope } from '../../domain/lease/recording';
import type { Report, ReportEvent } from '../../domain/lease/reports';
import type { LeaseNews, LeaseOrigin } from '../../domain/lease/state';

export const LEASE_TASK_QUEUE = 'leases';

export const leaseWorkflowId = (leaseId: LeaseId): string => `lease:${leaseId}`;

/** What starts a lease; the envelope is the application's own, so its decision is the verdict on it. */
export interface LeaseApplication {
  origin: LeaseOrigin;
  by: Envelope;
}

/** What a lease takes with it when it continues as new. */
export interface CarriedLease {
  lease: LeaseNews;
  verdicts: CarriedVerdict[];
}

/** The code only of a refusal. */
export type CarriedVerdict = [messageId: MessageId, version: number, code?: ErrorCode];

/** Enough to answer a repeat; the whole verdict is in SQL. */
export interface RememberedVerdict {
  messageId: MessageId;
  version: number;
  outcome: 'accepted' | 'refused';
  code?: ErrorCode;
}

/** A report on the wire: its event is the Signal's name. */
export type Message<Event extends ReportEvent = ReportEvent> = Envelope &
  Omit<Extract<Report, { event: Event }>, 'event'>;

/** Signals, not Updates: stored durably even with no worker up, and a fact cannot be asked whether it may have happened. */
export const reportSignals = {
  invoiceSubmitted: defineSignal<[Message<'invoiceSubmitted'>]>('invoiceSubmitted'),
  agreementSigned: defineSignal<[Message<'agreementSigned'>]>('agreementSigned'),
  deliveryConfirmed: defineSignal<[Message<'deliveryConfirmed'>]>('deliveryConfirmed'),
  shipmentReported: defineSignal<[Message<'shipmentReported'>]>('shipmentReported'),
  shipmentDelivered: defineSignal<[Message<'shipmentDelivered'>]>('shipmentDelivered'),
  contractCancelled: defineSignal<[Message<'contractCancelled'>]>('contractCancelled'),
  reviewOpened: defineSignal<[Message<'reviewOpened'>]>('reviewOpened'),
  reviewClosed: defineSignal<[Message<'reviewClosed'>]>('reviewClosed'),
  documentsReceived: defineSignal<[Message<'documentsReceived'>]>('documentsReceived'),
  reinstated: defineSignal<[Message<'reinstated'>]>('reinstated'),
  approvalMoved: defineSignal<[Message<'approvalMoved'>]>('approvalMoved'),
  returnAuthorizationRequested: defineSignal<[Message<'returnAuthorizationRequested'>]>('returnAuthorizationRequested'),
  returnSubmitted: defineSignal<[Message<'returnSubmitted'>]>('returnSubmitted'),
  paymentSubmitted: defineSignal<[Message<'paymentSubmitted'>]>('paymentSubmitted'),
  paymentCancelled: defineSignal<[Message<'paymentCancelled'>]>('paymentCancelled'),
  purchaseAccepted: defineSignal<[Message<'purchaseAccepted'>]>('purchaseAccepted'),
  paidOff: defineSignal<[Message<'paidOff'>]>('paidOff'),
} satisfies Record<ReportEvent, unknown>;

/**
 * What the collection run of a day tells a lease whose rent is paid. One message a day: told twice by one run it is
 * judged once, and a lease that could not be closed on one day may be on another.
 */
export function paidOffMessage(leaseId: LeaseId, businessOn: CalendarDate): Message<'paidOff'> {
  const id = messageId(`msg_paidoff_${leaseId}_${businessOn}`);
  return { messageId: id, requestId: `CRUN-${businessOn}`, actor: 'system', channel: 'collection-run' };
}

/** The decision engine answers again: a Pending lease asks at once instead of at its next try. */
export const engineRestored = defineSignal('engineRestored');

/** For operators, tests, and when SQL is behind; the API waits on SQL instead, which is faster. */
export const verdictQuery = defineQuery<RememberedVerdict | undefined, [MessageId]>('verdict');
export const leaseQuery = defineQuery<LeaseSummary>('lease');

export interface LeaseSummary {
  leaseId: LeaseId;
  status: LeaseStatus;
  version: number;
  waitsFor: string;
  nextDeadlineAt: Instant | null;
  /** nothing is under way and SQL knows everything */
  isSettled: boolean;
}
