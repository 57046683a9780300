import { Stage } from '../support/stage';
import { minutesFrom, startOfDayAfter, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

describe('a delivery announced for a day to come', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  // Scenario 4, word for word.
  it('funds once at 00:00 store time of its day, though the workers restart twice meanwhile', async () => {
    const year = await stage.skipToNext('10-20T12:00', CHICAGO);
    const lease = await stage.signedLease();
    await stage.skipTo(`${year}-11-25T18:00:00Z`);
    expect(await lease.deliver(`${year}-12-01`)).toBe('accepted');
    expect(lease.diary.row).toMatchObject({ status: 'lease_accepted', fundingState: 'scheduled' });
    expect(await lease.deliver(`${year}-12-26`)).toBe('DELIVERY_DATE_OUT_OF_WINDOW');
    expect(await lease.deliver(`${year}-10-25`)).toBe('DELIVERY_DATE_OUT_OF_WINDOW');

    await restartWorker();
    await stage.skip('2 days');
    await restartWorker();
    await stage.skipTo(`${year}-12-01T05:59:00Z`);
    expect(await lease.settled()).toMatchObject({
      status: 'lease_accepted',
      nextDeadlineAt: `${year}-12-01T06:00:00.000Z`,
    });
    await stage.skipTo(`${year}-12-01T06:01:00Z`);
    await lease.until('funded');
    await stage.skip('40 days');
    await lease.settled();
    expect(lease.diary.count('lease.funded')).toBe(1);
    expect(lease.diary.effects.filter((line) => line.startsWith('fundMerchant'))).toHaveLength(1);
    expect(lease.diary.row).toMatchObject({ deliveredOn: `${year}-12-01`, fundingScheduledFor: null });
    expect(lease.diary.row.fundedAt?.slice(0, 16)).toBe(`${year}-12-01T06:00`);
  });

  it.each([
    ['10-26', 'funded'],
    ['12-25', 'lease_accepted'],
  ])('on 11-25, %s is still within the window', async (monthDay, status) => {
    const year = await stage.skipToNext('10-20T12:00', CHICAGO);
    const lease = await stage.signedLease();
    await stage.skipTo(`${year}-11-25T18:00:00Z`);
    expect(await lease.deliver(`${year}-${monthDay}`)).toBe('accepted');
    expect(await lease.status()).toBe(status);
  });

  it.each([
    ['10-25', '11-10', '08:00', 'winter'],
    ['03-01', '03-20', '07:00', 'summer'],
  ])('from %s for %s funds at %s UTC: the store has changed to %s time', async (from, day, hour) => {
    const timeZone = 'America/Los_Angeles';
    const year = await stage.skipToNext(`${from}T12:00`, timeZone);
    const lease = await stage.signedLease({ timeZone });
    await lease.deliver(`${year}-${day}`);
    const dueAt = `${year}-${day}T${hour}:00.000Z`;
    await stage.skipTo(minutesFrom(dueAt, -1));
    expect(await lease.status()).toBe('lease_accepted');
    await stage.skipTo(minutesFrom(dueAt, 1));
    await lease.until('funded');
  });

  it('may be moved to a later day until it comes: nothing happens on the first', async () => {
    const { lease, announce } = await announced(5);
    expect(await announce(8)).toBe('accepted');
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, await stage.now(), 8), -1));
    expect(await lease.status()).toBe('lease_accepted');
    await stage.skip('2 minutes');
    await lease.until('funded');
    expect(lease.diary.row.deliveredOn).toBe(storeDate(CHICAGO, await stage.now()));
  });

  it('may be moved to an earlier day, and does not fund again on the later one', async () => {
    const { lease, announce } = await announced(9);
    await announce(4);
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, await stage.now(), 4), 1));
    await lease.until('funded');
    await stage.skip('10 days');
    await lease.settled();
    expect(lease.diary.count('lease.funded')).toBe(1);
  });

  it('may be moved to today and funds at once', async () => {
    const { lease, announce } = await announced(9);
    expect(await announce(0)).toBe('accepted');
    expect(lease.diary.row).toMatchObject({ status: 'funded', deliveredOn: storeDate(CHICAGO, await stage.now()) });
  });

  it('cannot be moved once it has come', async () => {
    const { lease } = await announced(2);
    await stage.skip('3 days');
    await lease.until('funded');
    expect(await lease.deliver(storeDate(CHICAGO, await stage.now(), 3))).toBe('ILLEGAL_TRANSITION');
  });

  it('stays as it was when a move is refused', async () => {
    const { lease, announce } = await announced(6);
    expect(await announce(31)).toBe('DELIVERY_DATE_OUT_OF_WINDOW');
    expect(lease.diary.row.fundingScheduledFor).toBe(storeDate(CHICAGO, await stage.now(), 6));
    await stage.skip('7 days');
    await lease.until('funded');
  });

  it('beyond day 90 is reported overdue on day 90 and funds on its own day all the same', async () => {
    const lease = await stage.signedLease();
    const startedAt = await stage.now();
    await stage.skip('80 days');
    await lease.deliver(storeDate(CHICAGO, startedAt, 95));
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, startedAt, 91), 1));
    await lease.settled();
    expect(lease.diary.timeline.at(-1)).toBe('delivery.overdue');
    await stage.skipTo(minutesFrom(startOfDayAfter(CHICAGO, startedAt, 95), -1));
    expect(await lease.status()).toBe('lease_accepted');
    await stage.skip('2 minutes');
    await lease.until('funded');
  });

  async function restartWorker() {
    await stage.stopWorker();
    await stage.startWorker();
  }

  async function announced(days: number) {
    const lease = await stage.signedLease();
    const announce = async (ahead: number) => lease.deliver(storeDate(CHICAGO, await stage.now(), ahead));
    expect(await announce(days)).toBe('accepted');
    return { lease, announce };
  }
});
