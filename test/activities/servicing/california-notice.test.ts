import { cents } from '../../../domain/cents';
import { ActivityWorld, INVOICE, type WorldLease } from '../../support/activity-world';
import { embeddedLedger } from '../../support/ledger-database';

let world: ActivityWorld;
beforeAll(async () => {
  world = await ActivityWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

/** Signed and paid on 2026-11-24 for goods that go to a state. */
async function signedIn(deliveryState: string): Promise<WorldLease> {
  const lease = await world.applied();
  await (await lease.approve()).record();
  const by = await lease.request('submitInvoiceInformation', { ...INVOICE, deliveryState });
  const { invoiceTotalCents, lines } = INVOICE;
  lease.diary.hear({ event: 'invoiceSubmitted', invoice: { invoiceTotalCents, lines, deliveryState } }, by);
  await lease.record();
  const signature = await lease.sign();
  const { leaseId } = lease;
  const { messageId } = signature;
  await world.run('captureInitialPayment', { leaseId, messageId, amountCents: cents(4_900) });
  await lease.cardTaken(signature).record();
  return lease;
}

const noticesOf = async ({ leaseId }: WorldLease) =>
  await world.db
    .selectFrom('notices')
    .select(['kind', 'made_on', 'data'])
    .where('lease_id', '=', leaseId)
    .where('kind', '=', 'purchase_option')
    .execute();

describe('the notice of early purchase that California asks for', () => {
  it('is made on the day of the signature, by itself, with the price of that day and the last day of it', async () => {
    expect(await noticesOf(await signedIn('CA'))).toEqual([
      {
        kind: 'purchase_option',
        made_on: '2026-11-24',
        data: { amountCents: 95_100, signedOn: '2026-11-24', lastDayOn: '2027-02-24' },
      },
    ]);
  });

  it('is made nowhere else', async () => {
    expect(await noticesOf(await signedIn('TX'))).toEqual([]);
  });
});
