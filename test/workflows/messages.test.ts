import type { RememberedVerdict } from '../../workflows/lease/messages';
import type { LeaseActor } from '../support/lease-actor';
import { aDelivery, anEnvelope, anInvoice, aSignature } from '../support/lease-factories';
import { Stage } from '../support/stage';
import { storeDate } from '../support/store-time';

const CHICAGO = 'America/Chicago';

describe('what is reported to a lease', () => {
  let stage: Stage;
  beforeAll(async () => void (stage = await Stage.open()));
  afterEach(() => stage.clear());
  afterAll(() => stage.close());

  it('twice has one effect and keeps its first verdict', async () => {
    const lease = await stage.lease();
    expect(await lease.report('invoiceSubmitted', { invoice: anInvoice() }, 'invoice-once')).toBe('accepted');
    await lease.say('invoiceSubmitted', { invoice: anInvoice() }, 'invoice-once');
    expect(await lease.sign()).toBe('accepted');
    await lease.say('invoiceSubmitted', { invoice: anInvoice() }, 'invoice-once');
    expect((await lease.settled()).version).toBe(4);
    expect(lease.diary.count('invoice.submitted')).toBe(1);
    expect(await remembered(lease, 'invoice-once')).toMatchObject({ outcome: 'accepted', version: 2 });
  });

  it('twice while the card is being asked charges it once', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    const answered = lease.diary.hold('captureInitialPayment');
    await lease.say('agreementSigned', aSignature(lease.id), 'signature-once');
    await lease.untilCalled('captureInitialPayment', 1);
    await lease.say('agreementSigned', aSignature(lease.id), 'signature-once');
    answered();
    expect(await lease.verdict('signature-once')).toBe('accepted');
    expect(lease.diary.effects).toEqual(['decideApplication', 'captureInitialPayment signature-once 4900']);
  });

  it('and refused stays refused when it is said again, though it would be accepted now', async () => {
    const lease = await stage.lease();
    const early = aDelivery(storeDate(CHICAGO, await stage.now()));
    expect(await lease.report('deliveryConfirmed', early, 'too-early')).toBe('NOT_OK_TO_DELIVER');
    await lease.submitInvoice();
    await lease.sign();
    await lease.say('deliveryConfirmed', early, 'too-early');
    expect(await lease.status()).toBe('lease_accepted');
  });

  it('again after the lease has continued as new into servicing is still the same message', async () => {
    const lease = await stage.signedLease();
    const delivery = aDelivery(storeDate(CHICAGO, await stage.now()));
    expect(await lease.report('deliveryConfirmed', delivery, 'delivered-once')).toBe('accepted');
    await lease.until('funded');
    const lineCount = lease.diary.timeline.length;
    await lease.say('deliveryConfirmed', delivery, 'delivered-once');
    expect(await lease.deliver(storeDate(CHICAGO, await stage.now()))).toBe('ILLEGAL_TRANSITION');
    expect(lease.diary.timeline.slice(lineCount)).toEqual(['ILLEGAL_TRANSITION']);
    expect(await remembered(lease, 'delivered-once')).toMatchObject({ outcome: 'accepted', version: 5 });
  });

  it('while an errand is under way waits, and is judged after it in the order it came', async () => {
    const lease = await stage.lease();
    await lease.submitInvoice();
    const answered = lease.diary.hold('captureInitialPayment');
    await lease.say('agreementSigned', aSignature(lease.id));
    await lease.untilCalled('captureInitialPayment', 1);
    const cancelled = await lease.say('contractCancelled', {});
    const delivered = await lease.say('deliveryConfirmed', aDelivery(storeDate(CHICAGO, await stage.now())));
    const invoiced = await lease.say('invoiceSubmitted', { invoice: anInvoice() });
    expect(lease.diary.recordings.some(({ by }) => by?.messageId === cancelled)).toBe(false);
    answered();
    expect(await lease.verdict(invoiced)).toBe('accepted');
    expect(await lease.verdict(delivered)).toBe('NOT_OK_TO_DELIVER');
    expect(await lease.verdict(cancelled)).toBe('accepted');
    expect(lease.diary.timeline.slice(5)).toEqual([
      'initial_payment.captured',
      'lease.contracts_received',
      'lease.lease_accepted',
      'contract.cancelled',
      'lease.approved',
      'initial_payment.refunded',
      'NOT_OK_TO_DELIVER',
      'invoice.submitted',
      'lease.contracts',
    ]);
  });

  it('before the lease knows of the agreement that the customer can already read waits for it', async () => {
    const lease = await stage.lease();
    const written = lease.diary.hold('recordLease');
    await lease.say('invoiceSubmitted', { invoice: anInvoice() });
    await lease.untilCalled('recordLease', 2);
    const signed = await lease.say('agreementSigned', aSignature(lease.id));
    written();
    expect(await lease.verdict(signed)).toBe('accepted');
  });

  it('while SQL cannot be written is judged at once and written down later, in order and without a gap', async () => {
    const lease = await stage.lease();
    const written = lease.diary.hold('recordLease');
    const said = [await lease.say('invoiceSubmitted', { invoice: anInvoice() })];
    await lease.untilCalled('recordLease', 2);
    for (let more = 0; more < 60; more += 1) said.push(await lease.say('reinstated', {}));
    written();
    for (const messageId of said) await lease.verdict(messageId);
    const judged = lease.diary.recordings.flatMap(({ by }) => (by ? [by.messageId] : []));
    expect(judged.slice(-61)).toEqual(said);
    expect(lease.diary.flaws).toEqual([]);
    const sequences = lease.diary.recordings.flatMap(({ sequence, events }) => events.map((_, at) => sequence + at));
    expect(sequences).toEqual(Array.from({ length: sequences.length }, (_, at) => at + 1));
  });

  it.each([
    ['nothing at all', 'invoiceSubmitted', undefined],
    ['a word', 'invoiceSubmitted', 'invoice'],
    ['no envelope', 'invoiceSubmitted', { invoice: anInvoice() }],
    ['no invoice', 'invoiceSubmitted', anEnvelope()],
    ['an invoice without lines', 'invoiceSubmitted', { ...anEnvelope(), invoice: { invoiceTotalCents: 100_000 } }],
    ['lines that are none', 'invoiceSubmitted', { ...anEnvelope(), invoice: { ...anInvoice(), lines: [null] } }],
    ['no signature', 'agreementSigned', anEnvelope()],
    ['no date', 'deliveryConfirmed', anEnvelope()],
    ['a date that is none', 'deliveryConfirmed', { ...anEnvelope(), deliveredOn: 'tomorrow' }],
    ['delivered lines that are none', 'deliveryConfirmed', { ...anEnvelope(), deliveredOn: '2026-01-01', lines: 7 }],
    ['no decision', 'reviewClosed', anEnvelope()],
    ['a decision that is none', 'documentsReceived', { ...anEnvelope(), decision: 'maybe' }],
    ['a Signal that nobody knows', 'leaseForgiven', anEnvelope()],
  ])('by an operator’s hand with %s does not stop the lease', async (_, signal, payload) => {
    const lease = await stage.signedLease();
    const before = await lease.settled();
    await lease.handle.signal<unknown[]>(signal, ...(payload === undefined ? [] : [payload]));
    expect(await lease.report('reinstated', {})).toBe('ILLEGAL_TRANSITION');
    expect(await lease.settled()).toMatchObject({ status: 'lease_accepted', version: before.version });
    expect(await lease.deliver(storeDate(CHICAGO, await stage.now()))).toBe('accepted');
  });

  it.each([
    ['reviewClosed', 'in_process'],
    ['documentsReceived', 'pre_approved'],
  ] as const)('as %s without a decision approves nobody', async (signal, status) => {
    const lease = await stage.lease({ engine: [status === 'in_process' ? 'denied' : 'pre_approved'] });
    if (status === 'in_process') await lease.report('reviewOpened', {});
    await lease.handle.signal<[unknown]>(signal, { ...anEnvelope(), decision: 'maybe' });
    expect(await lease.submitInvoice()).toBe('ILLEGAL_TRANSITION');
    expect(await lease.status()).toBe(status);
  });

  async function remembered(lease: LeaseActor, messageId: string) {
    return await lease.handle.query<RememberedVerdict, [string]>('verdict', messageId);
  }
});
