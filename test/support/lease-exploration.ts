import { addDays, daysBetween, type Instant, instant } from '../../domain/calendar-date';
import { CONTRACTS_DAYS, DELIVERY_WINDOW_DAYS } from '../../domain/lease-policy';
import type { Judgement } from '../../domain/lease/judgement';
import { type LeaseState, mustWait } from '../../domain/lease/state';
import { fundingDueAt } from '../../domain/lease/deadline';
import { outstanding, unshipped } from '../../domain/lease/shipments';
import { localDate, startOfDay } from '../../domain/store-clock';
import { applied, at, type Fact, isReport, meet } from './lease-fixture';
import { reportsFor } from './lease-reports';
import { deadlineOf, isAtRest, ownFacts } from './lease-story';

/** A lease and the instant at which it is looked at. */
export interface Moment {
  lease: LeaseState;
  at: Instant;
}

/** One fact met by one abstract state. */
export interface Step {
  before: Moment;
  fact: Fact;
  variant: string;
  /** absent: the report has to wait behind an errand, and is judged after it */
  judgement?: Judgement;
  /** what the machine threw instead of judging */
  thrown?: string;
}

export interface Exploration {
  states: Moment[];
  stepCount: number;
  /** for each state, the states that one fact or the passing of time leads to */
  ways: number[][];
}

const MINUTE_MS = 60_000;
/** Enough to cross every limit that is counted from a day: a delivery window, 60 days that reach beyond day 90. */
const PAUSES_DAYS = [1, 29, 30, 31];

/**
 * Visits every reachable abstract state of a lease: each status with each combination of what it can know, looked at
 * long before, one minute before, at, one minute after and long after each of its deadlines. In each it tries every kind
 * of every report, every answer of the outside, and its own deadline; time may also pass unnoticed, as while no worker
 * is up. Amounts and dates are abstracted to what they are compared with ({@link keyOf}).
 */
export function explore(visit: (step: Step) => void): Exploration {
  const found: Exploration = { states: [], stepCount: 0, ways: [] };
  const indexOfKey = new Map<string, number>();
  const reach = (moment: Moment): number => {
    const key = keyOf(moment);
    const known = indexOfKey.get(key);
    if (known !== undefined) return known;
    indexOfKey.set(key, found.states.length);
    return found.states.push({ ...moment, lease: frozen(moment.lease) }) - 1;
  };

  const appliedAt = at('2026-03-02T18:00Z');
  const stores = [{ customerTakesGoods: false }, { customerTakesGoods: true }, { isWebStore: true } as const];
  for (const store of stores) reach({ lease: applied(appliedAt, store), at: appliedAt });
  for (let index = 0; index < found.states.length; index += 1) {
    const moment = found.states[index];
    if (!moment) break;
    const next = new Set(passings(moment).map(reach));
    for (const step of stepsFrom(moment)) {
      found.stepCount += 1;
      visit(step);
      if (step.judgement) next.add(reach({ lease: step.judgement.lease, at: moment.at }));
    }
    found.ways.push([...next]);
  }
  return found;
}

/** The deadline fires only when its instant has come; everything else may come at any time. */
function stepsFrom(before: Moment): Step[] {
  const { lease } = before;
  const deadline = deadlineOf(lease);
  const fallsDue = deadline && deadline.at <= before.at ? [{ fact: deadline.fact, variant: '' }] : [];
  const reports = reportsFor(lease, before.at).map(({ report, variant }) => ({ fact: report, variant }));
  return [...reports, ...ownFacts(lease), ...fallsDue].map((tried) => taken(before, tried));
}

function taken(before: Moment, tried: { fact: Fact; variant: string }): Step {
  const step = { before, ...tried };
  if (isReport(tried.fact) && mustWait(before.lease, tried.fact.event)) return step;
  try {
    return { ...step, judgement: meet(before.lease, tried.fact, before.at) };
  } catch (thrown) {
    return { ...step, thrown: String(thrown) };
  }
}

/** Time passes to the instants around each deadline, and by some days, whether or not anybody notices. */
function passings({ lease, at: now }: Moment): Moment[] {
  if (isAtRest(lease)) return [];
  const days = PAUSES_DAYS.map((count) => instant(Date.parse(now) + count * 24 * 60 * MINUTE_MS));
  const around = deadlinesOf(lease).flatMap((deadlineAt) =>
    [-1, 0, 1].map((minutes) => instant(Date.parse(deadlineAt) + minutes * MINUTE_MS)),
  );
  return [...around, ...days].filter((later) => later > now).map((later) => ({ lease, at: later }));
}

/** A deadline that no rule looks at any more is no boundary: the contract's after the signature, all once Funded. */
function deadlinesOf(lease: LeaseState): Instant[] {
  if (lease.status === 'funded') return [];
  const unsigned = lease.status === 'contracts' ? lease.contract?.expiresAt : undefined;
  const all = [unsigned ?? null, lease.approval?.expiresAt ?? null, lease.denialFinalAt, fundingDueAt(lease)];
  return all.filter((deadlineAt) => deadlineAt !== null);
}

/**
 * Two moments with one key cannot be told apart by any rule: same status and flags, and every date and amount on the
 * same side of what it is compared with. Versions and places in the timeline only count.
 */
function keyOf({ lease, at: now }: Moment): string {
  const { approval, contract, signing, isBlocked, isOverdueReported, isOpened, cardAttemptCount } = lease;
  const isUnsigned = lease.status === 'contracts' && contract && approval;
  return [
    lease.status,
    [lease.origin.customerTakesGoods, lease.origin.isWebStore, lease.asked?.event, lease.servicingEnd],
    lease.version === 0,
    [!approval && (lease.proposedLimitCents ?? 0) > 0, contract?.lines.length, Boolean(contract?.agreementSha256)],
    [cardAttemptCount, isBlocked, signing !== null, lease.initialPayment !== null, lease.refundDue !== null],
    [isOverdueReported, isOpened, lease.denialFinalAt === null],
    isAtRest(lease) ? '' : shipmentsKey({ lease, at: now }),
    isUnsigned && compare(contract.expiresAt, approval.expiresAt),
    deadlinesOf(lease).map((deadlineAt) => distance(now, deadlineAt)),
    isAtRest(lease) ? '' : daysKey({ lease, at: now }),
  ].join('|');
}

/** What is not shipped, what is not delivered, and whether any part is still to come: no rule asks for more. */
function shipmentsKey({ lease, at: now }: Moment): string {
  if (!lease.shipments || lease.status !== 'lease_accepted') return '';
  const today = localDate(lease.clock, now);
  const numbers = (lines: { lineNumber: number }[]) => lines.map(({ lineNumber }) => lineNumber).join('+');
  const comes = lease.shipments.some(({ deliveredOn }) => deliveredOn !== null && deliveredOn > today);
  return `${numbers(unshipped(lease))} ${numbers(outstanding(lease))} ${String(comes)}`;
}

const compare = (one: Instant, other: Instant): number => Math.sign(Date.parse(one) - Date.parse(other));

function distance(now: Instant, deadlineAt: Instant): string {
  const minutes = (Date.parse(now) - Date.parse(deadlineAt)) / MINUTE_MS;
  if (Math.abs(minutes) <= 1) return String(minutes);
  return minutes < 0 ? 'before' : 'after';
}

/** What today is to the dates of delivery, and whether 60 days from today end before, with or after the approval. */
function daysKey({ lease, at: now }: Moment): string {
  const { clock, approval, signedOn } = lease;
  if (clock.length === 0 || !approval) return '';
  const today = localDate(clock, now);
  const age = signedOn && [0, 1, DELIVERY_WINDOW_DAYS].findIndex((days) => daysBetween(signedOn, today) <= days);
  const fundsAt = fundingDueAt(lease);
  const sixtyDaysAt = startOfDay(clock, addDays(today, CONTRACTS_DAYS + 1));
  const mayInvoice = lease.status === 'approved' || lease.status === 'contracts';
  return [
    age,
    fundsAt && compare(fundsAt, approval.expiresAt),
    mayInvoice && compare(sixtyDaysAt, approval.expiresAt),
  ].join();
}

/** Judging must not change what it judges: a write to a frozen lease throws, and a throw is a broken law. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
