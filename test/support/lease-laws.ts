import { addDays } from '../../domain/calendar-date';
import { ERROR_CATALOGUE, type ErrorCode } from '../../domain/errors';
import type { LeaseStatus } from '../../domain/lease-status';
import { actsAt, nextDeadline } from '../../domain/lease/deadline';
import type { Judgement } from '../../domain/lease/judgement';
import { project } from '../../domain/lease/projection';
import type { ReportEvent } from '../../domain/lease/reports';
import type { ServicingFact } from '../../domain/lease/servicing-answer';
import { type LeaseState, openErrand, type ServicingEnd } from '../../domain/lease/state';
import { outstanding } from '../../domain/lease/shipments';
import { localDate } from '../../domain/store-clock';
import type { Step } from './lease-exploration';
import { type Fact, isReport } from './lease-fixture';
import { deadlineOf, isAtRest } from './lease-story';

/** One fact, met: what was before, what was judged, what is after. */
export interface Met {
  before: LeaseState;
  fact: Fact;
  at: Step['before']['at'];
  judgement: Judgement;
  after: LeaseState;
}

type Law = (met: Met) => boolean;

const HAS_PAID: readonly LeaseStatus[] = ['contracts_received', 'lease_accepted', 'funded'];
const BLOCKED_IN: readonly LeaseStatus[] = ['contracts', 'contracts_expired', 'approval_expired'];

/** By the last part of an order: delivered, or returned before it was. */
const isCompleted = ({ before, after, fact }: Met): boolean =>
  ['shipmentReported', 'shipmentDelivered', 'servicingAnswered'].includes(fact.event) &&
  (before.shipments !== null || fact.event === 'shipmentReported') &&
  outstanding(after).length === 0;

const isBlock = ({ judgement: { events } }: Met): boolean => events.some(({ type }) => type === 'lease.blocked');
const moneyHeld = (lease: LeaseState): number =>
  Number(lease.initialPayment !== null) + Number(lease.refundDue !== null);
const same = (one: LeaseState, other: LeaseState, ...apart: (keyof LeaseState)[]): boolean =>
  (Object.keys(one) as (keyof LeaseState)[]).every((field) => apart.includes(field) || one[field] === other[field]);

/** What must hold for every fact in every state. Written from domain.md and api.md, not from the code. */
export const STEP_LAWS: Readonly<Record<string, Law>> = {
  'the version goes on by one with an accepted fact and with a block, and with nothing else': (met) =>
    met.after.version - met.before.version === Number(met.judgement.outcome === 'accepted' || isBlock(met)),

  'a refusal changes nothing but the card attempts, or blocks': (met) => {
    const { judgement, before, after } = met;
    if (judgement.outcome !== 'refused') return true;
    if (isBlock(met))
      return !before.isBlocked && after.isBlocked && same(before, after, 'isBlocked', 'version', 'updatedAt');
    if (met.fact.event === 'servicingAnswered') return !after.asked && same(before, after, 'asked');
    if (met.fact.event !== 'cardAnswered') return same(before, after);
    return (
      after.cardAttemptCount === before.cardAttemptCount + 1 &&
      !after.signing &&
      same(before, after, 'cardAttemptCount', 'signing')
    );
  },

  'a refusal says its code, one of the catalogue, in the timeline; nothing else does': ({ judgement }) => {
    const refusals = judgement.events.flatMap((event) => (event.type === 'command.refused' ? [event.data.code] : []));
    if (judgement.outcome !== 'refused') return refusals.length === 0;
    return refusals.length === 1 && refusals[0] === judgement.code && judgement.code in ERROR_CATALOGUE;
  },

  'only a report, a card or SQL says no: what the story finds out is a fact': ({ fact, judgement }) =>
    judgement.outcome !== 'refused' || isReport(fact) || ['cardAnswered', 'servicingAnswered'].includes(fact.event),

  'SQL is asked of an open Funded lease, or of goods of a web store that are not delivered yet': ({ before, after }) =>
    before.asked !== null ||
    after.asked === null ||
    (before.status === 'funded' && before.isOpened && before.servicingEnd === null) ||
    (before.status === 'lease_accepted' &&
      before.origin.isWebStore === true &&
      ['returnAuthorizationRequested', 'returnSubmitted'].includes(after.asked.event)),

  'goods come back from the day they were delivered to today, or to the day of the last run': ({
    before,
    fact,
    at,
    judgement,
  }) => {
    if (fact.event !== 'returnSubmitted' || judgement.outcome !== 'noted') return true;
    const [fromOn, todayOn] = [before.deliveredOn ?? '', at.slice(0, 10)];
    return fact.returnedOn >= fromOn && (fact.returnedOn <= todayOn || fact.returnedOn <= (fact.lastRunOn ?? ''));
  },

  'an ended lease takes nothing, and stays as it ended': ({ before, after, judgement }) =>
    before.servicingEnd === null ||
    (judgement.outcome === 'refused' && after.servicingEnd === before.servicingEnd && same(before, after)),

  'a lease ends by what SQL answered: all of it returned, bought, or paid': ({ before, after, fact }) => {
    if (before.servicingEnd === after.servicingEnd) return true;
    if (fact.event !== 'servicingAnswered' || fact.answer.outcome !== 'accepted') return false;
    const { kind } = fact.answer.fact;
    return after.servicingEnd === ENDED_BY[kind];
  },

  'an undelivered order that comes back whole is Approved again and its money is owed back': (met) =>
    met.fact.event !== 'servicingAnswered' ||
    met.before.status === met.after.status ||
    (met.after.status === 'funded' && isCompleted(met)) ||
    (met.before.status === 'lease_accepted' &&
      met.after.status === 'approved' &&
      met.after.contract === null &&
      met.after.refundDue === met.before.initialPayment),

  'a change of status, and nothing else, adds its line to the timeline': ({ before, after, judgement }) => {
    const lines = judgement.events.map(({ type }) => type).filter((type) => type === `lease.${after.status}`);
    return lines.length === Number(before.status !== after.status || (before.version === 0 && after.version === 1));
  },

  'Funded comes from Lease Accepted alone: by a confirmed delivery, its day, or goods that are always taken': (met) =>
    met.after.status !== 'funded' ||
    met.before.status === 'funded' ||
    (met.before.status === 'lease_accepted' &&
      (['deliveryConfirmed', 'fundingFellDue', 'goodsTaken'].includes(met.fact.event) || isCompleted(met))),

  'no money appears or disappears but by a capture and a refund': ({ before, after, fact }) => {
    const captured = Number(fact.event === 'cardAnswered' && fact.outcome === 'captured');
    return moneyHeld(after) - moneyHeld(before) === captured - Number(fact.event === 'refunded');
  },

  'an initial payment is captured at most once for an invoice': ({ before, after, fact }) =>
    fact.event !== 'invoiceSubmitted' ||
    before.contract === after.contract ||
    after.roundCount === before.roundCount + 1,

  'an approval and its deadline never change once given': ({ before, after }) =>
    !before.approval || before.approval === after.approval,

  'Approval Expired and Funded are never left': ({ before, after }) =>
    !['approval_expired', 'funded'].includes(before.status) || after.status === before.status,

  'a final denial is never taken up again': ({ before, after }) =>
    before.status !== 'denied' || before.denialFinalAt !== null || after.status === 'denied',

  'a blocked lease takes no report any more': ({ before, fact, judgement }) =>
    !before.isBlocked || !isReport(fact) || judgement.outcome === 'refused',

  'a card is asked at most four times': ({ before, after, fact }) =>
    after.cardAttemptCount <= 4 &&
    after.cardAttemptCount - before.cardAttemptCount === Number(fact.event === 'cardAnswered'),

  'nothing is shipped that was not ordered, and nothing of a part that is still to come is funded': ({
    before,
    after,
    fact,
  }) => {
    if (fact.event !== 'shipmentReported' && fact.event !== 'shipmentDelivered') return true;
    const shipped = (after.shipments ?? []).flatMap(({ lines }) => lines);
    const isOrdered = (after.contract?.lines ?? []).every(({ lineNumber, quantity }) => {
      const ofLine = shipped.filter((line) => line.lineNumber === lineNumber);
      return ofLine.reduce((sum, line) => sum + line.quantity, 0) <= quantity;
    });
    return isOrdered && (after.status !== 'funded' || before.status === 'funded' || outstanding(after).length === 0);
  },

  'goods are delivered from the signature to today, at most 30 days ago': ({ before, after, fact, at }) => {
    if (!DELIVERIES.includes(fact.event as ReportEvent) || after.status !== 'funded' || before.status === 'funded')
      return true;
    const today = localDate(after.clock, at);
    const { deliveredOn, signedOn } = after;
    if (!deliveredOn || !signedOn) return false;
    return deliveredOn <= today && deliveredOn >= addDays(today, -30) && deliveredOn >= signedOn;
  },

  'a delivery is scheduled from tomorrow to 30 days ahead': ({ after, fact, at, judgement }) => {
    if (fact.event !== 'deliveryConfirmed' || judgement.outcome !== 'accepted' || after.status === 'funded')
      return true;
    const today = localDate(after.clock, at);
    const { fundingScheduledFor: day } = after;
    return day !== null && day > today && day <= addDays(today, 30);
  },

  'a status that says no names the specific code where there is one': ({ before, fact, judgement }) => {
    const code = isReport(fact) ? codeForStatus(before, fact.event) : undefined;
    return !code || (judgement.outcome === 'refused' && judgement.code === code);
  },
};

const ENDED_BY: Partial<Record<ServicingFact['kind'], ServicingEnd>> = {
  returned: 'returned',
  bought_out: 'owned_by_buyout',
  payment_taken: 'owned_by_term',
  paid_off: 'owned_by_term',
};

/** From which statuses each report can be taken at all (domain.md 1.3). */
const TAKEN_FROM: Readonly<Record<ReportEvent, readonly LeaseStatus[]>> = {
  invoiceSubmitted: ['approved', 'contracts'],
  agreementSigned: ['contracts'],
  deliveryConfirmed: ['lease_accepted'],
  shipmentReported: ['lease_accepted'],
  shipmentDelivered: ['lease_accepted'],
  contractCancelled: ['contracts', 'contracts_received', 'lease_accepted'],
  reviewOpened: ['denied'],
  reviewClosed: ['in_process'],
  documentsReceived: ['pre_approved'],
  reinstated: ['contracts_expired'],
  approvalMoved: ['approved'],
  returnAuthorizationRequested: ['funded', 'lease_accepted'],
  returnSubmitted: ['funded', 'lease_accepted'],
  paymentSubmitted: ['funded'],
  paymentCancelled: ['funded'],
  purchaseAccepted: ['funded'],
  paidOff: ['funded'],
};

/** Funded and ended; or, for goods to come back to a store, not delivered yet. */
const isClosed = ({ status, servicingEnd, origin }: LeaseState, event: ReportEvent): boolean =>
  servicingEnd !== null || (status === 'lease_accepted' && event.startsWith('return') && origin.isWebStore !== true);

const DELIVERIES: readonly ReportEvent[] = ['deliveryConfirmed', 'shipmentReported', 'shipmentDelivered'];

/** api.md "Codes that must exist" and "Settled: signing errors"; undefined where the status does not say no. */
function codeForStatus(lease: LeaseState, event: ReportEvent): ErrorCode | undefined {
  if (event === 'agreementSigned' && lease.status === 'contracts' && lease.isBlocked) return 'CARD_ATTEMPTS_EXCEEDED';
  if (TAKEN_FROM[event].includes(lease.status) && !isClosed(lease, event)) {
    if (lease.status === 'denied' && isAtRest(lease)) return 'ILLEGAL_TRANSITION';
    if (event === 'contractCancelled' && lease.shipments) return 'ILLEGAL_TRANSITION';
    return lease.isBlocked ? 'LEASE_BLOCKED' : undefined;
  }
  if (event === 'agreementSigned') return 'SIGNING_LINK_DEAD';
  if (event === 'returnAuthorizationRequested' || event === 'returnSubmitted') return 'RETURN_NOT_ELIGIBLE';
  if (lease.status === 'approval_expired') return 'APPROVAL_EXPIRED';
  if (lease.status === 'contracts_expired') return 'CONTRACTS_EXPIRED';
  if (DELIVERIES.includes(event) && !HAS_PAID.includes(lease.status)) return 'NOT_OK_TO_DELIVER';
  return 'ILLEGAL_TRANSITION';
}

/** What must hold in every state, however it came about. */
export const STATE_LAWS: Readonly<Record<string, (lease: LeaseState) => boolean>> = {
  'a lease is OK to deliver exactly while its initial payment is in hand': (lease) =>
    project(lease).isOkToDeliver === (lease.initialPayment !== null) &&
    HAS_PAID.includes(lease.status) === (lease.initialPayment !== null),

  'contracts never outlive the approval': ({ contract, approval }) =>
    !contract || (approval !== null && contract.expiresAt <= approval.expiresAt),

  'a Funded lease is paid, signed, delivered and owes no refund': (lease) =>
    lease.status !== 'funded' ||
    Boolean(
      lease.contract &&
      lease.initialPayment &&
      lease.signedOn &&
      lease.deliveredOn &&
      lease.fundedAt &&
      !lease.refundDue,
    ),

  'nothing is Funded or delivered but a Funded lease': ({ status, deliveredOn, fundedAt, isOpened }) =>
    status === 'funded' || (deliveredOn === null && fundedAt === null && !isOpened),

  'the money in hand is that of the contract that was signed': ({ contract, initialPayment }) =>
    !initialPayment ||
    (initialPayment.round === contract?.round && initialPayment.amountCents === contract.pricing.initialPaymentCents),

  'a refund is owed only by an Approved lease, and a card is asked only in Contracts': (lease) =>
    (!lease.refundDue || lease.status === 'approved') && (!lease.signing || lease.status === 'contracts'),

  'a delivery is scheduled, or reported overdue, only in Lease Accepted or on the way to Funded': (lease) =>
    (!lease.fundingScheduledFor || lease.status === 'lease_accepted') &&
    (!lease.isOverdueReported || ['lease_accepted', 'funded'].includes(lease.status)),

  'only a Funded lease ends, and an ended one is over for SQL': (lease) => {
    const { isOver, servicingState } = project(lease);
    if (lease.servicingEnd === null) return servicingState === (lease.status === 'funded' ? 'active' : null);
    return lease.status === 'funded' && lease.isOpened && isOver && servicingState === lease.servicingEnd;
  },

  'a lease that waits knows what for: its approval, its contract, its limit': ({ status, approval, contract }) =>
    (!['approved', 'contracts', 'contracts_expired'].includes(status) || approval !== null) &&
    (status !== 'contracts' || contract !== null),

  'a block is met only in Contracts and where Contracts run out to': ({ isBlocked, status }) =>
    !isBlocked || BLOCKED_IN.includes(status),

  'it acts at the instant the story waits for, and operators see that one, or the one an overdue order missed': (
    lease,
  ) => {
    if (openErrand(lease)) return true;
    const deadlineAt = deadlineOf(lease)?.at ?? null;
    const missed = lease.isOverdueReported && lease.status === 'lease_accepted' ? lease.approval?.expiresAt : undefined;
    return actsAt(lease) === deadlineAt && nextDeadline(lease) === (deadlineAt ?? missed ?? null);
  },

  'it survives the way through JSON that continue-as-new takes': (lease) =>
    isEqual(JSON.parse(JSON.stringify(lease)), lease),
};

function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other;
  const [ours, theirs] = [Object.entries(one), Object.entries(other)];
  const byName = new Map(theirs);
  return (
    ours.length === theirs.length && ours.every(([name, value]) => byName.has(name) && isEqual(value, byName.get(name)))
  );
}
