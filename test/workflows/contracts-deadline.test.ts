import { Stage } from '../support/stage';
import { minutesFrom, startOfDayAfter } from '../support/store-time';

const CHICAGO = 'America/Chicago';

describe('contracts the customer does not sign', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each([
    [CHICAGO, '03-02T10:00', '05-02T05:00', 'across the change to summer time'],
    [CHICAGO, '09-20T10:00', '11-20T06:00', 'across the change to winter time'],
    ['America/Los_Angeles', '10-15T23:30', '12-15T08:00', 'submitted when UTC was a day ahead already'],
  ])('%s, from %s: expire at %s UTC, %s', async (timeZone, startsAt, expireAt) => {
    const year = await stage.skipToNext(startsAt, timeZone);
    const deadlineAt = `${year}-${expireAt}:00.000Z`;
    const lease = await stage.lease({ timeZone });
    await lease.submitInvoice();
    expect(await lease.settled()).toMatchObject({ status: 'contracts', nextDeadlineAt: deadlineAt });

    await stage.skipTo(minutesFrom(deadlineAt, -1));
    expect(await lease.status()).toBe('contracts');
    await stage.skipTo(minutesFrom(deadlineAt, 1));
    expect(await lease.status()).toBe('contracts_expired');
    expect(lease.diary.effects).toEqual(['decideApplication']);
  });

  it('can no longer be signed, replaced or delivered, each refusal with its own code', async () => {
    const lease = await expiredContracts();
    expect(await lease.sign()).toBe('SIGNING_LINK_DEAD');
    expect(await lease.submitInvoice()).toBe('CONTRACTS_EXPIRED');
    expect(await lease.deliver((await stage.now()).slice(0, 10))).toBe('CONTRACTS_EXPIRED');
    expect(lease.diary.effects).toEqual(['decideApplication']);
  });

  it('end with the approval when that is earlier, and are named after it', async () => {
    const { lease, approvedAt } = await approvedLease();
    await stage.skipTo(startOfDayAfter(CHICAGO, approvedAt, 40));
    await lease.submitInvoice();
    const deadlineAt = startOfDayAfter(CHICAGO, approvedAt, 91);
    expect((await lease.settled()).nextDeadlineAt).toBe(deadlineAt);

    await stage.skipTo(minutesFrom(deadlineAt, -1));
    expect(await lease.status()).toBe('contracts');
    await stage.skipTo(minutesFrom(deadlineAt, 1));
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(lease.diary.timeline).not.toContain('lease.contracts_expired');
  });

  it('end as Approval Expired when both deadlines are one instant', async () => {
    const { lease, approvedAt } = await approvedLease();
    await stage.skipTo(startOfDayAfter(CHICAGO, approvedAt, 30));
    await lease.submitInvoice();
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, approvedAt, 91), 1));
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(lease.diary.timeline.slice(-1)).toEqual(['lease.approval_expired']);
    expect(lease.diary.timeline).not.toContain('lease.contracts_expired');
  });

  it('get 60 new days when the invoice is replaced', async () => {
    const { lease, approvedAt } = await approvedLease();
    await lease.submitInvoice();
    await stage.skipTo(startOfDayAfter(CHICAGO, approvedAt, 20));
    expect(await lease.submitInvoice()).toBe('accepted');

    const deadlineAt = startOfDayAfter(CHICAGO, approvedAt, 81);
    await stage.skipTo(minutesFrom(deadlineAt, -1));
    expect(await lease.status()).toBe('contracts');
    await stage.skipTo(minutesFrom(deadlineAt, 1));
    expect(await lease.status()).toBe('contracts_expired');
  });

  it('replaced on day 59 outlive day 60, and still end with the 90 days', async () => {
    const { lease, approvedAt } = await approvedLease();
    await lease.submitInvoice();
    await stage.skipTo(startOfDayAfter(CHICAGO, approvedAt, 59));
    await lease.submitInvoice();
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, approvedAt, 61), 1));
    const deadlineAt = startOfDayAfter(CHICAGO, approvedAt, 91);
    expect(await lease.settled()).toMatchObject({ status: 'contracts', nextDeadlineAt: deadlineAt });

    await stage.skipTo(minutesFrom(deadlineAt, 1));
    expect(await lease.handle.result()).toBe('approval_expired');
  });

  it('set back to Approved by support do not get new 90 days', async () => {
    const lease = await expiredContracts();
    const { approvalExpiresAt } = lease.diary.row;
    expect(await lease.report('reinstated', {})).toBe('accepted');
    expect(await lease.settled()).toMatchObject({ status: 'approved', nextDeadlineAt: approvalExpiresAt });
    expect(lease.diary.row).toMatchObject({ contractRound: null, invoiceTotalCents: null });

    await stage.skipTo(minutesFrom(String(approvalExpiresAt), -1));
    expect(await lease.status()).toBe('approved');
    await stage.skipTo(minutesFrom(String(approvalExpiresAt), 1));
    expect(await lease.handle.result()).toBe('approval_expired');
  });

  it('that expired become Approval Expired with the approval', async () => {
    const lease = await expiredContracts();
    const { approvalExpiresAt } = lease.diary.row;
    await stage.skipTo(minutesFrom(String(approvalExpiresAt), -1));
    expect(await lease.status()).toBe('contracts_expired');
    await stage.skipTo(minutesFrom(String(approvalExpiresAt), 1));
    expect(await lease.handle.result()).toBe('approval_expired');
  });

  async function approvedLease() {
    await stage.skipToNext('04-10T12:00', CHICAGO);
    const approvedAt = await stage.now();
    const lease = await stage.lease();
    return { lease, approvedAt };
  }

  async function expiredContracts() {
    const { lease, approvedAt } = await approvedLease();
    await lease.submitInvoice();
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, approvedAt, 61), 1));
    await lease.until('contracts_expired');
    return lease;
  }
});
