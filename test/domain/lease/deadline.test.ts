import {
  actsAt,
  describeWait,
  earlier,
  fundingDueAt,
  nextDeadline,
  overdueAt,
  undelivered,
  unsignedEnding,
} from '../../../domain/lease/deadline';
import { judge } from '../../../domain/lease/judge';
import type { LeaseState } from '../../../domain/lease/state';
import {
  accepted,
  applied,
  approved,
  at,
  card,
  decided,
  inContracts,
  lived,
  on,
  signed,
  SOFA_AND_TABLE,
} from '../../support/lease-fixture';

const NOON = at('2026-03-02T18:00Z');
const DAY_91 = '2026-06-01T05:00:00.000Z';

const scheduled = (lease: LeaseState, deliveredOn: string, when = NOON): LeaseState =>
  lived(lease, when, { event: 'deliveryConfirmed', deliveredOn: on(deliveredOn) });
const invoicedLate = lived(approved(NOON), at('2026-04-15T18:00Z'), {
  event: 'invoiceSubmitted',
  invoice: SOFA_AND_TABLE,
});
const overdue = lived(accepted(NOON), at(DAY_91), { event: 'deliveryOverdue' });

describe('the deadline of a lease', () => {
  it.each([
    ['Approved: the end of its 90 days', approved(NOON), DAY_91],
    ['Contracts: the end of its 60 days', inContracts(NOON), '2026-05-02T05:00:00.000Z'],
    ['Contracts of a late invoice: the end of the approval', invoicedLate, DAY_91],
    [
      'Contracts Expired: the end of the approval',
      lived(inContracts(NOON), NOON, { event: 'contractsRanOut' }),
      DAY_91,
    ],
    ['Lease Accepted: day 91, as a question', accepted(NOON), DAY_91],
    [
      'Lease Accepted, scheduled: 00:00 of that day',
      scheduled(accepted(NOON), '2026-03-20'),
      '2026-03-20T05:00:00.000Z',
    ],
    [
      'Denied: the end of the time for a review',
      lived(applied(NOON), NOON, decided('denied')),
      '2028-04-01T05:00:00.000Z',
    ],
    ['Pre-approved: none', lived(applied(NOON), NOON, decided('pre_approved')), null],
    ['Pending: none', applied(NOON), null],
    ['Funded: none', lived(accepted(NOON), NOON, { event: 'goodsTaken' }), null],
    ['Approval Expired: none', lived(approved(NOON), NOON, { event: 'approvalRanOut' }), null],
  ])('%s', (_, lease, deadlineAt) => {
    expect(actsAt(lease)).toBe(deadlineAt);
    expect(nextDeadline(lease)).toBe(deadlineAt);
  });

  it('of an overdue order no longer makes it act, but stays what operators look at', () => {
    expect([actsAt(overdue), nextDeadline(overdue)]).toEqual([null, DAY_91]);
  });

  it('names the ending of unsigned contracts: the one that came first, the approval where both come together', () => {
    expect(unsignedEnding(inContracts(NOON))).toBe('contractsRanOut');
    expect(unsignedEnding(invoicedLate)).toBe('approvalRanOut');
    const onDay30 = lived(approved(NOON), at('2026-04-01T18:00Z'), {
      event: 'invoiceSubmitted',
      invoice: SOFA_AND_TABLE,
    });
    expect(unsignedEnding(onDay30)).toBe('approvalRanOut');
  });

  it('of a scheduled delivery comes before, with or after day 91, and funds when both come together', () => {
    const late = at('2026-05-15T18:00Z');
    expect(undelivered(accepted(NOON))).toBe('deliveryOverdue');
    expect(undelivered(scheduled(accepted(NOON), '2026-05-31', late))).toBe('fundingFellDue');
    expect(undelivered(scheduled(accepted(NOON), '2026-06-01', late))).toBe('fundingFellDue');
    expect(undelivered(scheduled(accepted(NOON), '2026-06-02', late))).toBe('deliveryOverdue');
    expect(undelivered(scheduled(overdue, '2026-06-20', at('2026-06-10T18:00Z')))).toBe('fundingFellDue');
  });

  it('is asked of an undelivered order once', () => {
    expect(overdueAt(accepted(NOON))).toBe(DAY_91);
    expect(overdueAt(overdue)).toBeNull();
  });

  it('of a schedule is 00:00 on the wall of the store, summer and winter', () => {
    expect(fundingDueAt(accepted(NOON))).toBeNull();
    expect(fundingDueAt({ ...accepted(NOON), fundingScheduledFor: on('2026-12-01') })).toBe('2026-12-01T06:00:00.000Z');
    expect(fundingDueAt({ ...accepted(NOON), fundingScheduledFor: on('2026-07-01') })).toBe('2026-07-01T05:00:00.000Z');
  });

  it('is the earlier of two, or the one there is', () => {
    const [one, two] = [at('2026-03-02T00:00Z'), at('2026-03-03T00:00Z')];
    expect([earlier(one, two), earlier(two, one), earlier(one, null), earlier(null, two), earlier(null, null)]).toEqual(
      [one, one, one, two, null],
    );
  });
});

describe('the one line for an operator', () => {
  it.each([
    [approved(NOON), "**Approved**: waits for the store's invoice until 2026-06-01 05:00 UTC."],
    [
      scheduled(accepted(NOON), '2026-03-20'),
      '**Lease Accepted**: waits for confirmation that the whole order is delivered until 2026-03-20 05:00 UTC. Delivery is scheduled for 2026-03-20.',
    ],
    [
      overdue,
      '**Lease Accepted**: waits for confirmation that the whole order is delivered. **Overdue: not delivered by day 90.**',
    ],
    [
      lived(inContracts(NOON), NOON, signed(1)),
      '**Contracts**: waits for the card processor to take the initial payment.',
    ],
    [
      judge(accepted(NOON), { event: 'contractCancelled' }, NOON).lease,
      '**Approved**: waits for the card processor to give the initial payment back.',
    ],
    [
      lived(accepted(NOON), NOON, { event: 'goodsTaken' }),
      '**Funded**: waits for its journal entries and its payment schedule to be written.',
    ],
    [
      lived(accepted(NOON), NOON, { event: 'goodsTaken' }, { event: 'opened' }),
      '**Funded**: waits for returns, payments or pay-off.',
    ],
    [lived(approved(NOON), NOON, { event: 'approvalRanOut' }), '**Approval Expired**.'],
    [lived(inContracts(NOON), NOON, signed(1), card('captured')), '**Contracts Received**.'],
    [
      { ...inContracts(NOON), isBlocked: true },
      "**Contracts**: waits for the customer's signature and initial payment until 2026-05-02 05:00 UTC. **Blocked: too many card attempts.**",
    ],
  ])('says what the lease waits for, and until when: $status', (lease, words) => {
    expect(describeWait(lease)).toBe(words);
  });
});
