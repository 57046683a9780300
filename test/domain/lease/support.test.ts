import { cents } from '../../../domain/cents';
import { judge } from '../../../domain/lease/judge';
import { applied, approved, at, decided, inContracts, lived } from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');
const LATER = at('2026-04-01T18:00Z');

const denied = lived(applied(NOON), NOON, decided('denied'));
const inProcess = lived(denied, NOON, { event: 'reviewOpened' });
const preApproved = lived(applied(NOON), NOON, decided('pre_approved'));

describe('a review of a denial', () => {
  it('takes the lease to In Process, where nothing runs out (T6)', () => {
    const { lease, events } = judge(denied, { event: 'reviewOpened' }, LATER);
    expect(lease).toMatchObject({ status: 'in_process', denialFinalAt: null });
    expect(events).toEqual([{ type: 'review.opened' }, { type: 'lease.in_process' }]);
  });

  it('is refused once the denial is final, though the story may still be writing its last lines', () => {
    const final = lived(denied, at('2028-04-01T05:00Z'), { event: 'denialBecameFinal' });
    const judgement = judge(final, { event: 'reviewOpened' }, at('2028-04-01T05:00Z'));
    expect(judgement).toMatchObject({ outcome: 'refused', code: 'ILLEGAL_TRANSITION', lease: { status: 'denied' } });
  });

  it('that ends in an approval starts the 90 days on its own day (T7)', () => {
    const { lease, events } = judge(inProcess, { event: 'reviewClosed', decision: 'approved' }, LATER);
    expect(lease.approval).toEqual({ limitCents: 120_000, expiresAt: '2026-07-01T05:00:00.000Z' });
    expect(events[0]).toEqual({ type: 'review.closed', data: { decision: 'approved' } });
  });

  it('that ends in a denial starts the time for a review again', () => {
    const { lease } = judge(inProcess, { event: 'reviewClosed', decision: 'denied' }, LATER);
    expect(lease).toMatchObject({ status: 'denied', denialFinalAt: '2028-05-01T05:00:00.000Z' });
  });
});

describe('people who approve', () => {
  it("may name a limit of their own, and use the engine's where they do not (T4)", () => {
    const documents = { event: 'documentsReceived', decision: 'approved' } as const;
    expect(judge(preApproved, documents, LATER).lease.approval?.limitCents).toBe(120_000);
    const named = judge(preApproved, { ...documents, approvalLimitCents: cents(90_000) }, LATER);
    expect(named.lease.approval?.limitCents).toBe(90_000);
    expect(named.events[0]).toEqual({ type: 'documents.received', data: { decision: 'approved' } });
  });

  it('must name one where the engine proposed none', () => {
    const withoutLimit = lived(applied(NOON), NOON, decided('pre_approved', 0));
    const refusal = judge(withoutLimit, { event: 'documentsReceived', decision: 'approved' }, LATER);
    expect(refusal).toMatchObject({ outcome: 'refused', code: 'VALIDATION_FAILED', lease: { status: 'pre_approved' } });
  });

  it('decide on documents only of a Pre-approved customer, and on a review only of one In Process', () => {
    expect(judge(inProcess, { event: 'documentsReceived', decision: 'approved' }, LATER).outcome).toBe('refused');
    expect(judge(preApproved, { event: 'reviewClosed', decision: 'approved' }, LATER).outcome).toBe('refused');
    expect(judge(preApproved, { event: 'documentsReceived', decision: 'denied' }, LATER).lease.status).toBe('denied');
  });
});

describe('reinstatement of expired contracts', () => {
  const expired = lived(inContracts(NOON), at('2026-05-02T05:00Z'), { event: 'contractsRanOut' });

  it('leads to Approved with an empty cart and the deadline as it was (T12)', () => {
    const { lease, events } = judge(expired, { event: 'reinstated' }, at('2026-05-10T18:00Z'));
    expect(lease).toMatchObject({ status: 'approved', contract: null });
    expect(lease.approval).toBe(expired.approval);
    expect(events).toEqual([{ type: 'contract.reinstated' }, { type: 'lease.approved' }]);
  });

  it('lets the store invoice again, in a round of its own, and never beyond the first 90 days', () => {
    const again = lived(expired, at('2026-05-10T18:00Z'), { event: 'reinstated' });
    const invoice = inContracts(NOON).contract;
    expect(invoice?.round).toBe(1);
    expect(again.roundCount).toBe(1);
    expect(again.approval?.expiresAt).toBe(approved(NOON).approval?.expiresAt);
  });
});
