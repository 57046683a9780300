import { happen } from '../../../domain/lease/happen';
import { judge } from '../../../domain/lease/judge';
import {
  accepted,
  applied,
  approved,
  at,
  card,
  decided,
  inContracts,
  lived,
  SHA,
  signed,
  SOFA_AND_TABLE,
} from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');

describe('what a lease finds out by itself', () => {
  it.each([
    ['acceptancePassed', lived(inContracts(NOON), NOON, signed(1), card('captured')), 'lease_accepted'],
    ['approvalRanOut', approved(NOON), 'approval_expired'],
    ['contractsRanOut', inContracts(NOON), 'contracts_expired'],
  ] as const)('%s changes the status, one version on, with its line in the timeline', (event, before, status) => {
    const judgement = happen(before, { event }, at('2026-05-05T05:00Z'));
    expect(judgement.outcome).toBe('accepted');
    expect(judgement.lease).toMatchObject({
      status,
      version: before.version + 1,
      updatedAt: '2026-05-05T05:00:00.000Z',
    });
    expect(judgement.events).toEqual([{ type: `lease.${status}` }]);
  });

  it('an agreement is known to the contract it was rendered for, and to no other', () => {
    const fresh = lived(approved(NOON), NOON, { event: 'invoiceSubmitted', invoice: SOFA_AND_TABLE });
    const stale = happen(fresh, { event: 'agreementRendered', round: 0, agreementSha256: 'old' }, NOON);
    expect(stale.lease.contract?.agreementSha256).toBeNull();
    const live = happen(fresh, { event: 'agreementRendered', round: 1, agreementSha256: SHA }, NOON);
    expect(live.lease.contract?.agreementSha256).toBe(SHA);
    expect([live.outcome, live.events]).toEqual(['noted', []]);
  });

  it('an agreement rendered after the order was cancelled concerns nobody', () => {
    const late = happen(approved(NOON), { event: 'agreementRendered', round: 1, agreementSha256: SHA }, NOON);
    expect(late.lease.contract).toBeNull();
  });

  it('an undelivered order becomes overdue once, and stays Lease Accepted (T28)', () => {
    const judgement = happen(accepted(NOON), { event: 'deliveryOverdue' }, at('2026-06-01T05:00Z'));
    expect(judgement.lease).toMatchObject({ status: 'lease_accepted', isOverdueReported: true });
    expect(judgement.events).toEqual([{ type: 'delivery.overdue' }]);
  });

  it('a refund is told with its round and amount, without a new version', () => {
    const cancelled = judge(accepted(NOON), { event: 'contractCancelled' }, NOON).lease;
    expect(happen(cancelled, { event: 'refunded' }, NOON).events).toEqual([
      { type: 'initial_payment.refunded', data: { round: 1, amountCents: 4_900 } },
    ]);
  });

  it('a final denial is told, and nothing else changes', () => {
    const denied = lived(applied(NOON), NOON, decided('denied'));
    const judgement = happen(denied, { event: 'denialBecameFinal' }, at('2028-04-01T05:00Z'));
    expect(judgement).toEqual({
      outcome: 'noted',
      lease: { ...denied, denialFinalAt: null },
      events: [{ type: 'denial.final' }],
    });
  });

  it('a Funded lease is opened once the merchant is payable and the schedule fixed', () => {
    const funded = lived(accepted(NOON), NOON, { event: 'goodsTaken' });
    const judgement = happen(funded, { event: 'opened' }, NOON);
    expect(judgement.lease).toEqual({ ...funded, isOpened: true });
    expect(judgement.events).toEqual([{ type: 'funding.payable' }, { type: 'schedule.created' }]);
  });
});
