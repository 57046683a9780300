import type { Instant } from '../../domain/calendar-date';
import { LEASE_STATUSES, STATUS_LABELS } from '../../domain/lease-status';
import { describeWait } from '../../domain/lease/deadline';
import type { LeaseState } from '../../domain/lease/state';
import { type Exploration, explore, type Step } from '../support/lease-exploration';
import { STATE_LAWS, STEP_LAWS } from '../support/lease-laws';
import { isAtRest } from '../support/lease-story';

/** Enough to see what broke; thousands of states break a law together. */
const SHOWN_MAX = 5;

describe('every reachable state of a lease, with every fact, around every deadline', () => {
  const broken = new Map<string, string[]>(Object.keys({ ...STEP_LAWS, ...STATE_LAWS }).map((law) => [law, []]));
  const thrown: string[] = [];
  const outcomes = new Set<string>();
  let found: Exploration = { states: [], stepCount: 0, ways: [] };

  const complain = (list: string[] | undefined, words: string): void => {
    if (list && list.length < SHOWN_MAX) list.push(words);
  };

  beforeAll(() => {
    found = explore((step) => {
      if (step.thrown !== undefined) complain(thrown, `${inWords(step)}: ${step.thrown}`);
      if (!step.judgement) return;
      outcomes.add(step.judgement.outcome === 'refused' ? step.judgement.code : step.judgement.outcome);
      const { before, fact, judgement } = step;
      const met = { before: before.lease, at: before.at, fact, judgement, after: judgement.lease };
      for (const [law, holds] of Object.entries(STEP_LAWS)) if (!holds(met)) complain(broken.get(law), inWords(step));
    });
    for (const { lease, at } of found.states) {
      for (const [law, holds] of Object.entries(STATE_LAWS)) {
        if (!holds(lease)) complain(broken.get(law), stateInWords(lease, at));
      }
    }
    process.stdout.write(`explored ${found.states.length} states of a lease, ${found.stepCount} facts met\n`);
  }, 120_000);

  it('is found: each status, and over a thousand states', () => {
    expect(new Set(found.states.map(({ lease }) => lease.status))).toEqual(new Set(LEASE_STATUSES));
    expect(found.states.length).toBeGreaterThan(1_000);
  });

  it('judges without throwing and without changing what it judges', () => {
    expect(thrown).toEqual([]);
  });

  it.each([...broken.keys()])('%s', (law) => {
    expect(broken.get(law)).toEqual([]);
  });

  it('is no trap: from each, Funded or an ending can be reached', () => {
    const resting = canRest(found);
    expect(found.states.filter((_, index) => !resting.has(index)).slice(0, SHOWN_MAX)).toEqual([]);
  });

  it('can be told to an operator in words that name its status', () => {
    const wordless = found.states.filter(
      ({ lease }) => !describeWait(lease).startsWith(`**${STATUS_LABELS[lease.status]}**`),
    );
    expect(wordless.slice(0, SHOWN_MAX).map(({ lease }) => describeWait(lease))).toEqual([]);
  });

  it('is explored with reports of every kind: each refusal that a lease knows was met', () => {
    expect([...outcomes].sort()).toEqual([
      'AGREEMENT_CHANGED',
      'AMOUNT_EXCEEDS_APPROVAL',
      'APPROVAL_EXPIRED',
      'BELOW_MINIMUM',
      'CARD_ATTEMPTS_EXCEEDED',
      'CARD_DECLINED',
      'CARD_TYPE_NOT_ACCEPTED',
      'CONTRACTS_EXPIRED',
      'DELIVERED_BEFORE_SIGNED',
      'DELIVERY_DATE_OUT_OF_WINDOW',
      'DUPLICATE_LINE',
      'ILLEGAL_TRANSITION',
      'INVOICE_TOTAL_MISMATCH',
      'ITEM_NOT_LEASABLE',
      'LEASE_BLOCKED',
      'LINE_TOTAL_MISMATCH',
      'NOT_FOUND',
      'NOT_OK_TO_DELIVER',
      'PARTIAL_DELIVERY',
      'QUOTE_EXPIRED',
      'RETURN_AUTHORIZATION_MISMATCH',
      'RETURN_EXCEEDS_LINE',
      'RETURN_NOT_ELIGIBLE',
      'SHIPMENT_EXCEEDS_ORDER',
      'SIGNING_LINK_DEAD',
      'STATE_NOT_SERVED',
      'VALIDATION_FAILED',
      'accepted',
      'noted',
    ]);
  });
});

/** The states from which a lease can come to rest: found backwards, from its endings. */
function canRest({ states, ways }: Exploration): Set<number> {
  const comesFrom = new Map<number, number[]>();
  ways.forEach((nexts, index) => nexts.forEach((next) => comesFrom.set(next, [...(comesFrom.get(next) ?? []), index])));
  const resting = new Set(states.flatMap(({ lease }, index) => (isAtRest(lease) ? [index] : [])));
  for (const index of resting) for (const before of comesFrom.get(index) ?? []) resting.add(before);
  return resting;
}

function inWords({ before: { lease, at }, fact, variant }: Step): string {
  return `${stateInWords(lease, at)}: ${fact.event} ${variant}`;
}

/** What the lease knows, without its origin and clock. */
function stateInWords({ origin, clock: _, status, ...known }: LeaseState, at: Instant): string {
  const facts = Object.entries({ ...known, takesGoods: origin.customerTakesGoods }).filter(([, value]) =>
    Boolean(value),
  );
  return `${status} at ${at} ${JSON.stringify(Object.fromEntries(facts))}`;
}
