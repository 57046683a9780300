import type { LeaseActor } from '../support/lease-actor';
import { aDelivery, aLine, anInvoice, aSignature } from '../support/lease-factories';
import { Stage } from '../support/stage';
import { startOfDayAfter, storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

// TW10: no store that was in time hears it was late. Both reach the lease in one Workflow Task, whichever was first.
describe.each(['factThenDeadline', 'deadlineThenFact'] as const)('in the instant of a deadline (%s)', (order) => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('an invoice is accepted, though the approval has run out with it', async () => {
    const lease = await stage.lease();
    expect(await sayAtDeadline(lease, () => lease.say('invoiceSubmitted', { invoice: anInvoice() }))).toBe('accepted');
    expect(await lease.handle.result()).toBe('approval_expired');
    expect(lease.diary.timeline.slice(-3)).toEqual(['invoice.submitted', 'lease.contracts', 'lease.approval_expired']);
  });

  it('a signature is accepted, and contracts do not expire', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    expect(await sayAtDeadline(lease, () => lease.say('agreementSigned', aSignature(lease.id)))).toBe('accepted');
    expect(await lease.status()).toBe('lease_accepted');
    expect(lease.diary.count('lease.contracts_expired')).toBe(0);
  });

  it('a delivery is not overdue', async () => {
    const lease = await stage.signedLease();
    const day90 = storeDate(CHICAGO, await stage.now(), 90);
    expect(await sayAtDeadline(lease, () => lease.say('deliveryConfirmed', aDelivery(day90)))).toBe('accepted');
    expect(await lease.status()).toBe('funded');
    expect(lease.diary.count('delivery.overdue')).toBe(0);
  });

  it('a cancellation keeps the announced day from funding', async () => {
    const { lease } = await announcedLease();
    expect(await sayAtDeadline(lease, () => lease.say('contractCancelled', {}))).toBe('accepted');
    expect(await lease.status()).toBe('approved');
    expect(lease.diary.count('lease.funded')).toBe(0);
    expect(lease.diary.count('initial_payment.refunded')).toBe(1);
  });

  it('a later day moves the announced one', async () => {
    const { lease, startedAt } = await announcedLease();
    const later = storeDate(CHICAGO, startedAt, 9);
    expect(await sayAtDeadline(lease, () => lease.say('deliveryConfirmed', aDelivery(later)))).toBe('accepted');
    expect(lease.diary.row).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: later });
    await stage.skipTo(startOfDayAfter(CHICAGO, startedAt, 10));
    await lease.until('funded');
  });

  it('a review of a denial is opened', async () => {
    const lease = await stage.lease({ engine: ['denied'] });
    expect(await sayAtDeadline(lease, () => lease.say('reviewOpened', {}))).toBe('accepted');
    expect(await lease.status()).toBe('in_process');
    expect(lease.diary.count('denial.final')).toBe(0);
  });

  it('a fact that is refused does not hold the deadline up', async () => {
    const lease = await stage.lease();
    const tooMuch = anInvoice([aLine({ quantity: 3 })]);
    const answer = await sayAtDeadline(lease, () => lease.say('invoiceSubmitted', { invoice: tooMuch }));
    expect(answer).toBe('AMOUNT_EXCEEDS_APPROVAL');
    expect(await lease.handle.result()).toBe('approval_expired');
  });

  async function sayAtDeadline(lease: LeaseActor, say: () => Promise<string>): Promise<string> {
    const { nextDeadlineAt } = await lease.settled();
    const { runId } = await lease.handle.describe();
    let messageId = '';
    await stage[order](lease, String(nextDeadlineAt), async () => void (messageId = await say()));
    const verdict = await lease.verdict(messageId);
    expect(await stage.heardTogether(lease.handle.workflowId, runId)).toBe(true);
    return verdict;
  }

  async function announcedLease() {
    const lease = await stage.signedLease();
    const startedAt = await stage.now();
    await lease.deliver(storeDate(CHICAGO, startedAt, 3));
    return { lease, startedAt };
  }
});
