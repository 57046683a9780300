import { calendarDate } from '../../domain/calendar-date';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import type { RememberedVerdict } from '../../workflows/lease/messages';
import type { LeaseActor } from '../support/lease-actor';
import { aDelivery, anInvoice, aSignature } from '../support/lease-factories';
import { aContract, returnFact } from '../support/lease-servicing';
import { Stage } from '../support/stage';
import { storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';
const LONG_EVENT_COUNT = 70;

/** Of an order of 1,000.00, so much is left. */
function returnOf(leftCents: number): ServicingAnswer {
  return { outcome: 'accepted', fact: returnFact(aContract(100_000), 'returned', leftCents) };
}

// TW16, on the real server: it says itself when a history is long, here already after seventy events.
describe('a lease whose history has become long', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.openWithShortHistories(LONG_EVENT_COUNT)));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('continues as new with its deadline, to the millisecond', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    const { nextDeadlineAt } = await lease.settled();
    await untilContinued(lease);
    expect(await lease.settled()).toMatchObject({ status: 'contracts', nextDeadlineAt });
    expect(await lease.timersEndAt()).toEqual([nextDeadlineAt]);
  });

  it('still meets a repeated message with its first verdict', async () => {
    const lease = await stage.lease();
    const said = await lease.say('reinstated', {}, 'said-before');
    await untilContinued(lease);
    const lineCount = lease.diary.timeline.length;
    await lease.say('reinstated', {}, 'said-before');
    expect(await lease.submitInvoice()).toBe('accepted');
    expect(lease.diary.timeline.slice(lineCount)).toEqual(['invoice.submitted', 'lease.contracts']);
    expect(await lease.handle.query<RememberedVerdict, [string]>('verdict', said)).toMatchObject({ version: 1 });
  });

  it('first does what it has begun: a card under way is charged, accepted and written down', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    const { runId } = await lease.handle.describe();
    const answered = lease.diary.hold('captureInitialPayment');
    const signed = await lease.say('agreementSigned', aSignature(lease.id));
    await lease.untilCalled('captureInitialPayment', 1);
    const waiting: string[] = [];
    while ((await lease.events()).length <= LONG_EVENT_COUNT) waiting.push(await lease.say('reinstated', {}));
    answered();
    expect(await lease.verdict(signed)).toBe('accepted');
    for (const messageId of waiting) expect(await lease.verdict(messageId)).toBe('ILLEGAL_TRANSITION');
    expect((await lease.handle.describe()).runId).not.toBe(runId);
    expect(await lease.status()).toBe('lease_accepted');
  });

  it('first gives the money of a cancelled order back', async () => {
    const lease = await stage.signedLease();
    while ((await lease.events()).length < LONG_EVENT_COUNT - 3) await lease.report('reinstated', {});
    expect(await lease.cancel()).toBe('accepted');
    await untilContinued(lease);
    expect(await lease.submitInvoice()).toBe('accepted');
    expect(lease.diary.effects.filter((line) => line.startsWith('refund'))).toHaveLength(1);
  });

  it('keeps the day a delivery was announced for', async () => {
    const lease = await stage.signedLease();
    await lease.deliver(storeDate(CHICAGO, await stage.now(), 5));
    const { nextDeadlineAt } = await lease.settled();
    await untilContinued(lease);
    expect(await lease.settled()).toMatchObject({ status: 'lease_accepted', nextDeadlineAt });
    expect(await lease.timersEndAt()).toEqual([nextDeadlineAt]);
  });

  it('goes on asking the decision engine', async () => {
    const lease = await stage.lease({ engine: ['down'] });
    const { runId } = await lease.handle.describe();
    while ((await lease.handle.describe()).runId === runId) await lease.handle.signal('engineRestored');
    lease.diary.world.engine.splice(0, 1, 'approved');
    await lease.handle.signal('engineRestored');
    await lease.until('approved');
    expect(await lease.verdict(lease.application.by.messageId)).toBe('accepted');
  });

  it('in servicing continues as new as well, and is still Funded once', async () => {
    const lease = await stage.signedLease();
    const delivery = aDelivery(storeDate(CHICAGO, await stage.now()));
    await lease.report('deliveryConfirmed', delivery, 'delivered-before');
    await lease.until('funded');
    await untilContinued(lease);
    await lease.say('deliveryConfirmed', delivery, 'delivered-before');
    expect(await lease.report('invoiceSubmitted', { invoice: anInvoice() })).toBe('ILLEGAL_TRANSITION');
    expect(lease.diary.count('lease.funded')).toBe(1);
    expect(await lease.handle.query('verdict', 'delivered-before')).toMatchObject({ outcome: 'accepted' });
  });

  it('in servicing keeps what a return left of its order, and ends with whatever comes last', async () => {
    const lease = await stage.fundedLease({ servicing: [returnOf(70_000), returnOf(0)] });
    const returnedOn = storeDate(CHICAGO, await stage.now());
    expect(await lease.giveBack(returnedOn, 'back-before')).toBe('accepted');
    await untilContinued(lease);
    await lease.say('returnSubmitted', { returnedOn: calendarDate(returnedOn) }, 'back-before');
    expect(lease.diary.row).toMatchObject({ invoiceTotalCents: 70_000, servicingState: 'active' });

    const answered = lease.diary.hold('postReturn');
    const whole = await lease.say('returnSubmitted', { returnedOn: calendarDate(returnedOn) });
    await lease.untilCalled('postReturn', 2);
    const waiting: string[] = [];
    while ((await lease.events()).length <= LONG_EVENT_COUNT) waiting.push(await lease.say('reinstated', {}));
    answered();
    expect(await lease.handle.result()).toBe('returned');
    expect(await lease.verdict(whole)).toBe('accepted');
    for (const messageId of waiting) expect(await lease.verdict(messageId)).toBe('ILLEGAL_TRANSITION');
    expect(lease.diary.effects.filter((line) => line.startsWith('postReturn'))).toHaveLength(2);
  });

  /** Refusals change nothing but the length of the history. */
  async function untilContinued(lease: LeaseActor): Promise<void> {
    const { runId } = await lease.handle.describe();
    while ((await lease.handle.describe()).runId === runId) await lease.report('reviewOpened', {});
    await lease.settled();
  }
});
