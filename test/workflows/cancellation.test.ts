import { aDelivery, anInvoice } from '../support/lease-factories';
import { Stage } from '../support/stage';
import { startOfDayAfter, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

describe('a cancelled order', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('gives the initial payment back once and sets the lease back to Approved, with the deadline it had', async () => {
    const lease = await stage.signedLease();
    const { approvalExpiresAt } = lease.diary.row;
    expect(await lease.cancel()).toBe('accepted');
    const refunds = lease.diary.effects.filter((line) => line.startsWith('refund'));
    expect(refunds).toEqual([expect.stringMatching(/^refundInitialPayment round-1 capture-of-message-\d+ 4900$/)]);
    expect(lease.diary.count('initial_payment.refunded')).toBe(1);
    expect(lease.diary.row).toMatchObject({
      status: 'approved',
      approvalExpiresAt,
      isOkToDeliver: false,
      contractRound: null,
      signedOn: null,
    });
    expect(await lease.cancel()).toBe('ILLEGAL_TRANSITION');
  });

  it('that was never signed is cancelled without any money moving', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    expect(await lease.cancel()).toBe('accepted');
    expect(lease.diary.effects).toEqual(['decideApplication']);
    expect(await lease.sign()).toBe('SIGNING_LINK_DEAD');
  });

  it('never funds on the day its delivery had been announced for', async () => {
    const lease = await stage.signedLease();
    await lease.deliver(storeDate(CHICAGO, await stage.now(), 5));
    await lease.cancel();
    expect(lease.diary.row).toMatchObject({ fundingScheduledFor: null, fundingState: 'not_eligible' });
    await stage.skip('10 days');
    expect(await lease.status()).toBe('approved');
    expect(lease.diary.count('lease.funded')).toBe(0);
  });

  it('leaves the lease ID usable: a second order goes all the way to Funded, refunded once and funded once', async () => {
    const lease = await stage.signedLease();
    await lease.cancel();
    expect(await lease.submitInvoice()).toBe('accepted');
    expect(lease.diary.row.contractRound).toBe(2);
    expect(await lease.sign(1)).toBe('SIGNING_LINK_DEAD');
    expect(await lease.sign(2)).toBe('accepted');
    expect(await lease.deliver(storeDate(CHICAGO, await stage.now()))).toBe('accepted');
    expect(await lease.status()).toBe('funded');
    expect(kinds(lease.diary.effects).slice(1, 4)).toEqual([
      'captureInitialPayment',
      'refundInitialPayment',
      'captureInitialPayment',
    ]);
    expect(kinds(lease.diary.effects).slice(4).sort()).toEqual(['createPaymentSchedule', 'fundMerchant']);
  });

  it('cancelled twice gives each captured payment back under its own contract', async () => {
    const lease = await stage.signedLease();
    await lease.cancel();
    await lease.submitInvoice();
    await lease.sign(2);
    await lease.cancel();
    const refunds = lease.diary.effects.filter((line) => line.startsWith('refund'));
    expect(refunds.map((line) => line.split(' ')[1])).toEqual(['round-1', 'round-2']);
    expect(new Set(refunds.map((line) => line.split(' ')[2])).size).toBe(2);
  });

  it.each([
    ['cancel, then deliver', ['contractCancelled', 'deliveryConfirmed'], 'approved'],
    ['deliver, then cancel', ['deliveryConfirmed', 'contractCancelled'], 'funded'],
  ] as const)('and delivered in the same moment (%s): exactly one wins', async (_, order, ending) => {
    const lease = await stage.signedLease();
    const delivery = aDelivery(storeDate(CHICAGO, await stage.now()));
    const said: string[] = [];
    await stage.withoutWorker(async () => {
      for (const event of order) said.push(await lease.say(event, event === 'contractCancelled' ? {} : delivery));
    });
    const [first = '', second = ''] = said;
    expect(await lease.verdict(first)).toBe('accepted');
    expect(await lease.verdict(second)).toBe(late(ending));
    expect(await lease.status()).toBe(ending);

    const isRefunded = kinds(lease.diary.effects).includes('refundInitialPayment');
    const isFunded = kinds(lease.diary.effects).includes('fundMerchant');
    expect([isRefunded, isFunded]).toEqual(ending === 'funded' ? [false, true] : [true, false]);
  });

  it('after day 90 ends with the approval once its money is back', async () => {
    const lease = await stage.signedLease();
    const startedAt = await stage.now();
    await stage.skipTo(startOfDayAfter(CHICAGO, startedAt, 95));
    await lease.settled();
    const messageId = await lease.say('contractCancelled', {});
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(await lease.verdict(messageId)).toBe('accepted');
    expect(lease.diary.timeline.slice(-4)).toEqual([
      'contract.cancelled',
      'lease.approved',
      'initial_payment.refunded',
      'lease.approval_expired',
    ]);
  });

  // T8: an approval that has run out takes no invoice, not even one that was waiting for the refund.
  it('after day 90 is not followed by an invoice that would be accepted only to expire', async () => {
    const lease = await stage.signedLease();
    await stage.skip('95 days');
    await lease.settled();
    const refunded = lease.diary.hold('refundInitialPayment');
    await lease.say('contractCancelled', {});
    await lease.untilCalled('refundInitialPayment', 1);
    const messageId = await lease.say('invoiceSubmitted', { invoice: anInvoice() });
    refunded();
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(await lease.verdict(messageId)).toBe('APPROVAL_EXPIRED');
  });
});

/** Delivery of what is no longer signed has an answer of its own. */
const late = (ending: 'approved' | 'funded') => (ending === 'approved' ? 'NOT_OK_TO_DELIVER' : 'ILLEGAL_TRANSITION');

const kinds = (lines: string[]) => lines.map((line) => line.split(' ')[0]);
