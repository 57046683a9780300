import { anApplication, anInvoice } from '../support/lease-factories';
import { Stage } from '../support/stage';
import { minutesFrom } from '../support/store-time';

const DAY_MINUTES = 24 * 60;
const WARNED = { warnsOfExpiry: true } as const;

describe('a lease about to run out', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('is warned of 14, 7 and 1 days before its approval ends, and then expires as it would have', async () => {
    await stage.skipToNext('03-20T12:00', 'America/Phoenix');
    const lease = await stage.lease({ timeZone: 'America/Phoenix' }, WARNED);
    const { nextDeadlineAt } = await lease.settled();
    for (const daysLeft of [14, 7, 1]) {
      const warnedAt = minutesFrom(String(nextDeadlineAt), -daysLeft * DAY_MINUTES);
      const before = lease.diary.count('approval.expiring');
      await stage.skipTo(minutesFrom(warnedAt, -1));
      await lease.settled();
      expect(lease.diary.count('approval.expiring')).toBe(before);
      await stage.skipTo(minutesFrom(warnedAt, 1));
      await lease.settled();
      expect(lease.diary.count('approval.expiring')).toBe(before + 1);
    }
    await stage.skipTo(minutesFrom(String(nextDeadlineAt), 1));
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(lease.diary.timeline.slice(-4)).toEqual([
      ...['approval.expiring', 'approval.expiring', 'approval.expiring'],
      'lease.approval_expired',
    ]);
  });

  it('is not warned of contracts that were signed in time, and leaves no timer behind', async () => {
    const lease = await stage.lease({}, WARNED);
    await lease.submitInvoice();
    await lease.sign();
    await stage.skip('70 days');
    await lease.settled();
    expect(lease.diary.count('contract.expiring')).toBe(0);
    expect(lease.diary.count('approval.expiring')).toBe(0);
  });

  it('an invoice that meets a warning in one Workflow Task still opens contracts', async () => {
    // A zone whose clocks never change: 14 days of 24 hours are 14 calendar days.
    const lease = await stage.lease({ timeZone: 'America/Phoenix' }, WARNED);
    const { nextDeadlineAt } = await lease.settled();
    const warnedAt = minutesFrom(String(nextDeadlineAt), -14 * DAY_MINUTES);
    let said = '';
    await stage.factThenDeadline(lease, warnedAt, async () => {
      said = await lease.say('invoiceSubmitted', { invoice: anInvoice() });
    });
    expect(await lease.verdict(said)).toBe('accepted');
    expect(await lease.status()).toBe('contracts');
  });

  it('one that began before warnings were given goes on without them', async () => {
    expect(anApplication().origin.warnsOfExpiry).toBeUndefined();
    const lease = await stage.lease();
    await stage.skip('85 days');
    await lease.settled();
    expect(lease.diary.timeline).toEqual(['application.submitted', 'lease.approved']);
  });
});
