import { cents } from '../../../domain/cents';
import { judge } from '../../../domain/lease/judge';
import { openErrand } from '../../../domain/lease/state';
import { accepted, approved, at, card, inContracts, lived, on, signed } from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');
const LATER = at('2026-03-10T18:00Z');
const cancel = { event: 'contractCancelled' } as const;

describe('a cancelled order', () => {
  it('that nobody signed leads back to Approved, with nothing to give back', () => {
    const { lease, events } = judge(inContracts(NOON), cancel, LATER);
    expect(lease).toMatchObject({ status: 'approved', contract: null, refundDue: null });
    expect(openErrand(lease)).toBeUndefined();
    expect(events).toEqual([{ type: 'contract.cancelled', data: { round: 1 } }, { type: 'lease.approved' }]);
  });

  it.each([
    ['Contracts Received', lived(inContracts(NOON), NOON, signed(1), card('captured'))],
    ['Lease Accepted', accepted(NOON)],
  ])('in %s owes the captured initial payment back before anything else is heard (T17)', (_, before) => {
    const { lease } = judge(before, cancel, LATER);
    expect(lease).toMatchObject({ status: 'approved', contract: null, signedOn: null, initialPayment: null });
    expect(lease.refundDue).toEqual({ round: 1, amountCents: 4_900, captureReference: 'cap_1' });
    expect(openErrand(lease)).toBe('refund');
  });

  it('of a program without an initial payment owes nothing back, so that no processor is asked for $0.00', () => {
    const before = accepted(NOON);
    const initialPayment = before.initialPayment && { ...before.initialPayment, amountCents: cents(0) };
    const { lease } = judge({ ...before, initialPayment }, cancel, LATER);
    expect(lease).toMatchObject({ status: 'approved', refundDue: null });
    expect(openErrand(lease)).toBeUndefined();
  });

  it('drops a scheduled funding and an overdue report, and keeps the 90 days', () => {
    const scheduled = lived(accepted(NOON), LATER, { event: 'deliveryConfirmed', deliveredOn: on('2026-03-20') });
    const overdue = lived(scheduled, LATER, { event: 'deliveryOverdue' });
    const { lease } = judge(overdue, cancel, LATER);
    expect(lease).toMatchObject({ fundingScheduledFor: null, isOverdueReported: false });
    expect(lease.approval).toBe(overdue.approval);
  });

  it('is given back once: the timeline names the amount and the round', () => {
    const { lease } = judge(accepted(NOON), cancel, LATER);
    const refunded = lived(lease, LATER, { event: 'refunded' });
    expect(refunded).toMatchObject({ refundDue: null, version: lease.version });
    expect(openErrand(refunded)).toBeUndefined();
  });

  it.each([
    ['before an invoice', approved(NOON), 'ILLEGAL_TRANSITION'],
    ['a second time', judge(inContracts(NOON), cancel, LATER).lease, 'ILLEGAL_TRANSITION'],
    [
      'after Funded: a return is the way (T26)',
      lived(accepted(NOON), LATER, { event: 'goodsTaken' }),
      'ILLEGAL_TRANSITION',
    ],
    ['after its end', lived(approved(NOON), LATER, { event: 'approvalRanOut' }), 'APPROVAL_EXPIRED'],
    ['after the contracts ran out', lived(inContracts(NOON), LATER, { event: 'contractsRanOut' }), 'CONTRACTS_EXPIRED'],
  ])('is refused %s', (_, lease, code) => {
    expect(judge(lease, cancel, LATER)).toMatchObject({ outcome: 'refused', code, lease });
  });
});
