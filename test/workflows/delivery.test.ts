import { calendarDate } from '../../domain/calendar-date';
import type { LeaseActor } from '../support/lease-actor';
import { Stage } from '../support/stage';
import { storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

describe('a delivery', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('confirmed for today funds the lease at once, and its money and schedule are written with it', async () => {
    const lease = await stage.signedLease();
    const today = await on(0);
    expect(await lease.deliver(today)).toBe('accepted');
    expect(lease.diary.effects.slice(-2).sort()).toEqual([
      `createPaymentSchedule ${today}`,
      `fundMerchant M-1 100000 ${lease.diary.row.fundedAt}`,
    ]);
    expect(lease.diary.lines.at(-1)).toMatch(/lease.funded funding.payable schedule.created$/);
    expect(lease.diary.row).toMatchObject({ status: 'funded', fundingState: 'eligible', deliveredOn: today });
  });

  it.each([
    [-31, 'DELIVERY_DATE_OUT_OF_WINDOW'],
    [-30, 'accepted'],
    [30, 'accepted'],
    [31, 'DELIVERY_DATE_OUT_OF_WINDOW'],
  ])('%d days from the store’s today is answered with %s', async (days, answer) => {
    const lease = await stage.signedLease();
    await stage.skip('36 days');
    expect(await lease.deliver(await on(days))).toBe(answer);
    const isFunded = answer === 'accepted' && days < 0;
    expect(await lease.status()).toBe(isFunded ? 'funded' : 'lease_accepted');
  });

  it.each([
    [-1, 'DELIVERED_BEFORE_SIGNED'],
    [-30, 'DELIVERED_BEFORE_SIGNED'],
    [-31, 'DELIVERY_DATE_OUT_OF_WINDOW'],
  ])('%d days before the signature is refused with %s: the window is named first', async (days, code) => {
    const lease = await stage.signedLease();
    expect(await lease.deliver(await on(days))).toBe(code);
    expect(await lease.status()).toBe('lease_accepted');
  });

  it('is dated by the store’s wall: late in the evening UTC’s date is still tomorrow', async () => {
    const timeZone = 'America/Los_Angeles';
    await stage.skipToNext('07-10T21:30', timeZone);
    const lease = await stage.signedLease({ timeZone });
    const utcDate = (await stage.now()).slice(0, 10);
    expect(utcDate.endsWith('07-11')).toBe(true);
    expect(await lease.deliver(utcDate)).toBe('accepted');
    expect(lease.diary.row).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: utcDate });
    expect(await lease.deliver(await on(0, timeZone))).toBe('accepted');
    expect(await lease.status()).toBe('funded');
  });

  // Scenario 3.
  it('of a part is refused and changes nothing; of the whole order, later, it funds with the later date', async () => {
    const lease = await stage.signedLease();
    expect(await deliverLines(lease, await on(0), [1])).toBe('PARTIAL_DELIVERY');
    expect(lease.diary.row).toMatchObject({ status: 'lease_accepted', fundingState: 'not_eligible', version: 4 });
    await stage.skip('2 days');
    const date = await on(0);
    expect(await deliverLines(lease, date, [1, 2])).toBe('accepted');
    expect(lease.diary.row).toMatchObject({ status: 'funded', deliveredOn: date });
  });

  it('of more than was ordered, or of a line nobody ordered, is not the whole order', async () => {
    const lease = await stage.signedLease();
    expect(await deliverLines(lease, await on(0), [1, 2, 2])).toBe('PARTIAL_DELIVERY');
    expect(await deliverLines(lease, await on(0), [1, 2, 3])).toBe('PARTIAL_DELIVERY');
  });

  it('before the initial payment is in is not OK, whatever the status', async () => {
    const lease = await stage.lease();
    expect(await lease.deliver(await on(0))).toBe('NOT_OK_TO_DELIVER');
    await lease.submitInvoice();
    expect(await lease.deliver(await on(0))).toBe('NOT_OK_TO_DELIVER');
    expect(lease.diary.row).toMatchObject({ status: 'contracts', version: 2 });
  });

  it('is taken once: a second one, and a cancellation, come too late for a Funded lease', async () => {
    const lease = await stage.signedLease();
    await lease.deliver(await on(0));
    expect(await lease.deliver(await on(0))).toBe('ILLEGAL_TRANSITION');
    expect(await lease.cancel()).toBe('ILLEGAL_TRANSITION');
    expect(await lease.submitInvoice()).toBe('ILLEGAL_TRANSITION');
    expect(lease.diary.count('lease.funded')).toBe(1);
    expect(lease.diary.effects.some((line) => line.startsWith('refund'))).toBe(false);
  });

  async function on(days: number, timeZone = CHICAGO) {
    return storeDate(timeZone, await stage.now(), days);
  }

  function deliverLines(lease: LeaseActor, date: string, lineNumbers: number[]) {
    const lines = lineNumbers.map((lineNumber) => ({ lineNumber, quantity: 1 }));
    return lease.report('deliveryConfirmed', { deliveredOn: calendarDate(date), lines });
  }
});
