import { Stage } from '../support/stage';
import { minutesFrom, startOfDayAfter, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

// T28: money is in and goods are not. That is a question for a person, never an ending.
describe('an order undelivered when day 90 has passed', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each([
    ['02-20T09:00', 'spring'],
    ['09-10T09:00', 'autumn'],
  ])('is reported once, to the minute, across the clock change of %s (%s)', async (startsAt) => {
    await stage.skipToNext(startsAt, CHICAGO);
    const lease = await stage.signedLease();
    const deadlineAt = startOfDayAfter(CHICAGO, await stage.now(), 91);
    await stage.skipTo(minutesFrom(deadlineAt, -1));
    await lease.settled();
    expect(lease.diary.row.isOverdue).toBe(false);

    await stage.skipTo(minutesFrom(deadlineAt, 1));
    await lease.settled();
    expect(lease.diary.row).toMatchObject({ status: 'lease_accepted', isOverdue: true });
    await stage.skip('300 days');
    await lease.settled();
    expect(lease.diary.count('delivery.overdue')).toBe(1);
  });

  it('can be delivered on day 95', async () => {
    const lease = await stage.signedLease();
    await stage.skip('95 days');
    await lease.settled();
    expect(await lease.deliver(storeDate(CHICAGO, await stage.now()))).toBe('accepted');
    expect(lease.diary.row).toMatchObject({ status: 'funded', isOverdue: false });
    expect(lease.diary.count('lease.approval_expired')).toBe(0);
  });

  it('can be announced on day 95 for a day to come', async () => {
    const lease = await stage.signedLease();
    await stage.skip('95 days');
    await lease.settled();
    await lease.deliver(storeDate(CHICAGO, await stage.now(), 10));
    await stage.skip('11 days');
    await lease.until('funded');
    expect(lease.diary.count('delivery.overdue')).toBe(1);
  });
});
