import { cents } from '../../../domain/cents';
import { happen } from '../../../domain/lease/happen';
import { project, projectionChanges } from '../../../domain/lease/projection';
import type { ServicingReport } from '../../../domain/lease/reports';
import type { ServicingFact } from '../../../domain/lease/servicing-answer';
import { carriedLease, type LeaseState, openErrand } from '../../../domain/lease/state';
import { accepted, at, funded, lived, on } from '../../support/lease-fixture';
import { returnFact } from '../../support/lease-servicing';

const NOON = at('2026-03-02T18:00Z');
const LATER = at('2026-03-10T18:00Z');
const back: ServicingReport = { event: 'returnSubmitted', returnedOn: on('2026-03-10') };

const answered = (before: LeaseState, report: ServicingReport, fact: ServicingFact) =>
  happen(lived(before, LATER, report), { event: 'servicingAnswered', answer: { outcome: 'accepted', fact } }, LATER);

function fact(lease: LeaseState, leftCents: number) {
  if (!lease.contract) throw new Error('a lease without an order');
  return returnFact(lease.contract, 'returned', leftCents);
}

describe('what SQL answers', () => {
  it('is the verdict: refused changes nothing but that nothing is asked any more', () => {
    const before = funded(NOON);
    const answer = { outcome: 'refused', code: 'RETURN_EXCEEDS_LINE', detail: 'line 2' } as const;
    const judgement = happen(lived(before, LATER, back), { event: 'servicingAnswered', answer }, LATER);
    expect(judgement).toMatchObject({ outcome: 'refused', code: 'RETURN_EXCEEDS_LINE', detail: 'line 2' });
    expect(judgement.lease).toEqual(before);
  });

  it('to a part of the order is a smaller contract of the same round, and SQL hears of nothing else', () => {
    const before = funded(NOON);
    const { lease, events } = answered(before, back, fact(before, 70_000));
    expect(events).toEqual([
      { type: 'merchandise.returned', data: { number: 1, merchantDebitCents: 30_000, customerRefundCents: 0 } },
    ]);
    expect(lease).toMatchObject({ version: before.version + 1, servicingEnd: null, asked: null });
    expect(projectionChanges(before, lease)).toEqual({
      version: before.version + 1,
      updatedAt: LATER,
      invoiceTotalCents: 70_000,
      totalToOwnCents: 140_000,
      pricing: lease.contract?.pricing,
    });
    expect(lease.contract?.lines).toEqual([{ lineNumber: 1, quantity: 1 }]);
  });

  it('to all of the order ends the lease', () => {
    const before = funded(NOON);
    const { lease, events } = answered(before, back, fact(before, 0));
    expect(events.map(({ type }) => type)).toEqual(['merchandise.returned', 'lease.returned']);
    expect(project(lease)).toMatchObject({ status: 'funded', servicingState: 'returned', isOver: true });
  });

  it('to all of an undelivered order makes it Approved again, its initial payment owed back before anything else', () => {
    const before = lived(accepted(NOON, { isWebStore: true }), NOON, {
      event: 'deliveryConfirmed',
      deliveredOn: on('2026-03-20'),
    });
    const { lease, events } = answered(before, back, fact(before, 0));
    expect(events.map(({ type }) => type)).toEqual(['merchandise.returned', 'contract.cancelled', 'lease.approved']);
    expect(lease).toMatchObject({ status: 'approved', contract: null, fundingScheduledFor: null, servicingEnd: null });
    expect(lease.refundDue).toEqual(before.initialPayment);
    expect(openErrand(lease)).toBe('refund');
  });

  it.each<[string, ServicingReport, ServicingFact, string[], string]>([
    [
      'authorized',
      { event: 'returnAuthorizationRequested' },
      { kind: 'return_authorized', isReturnEligible: true },
      ['return.authorized'],
      'active',
    ],
    [
      'not authorized',
      { event: 'returnAuthorizationRequested' },
      { kind: 'return_authorized', isReturnEligible: false },
      ['return.not_authorized'],
      'active',
    ],
    [
      'taken',
      { event: 'paymentSubmitted' },
      { kind: 'payment_taken', amountCents: cents(1), isPaidOff: false },
      ['payment.taken'],
      'active',
    ],
    [
      'the last',
      { event: 'paymentSubmitted' },
      { kind: 'payment_taken', amountCents: cents(1), isPaidOff: true },
      ['payment.taken', 'lease.owned'],
      'owned_by_term',
    ],
    [
      'kept',
      { event: 'paymentSubmitted' },
      { kind: 'payment_scheduled', amountCents: cents(1) },
      ['payment.scheduled'],
      'active',
    ],
    [
      'cancelled',
      { event: 'paymentCancelled', paymentId: 'P' },
      { kind: 'payment_cancelled', amountCents: cents(1) },
      ['payment.cancelled'],
      'active',
    ],
    [
      'bought',
      { event: 'purchaseAccepted', quoteId: 'Q' },
      { kind: 'bought_out', amountCents: cents(1) },
      ['purchase.accepted', 'lease.owned'],
      'owned_by_buyout',
    ],
    ['paid off', { event: 'paidOff' }, { kind: 'paid_off' }, ['lease.owned'], 'owned_by_term'],
  ])('%s: its line, and how the lease stands', (_, report, answer, lines, servicingState) => {
    const { lease, events } = answered(funded(NOON), report, answer);
    expect(events.map(({ type }) => type)).toEqual(lines);
    expect(project(lease)).toMatchObject({ servicingState, isOver: servicingState !== 'active' });
  });

  it('leaves no byte behind in what a lease carries on, unless it changed the lease', () => {
    const before = funded(NOON);
    const { lease } = answered(
      before,
      { event: 'paymentSubmitted' },
      { kind: 'payment_scheduled', amountCents: cents(1) },
    );
    const fields = Object.keys(carriedLease(lease)).filter((field) => field !== 'updatedAt');
    expect(fields).toEqual(Object.keys(carriedLease(before)));
    expect(Object.keys(carriedLease(before))).not.toContain('asked');
    expect(Object.keys(carriedLease(before))).not.toContain('servicingEnd');
  });
});
