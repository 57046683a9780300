import { type LeaseStatus, STATUS_LABELS } from '../../domain/lease-status';
import type { Judgement } from '../../domain/lease/judgement';
import type { ReportEvent } from '../../domain/lease/reports';
import { explore, type Step } from './lease-exploration';
import { type Fact, isReport } from './lease-fixture';
import { isAtRest } from './lease-story';

/** From a place to a place, by which facts. */
export interface Way {
  from: string;
  to: string;
  events: Set<Fact['event']>;
}

/** Answers by report, by place, by what was sent. */
export type Answers = Map<ReportEvent, Map<string, Map<string, Set<string>>>>;

/** What docs/LIFECYCLE.md tells of the machine: met in the exploration, written down nowhere else. */
export interface Findings {
  ways: Map<string, Way>;
  answers: Answers;
  /** the same, of blocked leases */
  blockedAnswers: Answers;
  stateCount: number;
  stepCount: number;
}

export const START = 'application';
export const FINAL_DENIAL = 'Denied for good';
/** Its goods are all back, or the customer's. */
export const ENDED = 'Funded and ended';
/** Whose goods may come back before they are delivered. */
export const WEB_ORDER = "a web store's Lease Accepted";
export const WAITS = 'waits its turn';

/** A status, but for the two moments in which one status says two things. */
function placeOf({ before: { lease } }: Step): string {
  if (lease.version === 0) return START;
  if (lease.servicingEnd) return ENDED;
  return lease.status === 'denied' && isAtRest(lease) ? FINAL_DENIAL : STATUS_LABELS[lease.status];
}

/** Reports on goods are answered otherwise where they are sent. */
function placeOfAnswer(step: Step): string {
  const { status, origin } = step.before.lease;
  const isWebOrder = status === 'lease_accepted' && origin.isWebStore === true && step.fact.event.startsWith('return');
  return isWebOrder ? WEB_ORDER : placeOf(step);
}

function answerOf({ before: { lease }, fact, judgement }: Step): string {
  if (!judgement) return WAITS;
  if (judgement.outcome === 'refused') return `\`${judgement.code}\``;
  if (judgement.outcome === 'noted') return fact.event === 'agreementSigned' ? 'the card is asked' : 'SQL is asked';
  if (judgement.lease.status !== lease.status) return to(judgement.lease.status);
  return judgement.lease.fundingScheduledFor ? `stays ${STATUS_LABELS[lease.status]}, scheduled` : to(lease.status);
}

const to = (status: LeaseStatus): string => `→ ${STATUS_LABELS[status]}`;

export function findLifecycle(): Findings {
  const ways = new Map<string, Way>();
  const answers: Answers = new Map();
  const blockedAnswers: Answers = new Map();
  const { states, stepCount } = explore((step) => {
    const { fact, variant, judgement, before } = step;
    if (judgement && isNews(judgement, step)) addWay(ways, placeOf(step), judgement, fact.event);
    // Nobody can report about a lease before its application is answered.
    if (!isReport(fact) || before.lease.version === 0) return;
    // A web store's order is told of where it is answered otherwise; the rest is as everywhere.
    if (before.lease.origin.isWebStore && !fact.event.startsWith('return')) return;
    const found = before.lease.isBlocked ? blockedAnswers : answers;
    const byPlace = entry(found, fact.event, () => new Map<string, Map<string, Set<string>>>());
    const byVariant = entry(byPlace, placeOfAnswer(step), () => new Map<string, Set<string>>());
    entry(byVariant, variant, () => new Set<string>()).add(answerOf(step));
  });
  return { ways, answers, blockedAnswers, stateCount: states.length, stepCount };
}

/** What an observer would see: an accepted fact, a refused card, a denial that becomes final. */
function isNews(judgement: Judgement, { fact }: Step): boolean {
  return judgement.outcome === 'accepted' || fact.event === 'cardAnswered' || fact.event === 'denialBecameFinal';
}

function addWay(ways: Map<string, Way>, from: string, { lease }: Judgement, event: Fact['event']): void {
  const label = lease.servicingEnd ? ENDED : STATUS_LABELS[lease.status];
  const place = event === 'denialBecameFinal' ? FINAL_DENIAL : label;
  entry(ways, `${from} ${place}`, () => ({ from, to: place, events: new Set<Fact['event']>() })).events.add(event);
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key) ?? make();
  map.set(key, known);
  return known;
}
