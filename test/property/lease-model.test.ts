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
  type ModelReport,
  newModel,
} from '../support/lease-model';
import { RealLease, seenOf } from '../support/real-lease';

function sent({ day, round }: Model, drawn: Drawn): ModelReport {
  switch (drawn.event) {
    case 'agreementSigned':
      return { event: drawn.event, round: drawn.isStale ? round - 1 : round, isOther: drawn.isOther };
    case 'deliveryConfirmed':
      return { event: drawn.event, deliveredOn: day + drawn.daysAhead, lines: drawn.lines };
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
      modelIsAnswered(model, action.card);
      return real.answer(action.card);
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

/** A life up to its first decision, and on to an agreement whose card was refused some times already. */
function begin({ isDownFirst, customerTakesGoods, outcome, hasProposal, refusedCards }: Beginning): [Model, RealLease] {
  const model = newModel(customerTakesGoods);
  const real = new RealLease(customerTakesGoods);
  if (isDownFirst) {
    real.tell({ event: 'engineDown', clock: CHICAGO });
    model.version += 1;
  }
  const proposes = hasProposal || outcome === 'approved';
  real.tell({ event: 'decided', outcome, proposedLimitCents: cents(proposes ? 120_000 : 0), clock: CHICAGO });
  modelIsDecided(model, outcome, proposes);

  const report = (id: number, drawn: Drawn) => act(model, real, { do: 'report', id, report: drawn });
  if (refusedCards > 0) report(100, { event: 'invoiceSubmitted', amountCents: 50_000 });
  act(model, real, { do: 'render', isStale: false });
  for (let id = 101; id <= 100 + refusedCards; id += 1) {
    report(id, { event: 'agreementSigned', isStale: false, isOther: false });
    act(model, real, { do: 'answer', card: 'CARD_DECLINED' });
  }
  return [model, real];
}

/** Lives that once parted the two leases. */
const FOUND: [Beginning, Action[]][] = [
  // An invoice of day 61, while the card of a signature of day 1 was still being asked, replaced contracts that had ended.
  [
    { isDownFirst: false, customerTakesGoods: false, outcome: 'approved', hasProposal: false, refusedCards: 1 },
    [
      { do: 'report', id: 0, report: { event: 'agreementSigned', isStale: false, isOther: false } },
      { do: 'pass', days: 61 },
      { do: 'report', id: 1, report: { event: 'invoiceSubmitted', amountCents: 50_000 } },
      { do: 'answer', card: 'CARD_DECLINED' },
    ],
  ],
  // The same with a cancelled order whose refund outlasted the approval.
  [
    { isDownFirst: false, customerTakesGoods: false, outcome: 'approved', hasProposal: false, refusedCards: 1 },
    [
      { do: 'report', id: 0, report: { event: 'agreementSigned', isStale: false, isOther: false } },
      { do: 'answer', card: 'captured' },
      { do: 'report', id: 1, report: { event: 'contractCancelled' } },
      { do: 'pass', days: 91 },
      { do: 'report', id: 2, report: { event: 'invoiceSubmitted', amountCents: 50_000 } },
      { do: 'answer', card: 'captured' },
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
          [model.status, ...Object.values(model.verdicts)].forEach((word) => reached.add(word));
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
        'VALIDATION_FAILED',
      ]),
    );
  });
});
