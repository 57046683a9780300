import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId } from '../ids';
import type { Invoice } from '../invoice';
import type { StoreClock } from '../store-clock';
import type { ServicingAnswer } from './servicing-answer';

/** What callers report: facts of the outside world, each judged once. Named like the Signals that carry them. */
export type Report =
  | { event: 'invoiceSubmitted'; invoice: Invoice }
  | { event: 'agreementSigned'; round: number; agreementSha256: string }
  /** `invoiceTotalCents`: what a file says that was delivered; absent where nobody says */
  | { event: 'deliveryConfirmed'; deliveredOn: CalendarDate; lines?: DeliveredLine[]; invoiceTotalCents?: Cents }
  | { event: 'shipmentReported'; lines: DeliveredLine[]; deliveredOn?: CalendarDate }
  | { event: 'shipmentDelivered'; shipmentId: string; deliveredOn: CalendarDate }
  | { event: 'contractCancelled' }
  | { event: 'reviewOpened' }
  | { event: 'reviewClosed'; decision: 'approved' | 'denied'; approvalLimitCents?: Cents }
  | { event: 'documentsReceived'; decision: 'approved' | 'denied'; approvalLimitCents?: Cents }
  | { event: 'reinstated' }
  | { event: 'approvalMoved'; toLeaseId: LeaseId }
  | ServicingReport;

/**
 * What is reported about goods and money of a signed lease. The lease judges only whether it may be heard at all; the
 * rest of what was said is in SQL under the message, and what comes of it is {@link ServicingAnswer}.
 */
export type ServicingReport =
  | { event: 'returnAuthorizationRequested' }
  /** `lastRunOn`: the newest funding run's day, which in a sandbox may lie ahead of the lease's own clock */
  | { event: 'returnSubmitted'; returnedOn: CalendarDate; lastRunOn?: CalendarDate }
  | { event: 'paymentSubmitted' }
  | { event: 'paymentCancelled'; paymentId: string }
  | { event: 'purchaseAccepted'; quoteId: string }
  | { event: 'paidOff' };

export type ServicingEvent = ServicingReport['event'];

export type ReportEvent = Report['event'];

export interface DeliveredLine {
  lineNumber: number;
  quantity: number;
}

/** What the lease's own story finds out: answers of the outside and deadlines that passed. Never refused. */
export type Happening =
  | { event: 'decided'; outcome: DecisionOutcome; proposedLimitCents: Cents; clock: StoreClock; expiresAt?: Instant }
  | { event: 'engineDown'; clock: StoreClock }
  | { event: 'agreementRendered'; round: number; agreementSha256: string }
  | { event: 'cardAnswered'; outcome: CardOutcome; captureReference: string }
  | { event: 'refunded' }
  | { event: 'acceptancePassed' }
  | { event: 'approvalRanOut' }
  | { event: 'contractsRanOut' }
  | { event: 'expiryNeared' }
  | { event: 'denialBecameFinal' }
  | { event: 'deliveryOverdue' }
  | { event: 'fundingFellDue' }
  | { event: 'goodsTaken' }
  | { event: 'opened' }
  | { event: 'servicingAnswered'; answer: ServicingAnswer };

export type DecisionOutcome = 'approved' | 'denied' | 'pre_approved';
export type CardOutcome = 'captured' | 'declined' | 'card_type_not_accepted';
