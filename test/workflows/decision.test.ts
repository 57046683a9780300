import { Stage } from '../support/stage';
import { minutesFrom, startOfDayAfter, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';
const MINUTE_MS = 60_000;

describe('an application', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each([
    ['approved', 150_000],
    ['denied', null],
    ['pre_approved', null],
  ] as const)(
    'that the engine answers with %s is that at once, as the verdict on the application',
    async (outcome, limit) => {
      const lease = await stage.lease({ engine: [outcome] });
      expect(await lease.verdict(lease.application.by.messageId)).toBe('accepted');
      expect(lease.diary.row).toMatchObject({ status: outcome, version: 1, approvalLimitCents: limit });
      expect(lease.diary.effects).toEqual(['decideApplication']);
    },
  );

  it('made while the engine is down is Pending and decided by itself when it is back', async () => {
    const lease = await stage.lease({ engine: [...downTimes(4), 'approved'] });
    expect(await lease.status()).toBe('pending');
    await stage.skip('1 minute');
    expect((await lease.until('approved')).version).toBe(2);
    expect(lease.diary.effects).toEqual(Array(5).fill('decideApplication'));
    expect(lease.diary.row.approvalExpiresAt).toBe(startOfDayAfter(CHICAGO, await stage.now(), 91));
  });

  it('is asked about ever less often, twice as long each time and at most every 15 minutes', async () => {
    const lease = await stage.lease({ engine: [...downTimes(13), 'denied'] });
    await stage.skip('2 hours');
    await lease.until('denied');
    const pausesMs = (await lease.timersMs()).slice(0, 13);
    const doublingMs = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512].map((seconds) => seconds * 1_000);
    expect(pausesMs).toEqual([...doublingMs, 15 * MINUTE_MS, 15 * MINUTE_MS, 15 * MINUTE_MS]);
  });

  it('is asked about at once when the engine reports itself back, however long the pause had become', async () => {
    const lease = await stage.lease({ engine: [...downTimes(8), 'approved'] });
    await stage.skip('90 seconds');
    await lease.untilCalled('decideApplication', 7);
    const before = await stage.now();
    for (let asked = 0; asked < 2; asked += 1) {
      await lease.handle.signal('engineRestored');
      await lease.untilCalled('decideApplication', 8 + asked);
    }
    await lease.until('approved');
    expect(Date.parse(await stage.now()) - Date.parse(before)).toBeLessThan(MINUTE_MS);
  });

  it('takes no command while Pending, and says so', async () => {
    const lease = await stage.lease({ engine: ['down'] });
    const today = storeDate(CHICAGO, await stage.now());
    expect(await lease.submitInvoice()).toBe('ILLEGAL_TRANSITION');
    expect(await lease.cancel()).toBe('ILLEGAL_TRANSITION');
    expect(await lease.report('reviewOpened', {})).toBe('ILLEGAL_TRANSITION');
    expect(await lease.report('reinstated', {})).toBe('ILLEGAL_TRANSITION');
    expect(await lease.deliver(today)).toBe('NOT_OK_TO_DELIVER');
    expect(lease.diary.row).toMatchObject({ status: 'pending', version: 1 });
  });

  it('that was denied can be reviewed, and the 90 days start with the approval', async () => {
    const lease = await stage.lease({ engine: ['denied'] });
    await stage.skip('20 days');
    expect(await lease.report('reviewOpened', {})).toBe('accepted');
    expect(await lease.settled()).toMatchObject({ status: 'in_process', nextDeadlineAt: null });
    await stage.skip('5 days');
    expect(await lease.report('reviewClosed', { decision: 'approved' })).toBe('accepted');
    expect(lease.diary.row).toMatchObject({
      status: 'approved',
      approvalLimitCents: 150_000,
      approvalExpiresAt: startOfDayAfter(CHICAGO, await stage.now(), 91),
    });
  });

  it('denied again after a review may be reviewed again', async () => {
    const lease = await stage.lease({ engine: ['denied'] });
    await lease.report('reviewOpened', {});
    expect(await lease.report('reviewClosed', { decision: 'denied' })).toBe('accepted');
    expect(await lease.report('reviewOpened', {})).toBe('accepted');
    expect(await lease.status()).toBe('in_process');
  });

  it('that needs documents waits for them without end', async () => {
    const lease = await stage.lease({ engine: ['pre_approved'] });
    await stage.skip('200 days');
    expect(await lease.settled()).toMatchObject({ status: 'pre_approved', nextDeadlineAt: null });
    expect(await lease.report('documentsReceived', { decision: 'approved' })).toBe('accepted');
    expect(await lease.status()).toBe('approved');
  });

  it('denied and never reviewed is final 25 months later', async () => {
    const lease = await stage.lease({ engine: ['denied'] });
    const finalAt = startOfDayAfter(CHICAGO, await stage.now(), 761);
    expect((await lease.settled()).nextDeadlineAt).toBe(finalAt);
    await stage.skipTo(minutesFrom(finalAt, -1));
    expect((await lease.settled()).nextDeadlineAt).toBe(finalAt);
    await stage.skipTo(minutesFrom(finalAt, 1));
    expect(await lease.handle.result()).toBe('denied');
    expect(lease.diary.timeline.at(-1)).toBe('denial.final');
  });

  // Between the last deadline and the end of the Workflow somebody may still speak.
  it('cannot be reviewed any more while its final denial is being written down', async () => {
    const lease = await stage.lease({ engine: ['denied'] });
    const { nextDeadlineAt } = await lease.settled();
    const written = lease.diary.hold('recordLease');
    const skipped = stage.skipTo(minutesFrom(String(nextDeadlineAt), 1));
    await lease.untilCalled('recordLease', 2);
    await lease.say('reviewOpened', {});
    written();
    await skipped;
    expect(await lease.handle.result()).toBe('denied');
    expect(lease.diary.row.status).toBe('denied');
    expect(lease.diary.timeline.slice(-2)).toEqual(['denial.final', 'ILLEGAL_TRANSITION']);
  });
});

const downTimes = (count: number): 'down'[] => Array<'down'>(count).fill('down');
