import { type CalendarDate, calendarDate } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { ServicingAnswer, ServicingFact } from '../../domain/lease/servicing-answer';
import { priceLease } from '../../domain/pricing';
import { paidOffMessage } from '../../workflows/lease/messages';
import type { LeaseActor } from '../support/lease-actor';
import { anApplication, anEnvelope } from '../support/lease-factories';
import { Stage } from '../support/stage';
import { storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';
const { terms, payFrequency } = anApplication().origin;

const accepted = (fact: ServicingFact): ServicingAnswer => ({ outcome: 'accepted', fact });
const AUTHORIZED = accepted({ kind: 'return_authorized', isReturnEligible: true });
const PAID = accepted({ kind: 'payment_taken', amountCents: cents(7_504), isPaidOff: false });
const BOUGHT = accepted({ kind: 'bought_out', amountCents: cents(69_984) });
const PAID_OFF = accepted({ kind: 'paid_off' });
const DECLINED: ServicingAnswer = { outcome: 'refused', code: 'CARD_DECLINED', detail: 'try another' };

/** The table of 300.00 comes back, or the sofa as well. */
function returned(leftCents: number, more: { linesLeft?: { lineNumber: number; quantity: number }[] } = {}) {
  return accepted({
    kind: 'returned',
    number: 1,
    isWhole: leftCents === 0,
    merchantDebitCents: cents(100_000 - leftCents),
    customerRefundCents: cents(0),
    invoiceTotalCents: cents(leftCents),
    pricing: priceLease(cents(Math.max(leftCents, 50_000)), terms, payFrequency),
    ...more,
  });
}

describe('a Funded lease', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const today = async (days = 0): Promise<CalendarDate> => calendarDate(storeDate(CHICAGO, await stage.now(), days));
  const linesSince = (lease: LeaseActor, count: number) => lease.diary.timeline.slice(count);

  it('asks SQL once for each report, and tells what came of it', async () => {
    const lease = await stage.fundedLease({ servicing: [AUTHORIZED, returned(70_000), PAID] });
    const lineCount = lease.diary.timeline.length;
    expect(await lease.report('returnAuthorizationRequested', {}, 'ask-1')).toBe('accepted');
    expect(await lease.giveBack(await today(), 'back-1')).toBe('accepted');
    expect(await lease.report('paymentSubmitted', {}, 'pay-1')).toBe('accepted');
    expect(lease.diary.effects.slice(-3)).toEqual([
      'authorizeReturn ask-1 funded',
      'postReturn back-1 funded',
      'takePayment pay-1 funded',
    ]);
    expect(linesSince(lease, lineCount)).toEqual(['return.authorized', 'merchandise.returned', 'payment.taken']);
    expect(lease.diary.row).toMatchObject({ status: 'funded', servicingState: 'active', isOver: false });
    expect(lease.diary.row).toMatchObject({ invoiceTotalCents: 70_000, contractRound: 1, version: 8 });
    expect(lease.diary.row.pricing?.cashPriceCents).toBe(70_000);
  });

  it('is changed by nothing that SQL refuses, and says the code', async () => {
    const lease = await stage.fundedLease({ servicing: [DECLINED, PAID] });
    const before = await lease.settled();
    expect(await lease.report('paymentSubmitted', {})).toBe('CARD_DECLINED');
    expect(await lease.settled()).toEqual(before);
    expect(await lease.report('paymentSubmitted', {})).toBe('accepted');
  });

  it('carries out what was reported while it was still being opened, before it lives on', async () => {
    const lease = await stage.signedLease({ servicing: [AUTHORIZED, returned(0)] });
    const opened = lease.diary.hold('createPaymentSchedule');
    const delivered = await lease.say('deliveryConfirmed', { deliveredOn: await today() });
    await lease.untilCalled('createPaymentSchedule', 1);
    const asked = await lease.say('returnAuthorizationRequested', {});
    const givenBack = await lease.say('returnSubmitted', { returnedOn: await today() });
    opened();
    for (const messageId of [delivered, asked, givenBack]) expect(await lease.verdict(messageId)).toBe('accepted');
    expect(await lease.handle.result()).toBe('returned');
    expect(lease.diary.row).toMatchObject({ status: 'funded', servicingState: 'returned', isOver: true });
  });

  it('hears a repeated report once, also while the first is being carried out', async () => {
    const lease = await stage.fundedLease({ servicing: [PAID] });
    const answered = lease.diary.hold('takePayment');
    await lease.say('paymentSubmitted', {}, 'pay-once');
    await lease.untilCalled('takePayment', 1);
    await lease.say('paymentSubmitted', {}, 'pay-once');
    answered();
    expect(await lease.verdict('pay-once')).toBe('accepted');
    await lease.say('paymentSubmitted', {}, 'pay-once');
    await lease.settled();
    expect(lease.diary.count('payment.taken')).toBe(1);
    expect(lease.diary.effects.filter((line) => line.startsWith('takePayment'))).toEqual([
      'takePayment pay-once funded',
    ]);
  });

  it('lets a report wait behind the one being carried out; SQL knows the first before it is asked the second', async () => {
    const lease = await stage.fundedLease({ servicing: [returned(70_000), returned(0)] });
    const answered = lease.diary.hold('postReturn');
    const first = await lease.say('returnSubmitted', { returnedOn: await today() });
    await lease.untilCalled('postReturn', 1);
    const second = await lease.say('returnSubmitted', { returnedOn: await today() });
    const third = await lease.say('returnSubmitted', { returnedOn: await today() });
    answered();
    for (const id of [first, second]) expect(await lease.verdict(id)).toBe('accepted');
    expect(await lease.verdict(third)).toBe('RETURN_NOT_ELIGIBLE');
    expect(lease.diary.lines.slice(-4)).toEqual([
      `postReturn ${first} funded`,
      'recordLease merchandise.returned',
      `postReturn ${second} funded`,
      'recordLease merchandise.returned lease.returned RETURN_NOT_ELIGIBLE',
    ]);
  });

  it('asks until SQL answers, each time under the same message', async () => {
    const lease = await stage.fundedLease({ servicing: ['down', 'down', PAID] });
    const messageId = await lease.say('paymentSubmitted', {});
    await lease.untilCalled('takePayment', 1);
    expect(await lease.summary()).toMatchObject({ status: 'funded', isSettled: false });
    await stage.skip('1 minute');
    expect(await lease.verdict(messageId)).toBe('accepted');
    expect(lease.diary.effects.slice(-3)).toEqual(Array(3).fill(`takePayment ${messageId} funded`));
  });

  it.each([
    ['all of it came back', 'returned', [returned(0)], 'returnSubmitted', ['merchandise.returned', 'lease.returned']],
    ['it was bought', 'owned_by_buyout', [BOUGHT], 'purchaseAccepted', ['purchase.accepted', 'lease.owned']],
    ['its rent is paid', 'owned_by_term', [PAID_OFF], 'paidOff', ['lease.owned']],
    [
      'a payment by hand was the last',
      'owned_by_term',
      [accepted({ kind: 'payment_taken', amountCents: cents(1), isPaidOff: true })],
      'paymentSubmitted',
      ['payment.taken', 'lease.owned'],
    ],
  ] as const)('ends when %s, and its Workflow with it', async (_, end, answers, event, lines) => {
    const lease = await stage.fundedLease({ servicing: [...answers] });
    const lineCount = lease.diary.timeline.length;
    const told = {
      returnSubmitted: { returnedOn: await today() },
      ...{ purchaseAccepted: { quoteId: 'Q-1' }, paidOff: {}, paymentSubmitted: {} },
    };
    const messageId = await lease.say(event, told[event]);
    expect(await lease.handle.result()).toBe(end);
    expect(lease.diary.recordings.find(({ by }) => by?.messageId === messageId)?.verdict?.outcome).toBe('accepted');
    expect(linesSince(lease, lineCount)).toEqual(lines);
    expect(lease.diary.row).toMatchObject({ status: 'funded', servicingState: end, isOver: true });
    expect(await lease.summary()).toMatchObject({ status: 'funded', isSettled: true });
  });

  it('refuses what it was told in the moment it ended, and writes that down before it is gone', async () => {
    const lease = await stage.fundedLease({ servicing: [BOUGHT] });
    const answered = lease.diary.hold('acceptPurchase');
    await lease.say('purchaseAccepted', { quoteId: 'Q-1' });
    await lease.untilCalled('acceptPurchase', 1);
    await lease.say('paymentSubmitted', {});
    await lease.say('returnSubmitted', { returnedOn: await today() });
    await lease.say('returnAuthorizationRequested', {});
    answered();
    await lease.handle.result();
    expect(lease.diary.timeline.slice(-5)).toEqual([
      'purchase.accepted',
      'lease.owned',
      'ILLEGAL_TRANSITION',
      'RETURN_NOT_ELIGIBLE',
      'RETURN_NOT_ELIGIBLE',
    ]);
  });

  it('that could not be closed on one day is closed on another, told twice or not', async () => {
    const lease = await stage.fundedLease({
      servicing: [{ outcome: 'refused', code: 'ILLEGAL_TRANSITION', detail: 'rent is owed' }, PAID_OFF],
    });
    const tell = async (businessOn: string) => {
      const message = paidOffMessage(lease.diary.leaseId, calendarDate(businessOn));
      await lease.handle.signal('paidOff', message);
      return message.messageId;
    };
    expect(await lease.verdict(await tell('2026-11-25'))).toBe('ILLEGAL_TRANSITION');
    await tell('2026-11-25');
    await tell('2026-11-27');
    expect(await lease.handle.result()).toBe('owned_by_term');
    expect(lease.diary.effects.filter((line) => line.startsWith('closePaidOff'))).toHaveLength(2);
    expect(lease.diary.recordings.at(-1)?.by).toMatchObject({ actor: 'system', channel: 'collection-run' });
  });

  it.each([
    ['the day before the delivery', -1, undefined, 'RETURN_NOT_ELIGIBLE'],
    ['the day of the delivery', 0, undefined, 'accepted'],
    ['in two days', 2, undefined, 'RETURN_NOT_ELIGIBLE'],
    ['in two days, the day of the newest run', 2, 2, 'accepted'],
    ['the day after the newest run', 3, 2, 'RETURN_NOT_ELIGIBLE'],
  ])('takes a return of %s as it should', async (_, days, runDays, verdict) => {
    const lease = await stage.fundedLease({ servicing: [returned(70_000)] });
    const lastRunOn = runDays === undefined ? {} : { lastRunOn: await today(runDays) };
    expect(await lease.report('returnSubmitted', { returnedOn: await today(days), ...lastRunOn })).toBe(verdict);
  });

  it.each([
    ['a return without a date', 'returnSubmitted', {}],
    ['a return on no date', 'returnSubmitted', { returnedOn: 'today' }],
    ['a cancellation of nothing', 'paymentCancelled', {}],
    ['a purchase without a quote', 'purchaseAccepted', {}],
  ])('is not stopped by an operator’s hand with %s', async (_, signal, fields) => {
    const lease = await stage.fundedLease({ servicing: [PAID] });
    await lease.handle.signal<[unknown]>(signal, { ...anEnvelope(), ...fields });
    expect(await lease.report('paymentSubmitted', {})).toBe('accepted');
    expect(lease.diary.effects.filter((line) => !line.startsWith('takePayment')).at(-1)).toMatch(
      /^createPaymentSchedule/,
    );
  });
});

describe('a lease that is not delivered yet', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  const today = async (): Promise<CalendarDate> => calendarDate(storeDate(CHICAGO, await stage.now()));

  it('of a store takes no return and no payment', async () => {
    const lease = await stage.signedLease();
    expect(await lease.report('returnAuthorizationRequested', {})).toBe('RETURN_NOT_ELIGIBLE');
    expect(await lease.giveBack(await today())).toBe('RETURN_NOT_ELIGIBLE');
    expect(await lease.report('paymentSubmitted', {})).toBe('ILLEGAL_TRANSITION');
    expect(await lease.report('paidOff', {})).toBe('ILLEGAL_TRANSITION');
    expect(await lease.deliver(await today())).toBe('accepted');
  });

  it('of a web store falls in price without a new signature, and is delivered as what is left', async () => {
    const linesLeft = [{ lineNumber: 1, quantity: 1 }];
    const lease = await stage.signedLease(
      { servicing: [AUTHORIZED, returned(70_000, { linesLeft })] },
      { isWebStore: true },
    );
    expect(await lease.report('returnAuthorizationRequested', {})).toBe('accepted');
    expect(await lease.giveBack(await today(), 'back-1')).toBe('accepted');
    expect(lease.diary.effects.at(-1)).toBe('postReturn back-1 undelivered');
    expect(lease.diary.row).toMatchObject({ status: 'lease_accepted', invoiceTotalCents: 70_000, isOkToDeliver: true });
    const deliveredOn = await today();
    const whole = [...linesLeft, { lineNumber: 2, quantity: 1 }];
    expect(await lease.report('deliveryConfirmed', { deliveredOn, lines: whole })).toBe('PARTIAL_DELIVERY');
    expect(await lease.report('deliveryConfirmed', { deliveredOn, lines: linesLeft })).toBe('accepted');
    await lease.until('funded');
    expect(lease.diary.effects.at(-2)).toMatch(/^fundMerchant M-1 70000 /);
  });

  it('of a web store is Approved again when all of it comes back, and gives the initial payment back once', async () => {
    const lease = await stage.signedLease({ servicing: [returned(0)] }, { isWebStore: true });
    expect(await lease.giveBack(await today())).toBe('accepted');
    expect(await lease.status()).toBe('approved');
    expect(lease.diary.timeline.slice(-4)).toEqual([
      'merchandise.returned',
      'contract.cancelled',
      'lease.approved',
      'initial_payment.refunded',
    ]);
    expect(lease.diary.effects.filter((line) => line.startsWith('refundInitialPayment'))).toHaveLength(1);
    expect(await lease.submitInvoice()).toBe('accepted');
    expect(await lease.sign(2)).toBe('accepted');
  });
});
