import fc from 'fast-check';
import { cents } from '../../domain/cents';
import { LEASE_STATUSES } from '../../domain/lease-status';
import { type Action, aBeginning, anAction, type Beginning, type Drawn } from '../support/lease-actions';
import { CHICAGO, SHA } from '../support/lease-fixture';
import {
  type Model,
  modelHears,
  modelIsAnswered,
  modelIsDecided,
  modelLearnsAgreement,
  modelPassesDay,
  newModel,
} from '../support/lease-model';
import type { ModelReport } from '../support/lease-model-reports';
import { RealLease, seenOf } from '../support/real-lease';

function sent({ day, round }: Model, drawn: Drawn): ModelReport {
  switch (drawn.event) {
    case 'agreementSigned':
      return { event: drawn.event, round: drawn.isStale ? round - 1 : round, isOther: drawn.isOther };
    case 'deliveryConfirmed':
      return { event: drawn.event, deliveredOn: day + drawn.daysAhead, lines: drawn.lines };
    case 'shipmentReported':
      return { event: drawn.event, parts: drawn.parts, deliveredOn: day + drawn.daysAhead };
    case 'shipmentDelivered':
      return { event: drawn.event, number: drawn.number, deliveredOn: day + drawn.daysAhead };
    case 'returnSubmitted': {
      const { event, daysAhead, runDaysAhead } = drawn;
      return { event, returnedOn: day + daysAhead, lastRunOn: day + runDaysAhead };
    }
    default:
      return drawn;
  }
}

function act(model: Model, real: RealLease, action: Action): void {
  switch (action.do) {
    case 'report': {
      const report = sent(model, action.report);
      modelHears(model, { id: action.id, report });
      return real.report(action.id, report);
    }
    case 'answer':
      modelIsAnswered(model, action.card, action.sql);
      return real.answer(action.card, action.sql);
    case 'render': {
      const { contract } = real.desk.lease;
      if (!contract) return undefined;
      if (!action.isStale) modelLearnsAgreement(model);
      return real.tell({
        event: 'agreementRendered',
        round: contract.round - Number(action.isStale),
        agreementSha256: SHA,
      });
    }
    case 'pass':
      for (let day = 0; day < action.days; day += 1) {
        modelPassesDay(model);
        real.passDay();
      }
      return undefined;
    case 'continueAsNew':
      return real.continueAsNew();
  }
}

const expectedOf = (model: Model): unknown => ({
  status: model.status,
  endedAs: model.endedAs,
  version: model.version,
  isBlocked: model.isBlocked,
  isOverdue: model.isOverdue,
  cardCalls: model.cardCalls,
  scheduledFor: model.scheduledFor,
  deliveredOn: model.deliveredOn,
  approvalEndsOn: model.approvalEndsOn,
  waiting: model.queue.map(({ id }) => id),
  verdicts: model.verdicts,
});

/** A life up to its first decision, and on to an agreement whose card was refused some times already, or to Funded. */
function begin(beginning: Beginning): [Model, RealLease] {
  const { isDownFirst, customerTakesGoods, isWebStore, outcome, hasProposal, refusedCards, isDelivered } = beginning;
  const model = newModel(customerTakesGoods, isWebStore);
  const real = new RealLease(customerTakesGoods, isWebStore);
  if (isDownFirst) {
    real.tell({ event: 'engineDown', clock: CHICAGO });
    model.version += 1;
  }
  const proposes = hasProposal || outcome === 'approved';
  real.tell({ event: 'decided', outcome, proposedLimitCents: cents(proposes ? 120_000 : 0), clock: CHICAGO });
  modelIsDecided(model, outcome, proposes);

  const report = (id: number, drawn: Drawn) => act(model, real, { do: 'report', id, report: drawn });
  const answer = (card: 'captured' | 'CARD_DECLINED') => act(model, real, { do: 'answer', card, sql: 'some' });
  if (refusedCards > 0 || isDelivered) report(100, { event: 'invoiceSubmitted', amountCents: 50_000 });
  act(model, real, { do: 'render', isStale: false });
  for (let id = 101; id <= 100 + refusedCards; id += 1) {
    report(id, { event: 'agreementSigned', isStale: false, isOther: false });
    answer('CARD_DECLINED');
  }
  if (isDelivered) {
    report(110, { event: 'agreementSigned', isStale: false, isOther: false });
    answer('captured');
    report(111, { event: 'deliveryConfirmed', daysAhead: 0, lines: 'whole' });
    answer('captured');
  }
  return [model, real];
}

const USUAL: Beginning = {
  ...{ isDownFirst: false, customerTakesGoods: false, isWebStore: false, outcome: 'approved' },
  ...{ hasProposal: false, refusedCards: 0, isDelivered: false },
};

/** Lives that once parted the two leases. */
const FOUND: [Beginning, Action[]][] = [
  // An invoice of day 61, while the card of a signature of day 1 was still being asked, replaced contracts that had ended.
  [
    { ...USUAL, refusedCards: 1 },
    [
      { do: 'report', id: 0, report: { event: 'agreementSigned', isStale: false, isOther: false } },
      { do: 'pass', days: 61 },
      { do: 'report', id: 1, report: { event: 'invoiceSubmitted', amountCents: 50_000 } },
      { do: 'answer', card: 'CARD_DECLINED', sql: 'some' },
    ],
  ],
  // The same with a cancelled order whose refund outlasted the approval.
  [
    { ...USUAL, refusedCards: 1 },
    [
      { do: 'report', id: 0, report: { event: 'agreementSigned', isStale: false, isOther: false } },
      { do: 'answer', card: 'captured', sql: 'some' },
      { do: 'report', id: 1, report: { event: 'contractCancelled' } },
      { do: 'pass', days: 91 },
      { do: 'report', id: 2, report: { event: 'invoiceSubmitted', amountCents: 50_000 } },
      { do: 'answer', card: 'captured', sql: 'some' },
    ],
  ],
];

describe('any life of a lease, with repeats, late and early reports', () => {
  beforeAll(() => {
    jest.useFakeTimers();
  });
  afterAll(() => {
    jest.useRealTimers();
  });

  const reached = new Set<string>();

  it('equals the model of domain.md after every single step', () => {
    fc.assert(
      fc.property(aBeginning, fc.array(anAction, { maxLength: 45, size: 'max' }), (beginning, actions) => {
        const [model, real] = begin(beginning);
        expect(seenOf(real)).toEqual(expectedOf(model));
        for (const action of actions) {
          act(model, real, action);
          expect(seenOf(real)).toEqual(expectedOf(model));
          const words = [model.status, model.endedAs ?? '', ...Object.values(model.verdicts)];
          words.forEach((word) => reached.add(word));
        }
      }),
      { numRuns: 1_500, examples: FOUND },
    );
  });

  it('was long enough to meet each status that lasts and each kind of refusal', () => {
    const passing = ['pending', 'contracts_received'];
    expect([...reached].sort()).toEqual(
      expect.arrayContaining([
        ...LEASE_STATUSES.filter((status) => !passing.includes(status)),
        'CARD_ATTEMPTS_EXCEEDED',
        'CARD_DECLINED',
        'DELIVERED_BEFORE_SIGNED',
        'LEASE_BLOCKED',
        'NOT_OK_TO_DELIVER',
        'PARTIAL_DELIVERY',
        'RETURN_EXCEEDS_LINE',
        'RETURN_NOT_ELIGIBLE',
        'VALIDATION_FAILED',
        'owned_by_buyout',
        'owned_by_term',
        'returned',
      ]),
    );
  });
});
