import { Killer, killPoints } from '../../support/kill-point';
import { embeddedLedger } from '../../support/ledger-database';
import { noonOn, PurchaseWorld } from '../../support/purchase-world';

let world: PurchaseWorld;
beforeAll(async () => {
  world = await PurchaseWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const accept = async (lease: Awaited<ReturnType<PurchaseWorld['funded']>>, quoteId: string, over = {}) =>
  await world.asked(lease, { quoteId, cardToken: 'tok_ok', ...over });

/** Nothing is owed by anybody to the customer, and nothing is left to earn or to lease. */
const OWNED = { merchant_payable: 5_000, cost_of_leased_merchandise: 5_000 };

describe('a quote', () => {
  it('is the same one for the same day and account, and another after a payment', async () => {
    const lease = await world.funded();
    const quote = await world.quote(lease, '2026-12-01');
    expect(quote).toMatchObject({ amountCents: 5_000, formula: 'contract_90_day', goodThroughOn: '2026-12-03' });
    expect(await world.quote(lease, '2026-12-01')).toEqual(quote);
    await world.run('takePayment', await world.asked(lease, { amountCents: 1_000, cardToken: 'tok_ok' }));
    const later = await world.quote(lease, '2026-12-01');
    expect(later.amountCents).toBe(4_000);
    expect(later.quoteId).not.toBe(quote.quoteId);
  });
});

describe('accepting a quote', () => {
  it('charges the card once, forgoes the rest of the rent, and leaves nothing owed', async () => {
    const lease = await world.funded();
    const request = await accept(lease, (await world.quote(lease, '2026-12-05')).quoteId);
    const answer = { outcome: 'accepted', fact: { kind: 'bought_out', amountCents: 5_000 } };
    expect(await world.run('acceptPurchase', request)).toEqual(answer);
    expect(await world.balances(lease)).toEqual({ ...OWNED, card_clearing: 9_900, rent_earned: 9_900 });
    expect(await world.schedule(lease)).toEqual([
      '1 paid 2500 of 2500',
      '2 paid 2500 of 2500',
      '3 cancelled 0 of 2500',
      '4 cancelled 0 of 2500',
    ]);
    expect(await world.run('acceptPurchase', request)).toEqual(answer);
    expect(world.captured(lease)).toEqual(['captured 5000']);
  });

  it('is refused after its last day, on which it still holds', async () => {
    const lease = await world.funded();
    const { quoteId, goodThroughOn } = await world.quote(lease, '2026-12-01');
    expect(goodThroughOn).toBe('2026-12-03');
    const late = { ...(await accept(lease, quoteId)), at: noonOn('2026-12-04') };
    expect(await world.run('acceptPurchase', late)).toMatchObject({ outcome: 'refused', code: 'QUOTE_EXPIRED' });
    const inTime = { ...(await accept(lease, quoteId)), at: noonOn('2026-12-03') };
    expect(await world.run('acceptPurchase', inTime)).toMatchObject({ outcome: 'accepted' });
  });

  it('is refused once the account has changed, and under the name of another lease', async () => {
    const lease = await world.funded();
    const { quoteId } = await world.quote(lease, '2026-12-01');
    await world.run('takePayment', await world.asked(lease, { amountCents: 1_000, cardToken: 'tok_ok' }));
    expect(await world.run('acceptPurchase', await accept(lease, quoteId))).toMatchObject({ code: 'QUOTE_EXPIRED' });
    const other = await accept(await world.funded(), quoteId);
    expect(await world.run('acceptPurchase', other)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('with a card that is refused changes nothing, and another card may try', async () => {
    const lease = await world.funded();
    const before = await world.balances(lease);
    const { quoteId } = await world.quote(lease, '2026-12-01');
    const refused = await accept(lease, quoteId, { cardToken: 'tok_declined' });
    expect(await world.run('acceptPurchase', refused)).toMatchObject({ outcome: 'refused', code: 'CARD_DECLINED' });
    expect(await world.balances(lease)).toEqual(before);
    expect(await world.run('acceptPurchase', await accept(lease, quoteId))).toMatchObject({ outcome: 'accepted' });
  });

  it('of nothing asks no card', async () => {
    const lease = await world.funded({ invoiceTotalCents: 2_500 });
    await world.run('takePayment', await world.asked(lease, { amountCents: 2_500, cardToken: 'tok_ok' }));
    const { quoteId, amountCents } = await world.quote(lease, '2026-12-01');
    expect(amountCents).toBe(0);
    const request = await accept(lease, quoteId, { cardToken: 'tok_declined' });
    expect(await world.run('acceptPurchase', request)).toMatchObject({ outcome: 'accepted' });
    expect(await world.run('acceptPurchase', request)).toMatchObject({ outcome: 'accepted' });
    expect(await world.balances(lease)).toMatchObject({ rent_earned: 4_900 + 2_500 });
    expect((await world.balances(lease)).customer_balance).toBeUndefined();
  });
});

describe('a sale whose worker dies', () => {
  it('is one sale at the quoted price, wherever it was killed', async () => {
    const calm = await world.funded();
    const counter = new Killer();
    await world.run('acceptPurchase', await accept(calm, (await world.quote(calm, '2026-12-01')).quoteId), counter);
    const settled = await world.balances(calm);
    for (const point of killPoints(counter.stepCount).filter(({ phase }) => phase === 'after')) {
      const lease = await world.funded();
      const request = await accept(lease, (await world.quote(lease, '2026-12-01')).quoteId);
      await expect(world.run('acceptPurchase', request, new Killer(point))).rejects.toThrow();
      const repeated = { ...request, at: noonOn('2026-12-01') };
      expect(await world.run('acceptPurchase', repeated)).toMatchObject({ fact: { kind: 'bought_out' } });
      expect({ point, captured: world.captured(lease) }).toEqual({ point, captured: ['captured 5000'] });
      expect(await world.balances(lease)).toEqual(settled);
    }
  }, 60_000);
});
