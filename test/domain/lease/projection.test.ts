import { project, projectionChanges } from '../../../domain/lease/projection';
import { accepted, applied, approved, at, decided, inContracts, lived, on } from '../../support/lease-fixture';

const AT = at('2026-03-10T18:00Z');

describe('what SQL knows of a lease', () => {
  it('is null as long as it does not apply', () => {
    const {
      status,
      version,
      isOkToDeliver,
      isBlocked,
      isOverdue,
      isOver,
      fundingState,
      createdAt,
      updatedAt,
      ...rest
    } = project(applied(AT));
    expect({ status, version, createdAt, updatedAt }).toEqual({
      status: 'pending',
      version: 0,
      createdAt: AT,
      updatedAt: AT,
    });
    expect([isOkToDeliver, isBlocked, isOverdue, isOver]).toEqual([false, false, false, false]);
    expect(fundingState).toBe('not_eligible');
    expect(new Set(Object.values(rest))).toEqual(new Set([null]));
  });

  it('of contracts is their amounts and their own deadline', () => {
    expect(project(inContracts(AT))).toMatchObject({
      approvalLimitCents: 120_000,
      approvalExpiresAt: '2026-06-09T05:00:00.000Z',
      contractRound: 1,
      contractsExpireAt: '2026-05-10T05:00:00.000Z',
      invoiceTotalCents: 100_000,
      deliveryState: 'TX',
      totalToOwnCents: 200_000,
      initialPaymentCents: 4_900,
      isOkToDeliver: false,
    });
  });

  it('keeps the three axes apart: status, funding state, servicing state', () => {
    const scheduled = lived(accepted(AT), AT, { event: 'deliveryConfirmed', deliveredOn: on('2026-03-12') });
    const funded = lived(scheduled, AT, { event: 'fundingFellDue' });
    const axes = [accepted(AT), scheduled, funded]
      .map(project)
      .map(({ status, fundingState, servicingState, isOkToDeliver }) => [
        status,
        fundingState,
        servicingState,
        isOkToDeliver,
      ]);
    expect(axes).toEqual([
      ['lease_accepted', 'not_eligible', null, true],
      ['lease_accepted', 'scheduled', null, true],
      ['funded', 'eligible', 'active', true],
    ]);
  });

  it('calls an order overdue only while it is still to be delivered', () => {
    const overdue = lived(accepted(AT), AT, { event: 'deliveryOverdue' });
    expect(project(overdue).isOverdue).toBe(true);
    expect(project(lived(overdue, AT, { event: 'goodsTaken' })).isOverdue).toBe(false);
  });
});

describe('what travels to SQL', () => {
  it('is only what changed', () => {
    const before = approved(AT);
    const later = at('2026-06-09T05:00Z');
    expect(projectionChanges(before, lived(before, later, { event: 'approvalRanOut' }))).toEqual({
      status: 'approval_expired',
      isOver: true,
      version: 2,
      updatedAt: later,
    });
  });

  it('is nothing for a step that no reader can see', () => {
    const before = inContracts(AT);
    expect(projectionChanges(before, { ...before, signing: { signedAt: AT } })).toEqual({});
  });

  it('takes back what no longer applies, as null', () => {
    const before = accepted(AT);
    expect(projectionChanges(before, lived(before, AT, { event: 'contractCancelled' }))).toMatchObject({
      status: 'approved',
      isOkToDeliver: false,
      contractRound: null,
      invoiceTotalCents: null,
      signedOn: null,
    });
  });

  it("begins with the Workflow's own time of the application, whatever the row said before", () => {
    const before = applied(AT);
    expect(projectionChanges(before, lived(before, AT, decided('pre_approved')))).toMatchObject({
      status: 'pre_approved',
      version: 1,
      createdAt: AT,
    });
  });
});
