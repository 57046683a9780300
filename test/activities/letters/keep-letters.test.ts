import { createHash } from 'node:crypto';
import { keepLetters } from '../../../activities/letters/keep-letters';
import { relayOnce } from '../../../activities/relay';
import { documentsOf, readDocumentBytes } from '../../../db/documents';
import type { RelayedEvent } from '../../../db/relayed-events';
import { calendarDate, instant } from '../../../domain/calendar-date';
import { type LeaseId, merchantId } from '../../../domain/ids';
import { LESSOR } from '../../../domain/lessor';
import { NOW, type WorldLease } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';
import { RETURNED_AT, ReturnsWorld } from '../../support/returns-world';
import { pdfPages } from '../../api/files/pdf-text';

let returns: ReturnsWorld;
beforeAll(async () => {
  returns = await ReturnsWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => returns.close());

const depsOf = ({ world }: ReturnsWorld) => ({ db: world.db, cipher: world.cipher, lessor: LESSOR });
const hear = (...events: RelayedEvent[]) => keepLetters(depsOf(returns))(events);

/** Everything the relay has, handed to who writes the letters. */
async function relayed(): Promise<void> {
  const onFailure = (_: unknown, error: unknown) => {
    throw error;
  };
  const relay = { db: returns.db, listeners: [keepLetters(depsOf(returns))], onFailure };
  while ((await relayOnce(relay)) > 0);
}

/** A line of a timeline that nobody wrote down, as the relay would tell it. */
const told = (leaseId: LeaseId, type: string, data: Record<string, unknown>, sequence = 100): RelayedEvent => ({
  ...{ eventId: `evt_${leaseId}_${sequence}`, position: sequence, merchantId: merchantId('mer_bestsofa') },
  ...{ leaseId, sequence, type, at: RETURNED_AT, data },
});

const accepted = async (): Promise<WorldLease> => (await returns.world.applied()).accepted();

/** Delivered on the day of the signature, the schedule fixed. */
async function funded(): Promise<WorldLease> {
  const lease = await (await accepted()).deliver();
  const { contract, origin } = lease.diary.lease;
  if (!contract) throw new Error('a delivered lease has a contract');
  const { invoiceTotalCents, pricing } = contract;
  const { leaseId, merchantId: merchant } = origin;
  const amounts = { invoiceTotalCents, ...pricing, fundedAt: NOW };
  await returns.world.run('fundMerchant', { leaseId, merchantId: merchant, ...amounts });
  await returns.world.run('createPaymentSchedule', {
    leaseId,
    amounts: pricing,
    deliveredOn: calendarDate('2026-11-24'),
  });
  lease.diary.find({ event: 'opened' });
  await lease.record();
  return lease;
}

const kindsOf = async ({ leaseId }: WorldLease) =>
  (await documentsOf(returns.db, leaseId)).map(({ documentId }) => documentId.replace(`doc_${leaseId}_`, '')).sort();

async function textOf({ leaseId }: WorldLease, name: string): Promise<string> {
  return pdfPages(await readDocumentBytes(returns.db, returns.world.cipher, `doc_${leaseId}_${name}`)).join('\n');
}

describe('letters about a lease', () => {
  it('are its signed agreement and the receipt when it is signed, and the schedule when it is funded', async () => {
    const lease = await funded();
    await relayed();
    const [notice = ''] = (await kindsOf(lease)).filter((name) => name.startsWith('funded_notice'));
    expect(await kindsOf(lease)).toEqual([notice, 'initial_payment_receipt_1', 'signed_agreement_1']);
    expect(await textOf(lease, 'signed_agreement_1')).toContain('Name typed as signature\nCanaria Vogelsang');
    expect(await textOf(lease, 'signed_agreement_1')).toContain('2026-11-24 14:14:38 (America/Chicago, UTC-06:00)');
    expect(await textOf(lease, 'initial_payment_receipt_1')).toContain('Amount\n$49.00');
    expect(await textOf(lease, notice)).toContain('26\nNovember 19, 2027\n$75.00');
  });

  it('are kept sealed, with the hash of the very bytes and the time of what they tell of', async () => {
    const lease = await accepted();
    await relayed();
    const rows = await returns.db.selectFrom('documents').selectAll().where('lease_id', '=', lease.leaseId).execute();
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const bytes = await readDocumentBytes(returns.db, returns.world.cipher, row.document_id);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(row.sha256);
      expect(row).toMatchObject({ created_at: NOW, byte_count: bytes.length, language: 'en', template_version: 1 });
      expect(row.content.toString('latin1')).not.toMatch(/%PDF|Canaria/);
    }
  });

  it('are made once, however often and by however many it is heard of', async () => {
    const lease = await accepted();
    const signed = told(lease.leaseId, 'agreement.signed', { round: 1 });
    await Promise.all([hear(signed), hear(signed), hear(signed)]);
    const [first] = await documentsOf(returns.db, lease.leaseId);
    await hear(signed);
    expect(await documentsOf(returns.db, lease.leaseId)).toEqual([first]);
  });

  it('say no more when a first one is kept already: what a customer got is never exchanged', async () => {
    const lease = await accepted();
    await relayed();
    const before = await documentsOf(returns.db, lease.leaseId);
    await returns.db
      .updateTable('merchants')
      .set({ name: 'Renamed' })
      .where('merchant_id', '=', 'mer_bestsofa' as never)
      .execute();
    await hear(told(lease.leaseId, 'initial_payment.captured', { round: 1, amountCents: 4_900 }));
    expect(await documentsOf(returns.db, lease.leaseId)).toEqual(before);
  });

  it('are none about what needs none: other events, no payment, a contract nobody signed', async () => {
    const lease = await (await returns.world.applied()).contracts();
    const { leaseId } = lease;
    await hear(
      told(leaseId, 'lease.approved', {}),
      told(leaseId, 'funding.paid', { netCents: 1 }),
      told(leaseId, 'initial_payment.captured', { round: 1, amountCents: 0 }),
      told(leaseId, 'contract.cancelled', { round: 1 }),
      { ...told(leaseId, 'file.processed', {}), leaseId: null, sequence: null },
    );
    expect(await kindsOf(lease)).toEqual([]);
  });

  it('warn before an approval or contracts run out, once for each warning', async () => {
    const lease = await (await returns.world.applied()).contracts();
    const expiresAt = instant(Date.parse('2027-01-24T06:00:00.000Z'));
    await hear(told(lease.leaseId, 'contract.expiring', { daysLeft: 7, expiresAt }, 50));
    await hear(told(lease.leaseId, 'contract.expiring', { daysLeft: 1, expiresAt }, 51));
    expect(await kindsOf(lease)).toEqual(['expiry_warning_50', 'expiry_warning_51']);
    expect(await textOf(lease, 'expiry_warning_50')).toContain('for 7 more days, until the end of January 23, 2027.');
  });
});

describe('letters about what comes after', () => {
  it('confirm a cancellation with the refund and what is left of the approval', async () => {
    const lease = await (await accepted()).cancel();
    await lease.record();
    await relayed();
    expect(await kindsOf(lease)).toContain('cancellation_letter_1');
    const text = await textOf(lease, 'cancellation_letter_1');
    expect(text).toContain('returning your whole initial payment of $49.00');
    expect(text).toContain('until the end of February 22, 2027');
  });

  it('receipt a lower price with the schedule it left: Σ of the payments and the initial one is the total to own', async () => {
    const lease = await funded();
    const lines = [{ lineNumber: 1, amountCents: 30_000 }];
    expect(await returns.post(lease.leaseId, { actionType: 'price_adjustment', lines })).toMatchObject({
      outcome: 'accepted',
    });
    await hear(told(lease.leaseId, 'price.adjusted', { number: 1 }));
    const text = await textOf(lease, 'return_receipt_1');
    expect(text).toContain('Sofa\n$300.00');
    const payments = [...text.matchAll(/\n\d+\n\w+ \d+, \d{4}\n\$(\d+)\.(\d\d)/g)];
    const sumCents = payments.reduce((sum, { 1: dollars, 2: rest }) => sum + Number(`${dollars}${rest}`), 0);
    expect(payments.length).toBe(26);
    expect(text).toContain(`Total to own\n$${String(sumCents + 4_900).replace(/(\d)(\d{3})(\d\d)$/, '$1,$2.$3')}`);
  });

  it('show no schedule that has changed since, and tell of the funding as it was then', async () => {
    const lease = await funded();
    const lines = [{ lineNumber: 1, amountCents: 30_000 }];
    for (const _ of [1, 2]) await returns.post(lease.leaseId, { actionType: 'price_adjustment', lines });
    await hear(told(lease.leaseId, 'price.adjusted', { number: 1 }));
    expect(await textOf(lease, 'return_receipt_1')).toContain('There are 26 lease payments of');
    await relayed();
    const [notice = ''] = (await kindsOf(lease)).filter((name) => name.startsWith('funded_notice'));
    expect(await textOf(lease, notice)).toContain('26\nNovember 19, 2027\n$75.00');
    expect((await textOf(lease, notice)).match(/, \d{4}\n\$75\.04/g)).toHaveLength(25);
    expect(await textOf(lease, notice)).toContain('Total to own\n$2,000.00');
  });

  it('pass the title, by term or by early purchase with the price that was paid', async () => {
    const lease = await funded();
    const line = { lease_id: lease.leaseId, at: RETURNED_AT, actor: 'ownward', channel: 'system' };
    const data = JSON.stringify({ amountCents: 54_976 });
    await returns.db
      .insertInto('timeline')
      .values({ ...line, sequence: 98, type: 'purchase.accepted', data })
      .execute();
    await hear(
      told(lease.leaseId, 'lease.owned', { by: 'buyout' }, 99),
      told(lease.leaseId, 'lease.owned', { by: 'term' }),
    );
    expect(await textOf(lease, 'buyout_notice_99')).toContain('$549.76');
    expect(await textOf(lease, 'ownership_letter_100')).toContain('1 × Sofa');
  });

  it('are in the language of the application', async () => {
    const lease = await returns.world.applied();
    await returns.db.updateTable('applicants').set({ language: 'es' }).where('lease_id', '=', lease.leaseId).execute();
    await lease.accepted();
    await relayed();
    expect(await documentsOf(returns.db, lease.leaseId)).toMatchObject([{ language: 'es' }, { language: 'es' }]);
    expect(await textOf(lease, 'initial_payment_receipt_1')).toContain('Recibo de su pago inicial');
  });
});
