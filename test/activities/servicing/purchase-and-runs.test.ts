import { postEntries } from '../../../db/ledger';
import { cents } from '../../../domain/cents';
import { type LeaseId, merchantId } from '../../../domain/ids';
import { movement } from '../../../domain/ledger-movements';
import { Killer } from '../../support/kill-point';
import { embeddedLedger } from '../../support/ledger-database';
import { noonOn, PurchaseWorld } from '../../support/purchase-world';

/** Runs go forward only, so each test has its own. */
let world: PurchaseWorld;
beforeEach(async () => {
  world = await PurchaseWorld.open(await embeddedLedger());
}, 60_000);
afterEach(() => world.close());

const OWNED = { merchant_payable: 5_000, cost_of_leased_merchandise: 5_000 };

const accept = async (lease: LeaseId, quoteId: string, date: string) =>
  await world.asked(lease, { quoteId, cardToken: 'tok_ok' }, noonOn(date));

describe('a quote beside collection runs', () => {
  it('counts the debits that have settled', async () => {
    const lease = await world.funded();
    await world.day('2026-12-03');
    expect(await world.quote(lease, '2026-12-03')).toMatchObject({ amountCents: 5_000, goodThroughOn: '2026-12-03' });
    await world.day('2026-12-04');
    expect(await world.quote(lease, '2026-12-04')).toMatchObject({ amountCents: 2_500, paidCents: 4_900 + 2_500 });
  });
});

describe('a quote after a debit and a return', () => {
  it('scales the debit with the goods that are left, whatever the clocks of the two said', async () => {
    const lease = await world.funded();
    await world.day('2026-12-03');
    await world.day('2026-12-04');
    // two fifths of the goods go back, by a clock that is behind the runs'
    const about = { leaseId: lease, merchantId: merchantId('mer_bestsofa'), occurredAt: noonOn('2026-11-30') };
    const returned = { key: `return-goods:RET-${lease}-1`, amountCents: cents(2_000), ...about };
    await postEntries(world.db, [movement('MerchandiseReturned', returned)]);
    expect((await world.quote(lease, '2026-12-04')).amountCents).toBe(3_000 - 1_500);
  });
});

describe('a sale beside collection runs', () => {
  it('gives a debit that is in a file already back whole when it settles', async () => {
    const lease = await world.funded();
    await world.day('2026-12-03');
    const { quoteId } = await world.quote(lease, '2026-12-03');
    await world.run('acceptPurchase', await accept(lease, quoteId, '2026-12-03'));
    expect(await world.balances(lease)).toMatchObject({ collections_in_transit: 2_500 });
    await world.day('2026-12-04');
    expect(await world.balances(lease)).toEqual({
      ...OWNED,
      card_clearing: 9_900,
      rent_earned: 9_900,
      // the debit is ours, and its refund in the file of the day
    });
    expect(await world.payments(lease)).toContain('refund bank_account 2500 pending on no day');
    await world.day('2026-12-17');
    await world.day('2027-01-04');
    expect(await world.payments(lease)).toEqual([
      'scheduled bank_account 2500 posted on 2026-12-04',
      'buyout card 5000 posted on 2026-12-03',
      'refund bank_account 2500 posted on 2026-12-07',
    ]);
  });

  it('pays a late fee that is open as a part of the price', async () => {
    const lease = await world.funded({ isAutopay: false });
    await world.day('2026-12-10');
    const quote = await world.quote(lease, '2026-12-10');
    expect(quote).toMatchObject({ amountCents: 5_200 });
    expect(quote.breakdown).toContainEqual({ label: 'Late fees due', amountCents: 200 });
    const request = await accept(lease, quote.quoteId, '2026-12-10');
    expect(await world.run('acceptPurchase', request)).toMatchObject({ outcome: 'accepted' });
    expect(await world.balances(lease)).toEqual({
      ...OWNED,
      card_clearing: 4_900 + 5_200,
      rent_earned: 9_900,
      late_fee_income: 200,
    });
  });

  it('is sold all the same when a run changed the account after the card had paid', async () => {
    const step = await captureStep();
    const lease = await world.funded();
    await world.day('2026-12-16');
    const { quoteId } = await world.quote(lease, '2026-12-16');
    const request = await accept(lease, quoteId, '2026-12-16');
    await expect(world.run('acceptPurchase', request, new Killer({ step, phase: 'after' }))).rejects.toThrow();
    expect(world.captured(lease)).toHaveLength(1);
    await world.day('2026-12-17');
    await world.day('2026-12-18');
    expect(await world.run('acceptPurchase', request)).toMatchObject({ outcome: 'accepted' });
    expect(world.captured(lease)).toHaveLength(1);
    const { customer_balance: balance = 0, rent_to_be_earned: rent = 0 } = await world.balances(lease);
    expect({ balance, rent }).toEqual({ balance: 0, rent: 0 });
  });
});

/** At which step of a sale the card is asked. */
async function captureStep(): Promise<number> {
  for (let step = 1; step < 50; step += 1) {
    const lease = await world.funded();
    const request = await accept(lease, (await world.quote(lease, '2026-12-01')).quoteId, '2026-12-01');
    await world.run('acceptPurchase', request, new Killer({ step, phase: 'after' })).catch(() => undefined);
    if (world.captured(lease).length > 0) return step;
  }
  throw new Error('no step asks the card');
}
