import { cents } from '../../../domain/cents';
import { leaseId } from '../../../domain/ids';
import { judge } from '../../../domain/lease/judge';
import {
  accepted,
  applied,
  approved,
  at,
  CHICAGO,
  decided,
  inContracts,
  lived,
  meet,
} from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');

describe('an approval', () => {
  it('given on 2026-03-02 ends at 00:00 store time of 2026-06-01, across the change of clocks (scenario 5)', () => {
    expect(approved(NOON).approval).toEqual({ limitCents: 120_000, expiresAt: '2026-06-01T05:00:00.000Z' });
  });

  it.each([
    ['2026-03-02T06:00Z', '2026-06-01T05:00:00.000Z', 'the first minute of that day'],
    ['2026-03-03T05:59Z', '2026-06-01T05:00:00.000Z', 'the last minute of it, already tomorrow in Greenwich'],
    ['2026-03-03T06:00Z', '2026-06-02T05:00:00.000Z', 'the first of the next'],
    ['2026-10-01T18:00Z', '2026-12-31T06:00:00.000Z', 'a day in summer, for an end in winter'],
    ['2027-12-01T18:00Z', '2028-03-01T06:00:00.000Z', 'a leap day on the way'],
  ])('given at %s ends at %s (%s)', (givenAt, expiresAt) => {
    expect(approved(at(givenAt)).approval?.expiresAt).toBe(expiresAt);
  });

  it('begins the timeline with the application and its decision', () => {
    const { events, lease } = meet(applied(NOON), decided('approved'), NOON);
    expect(events.map(({ type }) => type)).toEqual(['application.submitted', 'lease.approved']);
    expect(lease.version).toBe(1);
  });

  it('decided after an outage starts on the day of the decision, not of the application (T5)', () => {
    const { lease: down, events } = meet(applied(NOON), { event: 'engineDown', clock: CHICAGO }, NOON);
    expect(events.map(({ type }) => type)).toEqual(['application.submitted', 'lease.pending']);
    expect(down).toMatchObject({ status: 'pending', version: 1, approval: null });
    const later = lived(down, at('2026-03-05T18:00Z'), decided('approved'));
    expect(later).toMatchObject({
      status: 'approved',
      version: 2,
      approval: { expiresAt: '2026-06-04T05:00:00.000Z' },
    });
  });
});

describe('an approval that moves to another channel (T29)', () => {
  const moved = { event: 'approvalMoved', toLeaseId: leaseId('1002003002') } as const;

  it('ends under its old lease ID, which names the new one', () => {
    const { lease, events } = judge(approved(NOON), moved, NOON);
    expect(lease.status).toBe('approval_expired');
    expect(events).toEqual([
      { type: 'approval.moved', data: { toLeaseId: '1002003002' } },
      { type: 'lease.approval_expired' },
    ]);
  });

  it('goes on under the new one for the same amount and until the same instant', () => {
    const expiresAt = at('2026-06-01T05:00Z');
    const limitCents = cents(120_000);
    const movedAt = at('2026-05-20T18:00Z');
    const origin = { movedApproval: { fromLeaseId: leaseId('1002003001'), limitCents, expiresAt } };
    const decision = { event: 'decided', outcome: 'approved', proposedLimitCents: limitCents, clock: CHICAGO } as const;
    const { lease, events } = meet(applied(movedAt, origin), { ...decision, expiresAt }, movedAt);
    expect(lease).toMatchObject({ status: 'approved', approval: { limitCents: 120_000, expiresAt } });
    expect(events).toContainEqual({ type: 'approval.taken_over', data: { fromLeaseId: '1002003001' } });
  });

  it('is only one that nobody used yet: an order stays where it was placed', () => {
    for (const lease of [inContracts(NOON), accepted(NOON)]) {
      expect(judge(lease, moved, NOON)).toMatchObject({ outcome: 'refused', code: 'ILLEGAL_TRANSITION' });
    }
  });
});

describe('a denial', () => {
  it('keeps its lease ID and can be reviewed for 760 days (decision 0003)', () => {
    const denied = lived(applied(NOON), NOON, decided('denied'));
    expect(denied).toMatchObject({ status: 'denied', approval: null, denialFinalAt: '2028-04-01T05:00:00.000Z' });
  });
});
