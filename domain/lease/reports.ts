import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId } from '../ids';
import type { Invoice } from '../invoice';
import type { StoreClock } from '../store-clock';

/** What callers report: facts of the outside world, each judged once. Named like the Signals that carry them. */
export type Report =
  | { event: 'invoiceSubmitted'; invoice: Invoice }
  | { event: 'agreementSigned'; round: number; agreementSha256: string }
  | { event: 'deliveryConfirmed'; deliveredOn: CalendarDate; lines?: DeliveredLine[] }
  | { event: 'contractCancelled' }
  | { event: 'reviewOpened' }
  | { event: 'reviewClosed'; decision: 'approved' | 'denied'; approvalLimitCents?: Cents }
  | { event: 'documentsReceived'; decision: 'approved' | 'denied'; approvalLimitCents?: Cents }
  | { event: 'reinstated' }
  | { event: 'approvalMoved'; toLeaseId: LeaseId };

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
  | { event: 'denialBecameFinal' }
  | { event: 'deliveryOverdue' }
  | { event: 'fundingFellDue' }
  | { event: 'goodsTaken' }
  | { event: 'opened' };

export type DecisionOutcome = 'approved' | 'denied' | 'pre_approved';
export type CardOutcome = 'captured' | 'declined' | 'card_type_not_accepted';
