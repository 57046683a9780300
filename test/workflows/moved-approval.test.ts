import { instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId } from '../../domain/ids';
import { Stage } from '../support/stage';
import { minutesFrom, startOfDayAfter } from '../support/store-time';

const CHICAGO = 'America/Chicago';

// T29: the customer checks out in the merchant's other channel.
describe('an approval that moves to another lease', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('ends here at once', async () => {
    const lease = await stage.lease();
    expect(await lease.report('approvalMoved', { toLeaseId: leaseId('2002003001') })).toBe('accepted');
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(lease.diary.timeline.slice(-2)).toEqual(['approval.moved', 'lease.approval_expired']);
  });

  it('goes on there for the same amount and until the same instant, whatever the engine would say', async () => {
    const decidedAt = await stage.now();
    await stage.skip('40 days');
    const expiresAt = instant(Date.parse(startOfDayAfter(CHICAGO, decidedAt, 91)));
    const movedApproval = { fromLeaseId: leaseId('2002003002'), limitCents: cents(88_000), expiresAt };
    const lease = await stage.lease({ engine: ['denied'] }, { movedApproval });
    expect(lease.diary.row).toMatchObject({ status: 'approved', approvalLimitCents: 88_000 });

    await stage.skipTo(minutesFrom(expiresAt, -1));
    expect(await lease.status()).toBe('approved');
    await stage.skipTo(minutesFrom(expiresAt, 1));
    expect(await lease.handle.result()).toBe('approval_expired');
  });

  it('cannot move once an order hangs on it', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    const answer = await lease.report('approvalMoved', { toLeaseId: leaseId('2002003003') });
    expect(answer).toBe('ILLEGAL_TRANSITION');
    expect(await lease.status()).toBe('contracts');
  });
});
