import type { Instant } from '../calendar-date';
import { assertNever } from '../errors';
import { calledOff } from './cancel-contract';
import type { NewEvent } from './events';
import { accept, refuse, type Judgement } from './judgement';
import { wholeOrder } from './report-shipment';
import type { ReturnFact, ServicingAnswer, ServicingFact } from './servicing-answer';
import { outstanding } from './shipments';
import type { Contract, LeaseState } from './state';

/**
 * SQL has carried out what was reported, or found that it cannot be: this is the report's verdict.
 * @throws Error when nothing was asked: a programming error of the story
 */
export function answerServicing(lease: LeaseState, answer: ServicingAnswer, at: Instant): Judgement {
  if (!lease.asked) throw new Error('SQL answered what nobody asked');
  const heard = { ...lease, asked: null };
  if (answer.outcome === 'refused') return refuse(heard, answer.code, answer.detail);
  const changes = changesOf(heard, answer.fact);
  // What came back was all that was outstanding: the rest of the order is delivered.
  const isWaiting = outstanding(heard).length > 0;
  const whole = isWaiting ? wholeOrder({ ...heard, ...changes }, at) : null;
  return accept(heard, at, { ...changes, ...whole?.changes }, [
    ...eventsOf(heard, answer.fact),
    ...(whole?.events ?? []),
  ]);
}

function changesOf(lease: LeaseState, fact: ServicingFact): Partial<LeaseState> {
  switch (fact.kind) {
    case 'return_authorized':
    case 'payment_scheduled':
    case 'payment_cancelled':
      return {};
    case 'returned':
    case 'price_adjusted':
      return isCalledOff(lease, fact) ? calledOff(lease) : reduced(lease, fact);
    case 'payment_taken':
      return fact.isPaidOff ? { servicingEnd: 'owned_by_term' } : {};
    case 'paid_off':
      return { servicingEnd: 'owned_by_term' };
    case 'bought_out':
      return { servicingEnd: 'owned_by_buyout' };
    default:
      return assertNever(fact);
  }
}

/** All of an order that was never delivered: as if it had been cancelled (T17). */
const isCalledOff = (lease: LeaseState, { isWhole }: ReturnFact): boolean => isWhole && lease.status !== 'funded';

/** The round stays: a price that goes down needs no new signature (T18). */
function reduced({ contract }: LeaseState, fact: ReturnFact): Partial<LeaseState> {
  const { invoiceTotalCents, pricing, linesLeft, isWhole } = fact;
  const rest: Contract | null = contract && {
    ...contract,
    invoiceTotalCents,
    pricing,
    lines: linesLeft ?? contract.lines,
  };
  return { contract: rest, ...(isWhole ? { servicingEnd: 'returned' } : {}) };
}

function eventsOf(lease: LeaseState, fact: ServicingFact): NewEvent[] {
  switch (fact.kind) {
    case 'return_authorized':
      return [{ type: fact.isReturnEligible ? 'return.authorized' : 'return.not_authorized' }];
    case 'returned':
    case 'price_adjusted':
      return returnEvents(lease, fact);
    case 'payment_taken':
      return [{ type: 'payment.taken', data: { amountCents: fact.amountCents } }, ...(fact.isPaidOff ? [BY_TERM] : [])];
    case 'payment_scheduled':
      return [{ type: 'payment.scheduled', data: { amountCents: fact.amountCents } }];
    case 'payment_cancelled':
      return [{ type: 'payment.cancelled', data: { amountCents: fact.amountCents } }];
    case 'paid_off':
      return [BY_TERM];
    case 'bought_out':
      return [
        { type: 'purchase.accepted', data: { amountCents: fact.amountCents } },
        { type: 'lease.owned', data: { by: 'buyout' } },
      ];
    default:
      return assertNever(fact);
  }
}

const BY_TERM: NewEvent = { type: 'lease.owned', data: { by: 'term' } };

function returnEvents(lease: LeaseState, fact: ReturnFact): NewEvent[] {
  const { kind, number, isWhole, merchantDebitCents, customerRefundCents } = fact;
  const type = kind === 'returned' ? 'merchandise.returned' : 'price.adjusted';
  const moved: NewEvent = { type, data: { number, merchantDebitCents, customerRefundCents } };
  if (!isWhole) return [moved];
  if (!isCalledOff(lease, fact)) return [moved, { type: 'lease.returned' }];
  return [moved, { type: 'contract.cancelled', data: { round: lease.roundCount } }];
}
