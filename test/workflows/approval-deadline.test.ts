import { Stage } from '../support/stage';
import { minutesFrom } from '../support/store-time';

// Scenario 5 and its like: the last usable moment is the end of day 90 on the store's own wall, whatever its clock did
// meanwhile. Expected instants are written by hand from the rules of each zone.
describe('an approval', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it.each([
    ['America/Chicago', '03-02T10:00', '06-01T05:00', 'across the change to summer time'],
    ['America/Chicago', '09-01T10:00', '12-01T06:00', 'across the change to winter time'],
    ['America/New_York', '03-01T00:10', '05-31T04:00', 'decided ten minutes into its day 0'],
    ['America/Los_Angeles', '08-20T23:30', '11-19T08:00', 'decided when UTC was a day ahead already'],
    ['Pacific/Honolulu', '03-02T10:00', '06-01T10:00', 'where clocks never change'],
  ])('%s, from %s: expires at %s UTC, %s', async (timeZone, startsAt, expiresAt) => {
    const year = await stage.skipToNext(startsAt, timeZone);
    const deadlineAt = `${year}-${expiresAt}:00.000Z`;
    const [used, unused] = [await stage.lease({ timeZone }), await stage.lease({ timeZone })];
    expect(await used.settled()).toMatchObject({ status: 'approved', nextDeadlineAt: deadlineAt });

    await stage.skipTo(minutesFrom(deadlineAt, -1));
    expect(await unused.status()).toBe('approved');
    expect(await used.submitInvoice()).toBe('accepted');

    await stage.skipTo(minutesFrom(deadlineAt, 1));
    expect(await unused.handle.result()).toBe('approval_expired');
    expect(await used.handle.result()).toBe('approval_expired');
    expect(unused.diary.timeline).toEqual(['application.submitted', 'lease.approved', 'lease.approval_expired']);
    expect(unused.diary.recordings.at(-1)?.at.slice(0, 16)).toBe(deadlineAt.slice(0, 16));
    expect(unused.diary.effects).toEqual(['decideApplication']);
  });
});
