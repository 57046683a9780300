import { embeddedLedger } from '../../support/ledger-database';
import { noonOn, PurchaseWorld } from '../../support/purchase-world';

let world: PurchaseWorld;
beforeAll(async () => {
  world = await PurchaseWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const paidOff = { outcome: 'accepted', fact: { kind: 'paid_off' } };

describe('a lease that is said to be paid off', () => {
  it('stays open while SQL knows of open rent, whoever says so', async () => {
    const lease = await world.funded();
    const before = await world.balances(lease);
    expect(await world.run('closePaidOff', await world.asked(lease, {}))).toMatchObject({
      outcome: 'refused',
      code: 'ILLEGAL_TRANSITION',
    });
    expect(await world.balances(lease)).toEqual(before);
  });

  it('ends in Ohio once half of all payments reaches the cash price, and not a cent earlier', async () => {
    // 49.00 and 51.00 paid, half of it the cash price of 50.00
    const lease = await world.funded({ state: 'OH' });
    const pay = async (amountCents: number) =>
      await world.run('takePayment', await world.asked(lease, { amountCents, cardToken: 'tok_ok' }));
    await pay(5_099);
    expect(await world.run('closePaidOff', await world.asked(lease, {}))).toMatchObject({ outcome: 'refused' });
    await pay(1);
    const request = await world.asked(lease, {});
    expect(await world.run('closePaidOff', request)).toEqual(paidOff);
    expect(await world.schedule(lease)).toEqual([
      '1 paid 2500 of 2500',
      '2 paid 2500 of 2500',
      '3 cancelled 100 of 2500',
      '4 cancelled 0 of 2500',
    ]);
    const closed = {
      card_clearing: 10_000,
      merchant_payable: 5_000,
      rent_earned: 10_000,
      cost_of_leased_merchandise: 5_000,
    };
    expect(await world.balances(lease)).toEqual(closed);
    // told again it says the same and moves nothing
    expect(await world.run('closePaidOff', request)).toEqual(paidOff);
    expect(await world.balances(lease)).toEqual(closed);
  });

  it('is not kept back by a late fee: the fee is waived', async () => {
    const lease = await world.funded({ isAutopay: false });
    await world.day('2026-12-10');
    const at = noonOn('2026-12-11');
    const rent = { amountCents: 10_000, cardToken: 'tok_ok' };
    expect(await world.run('takePayment', await world.asked(lease, rent, at))).toMatchObject({
      fact: { kind: 'payment_taken', isPaidOff: false },
    });
    expect((await world.balances(lease)).customer_balance).toBe(200);
    expect(await world.run('closePaidOff', await world.asked(lease, {}, at))).toEqual(paidOff);
    const balances = await world.balances(lease);
    expect([balances.customer_balance, balances.late_fee_income]).toEqual([undefined, undefined]);
    const fees = await world.db
      .selectFrom('late_fees')
      .select(['waived_cents', 'waived_reason'])
      .where('lease_id', '=', lease)
      .execute();
    expect(fees).toEqual([{ waived_cents: 200, waived_reason: 'owned' }]);
  });

  it('drops a payment by card that was still to come', async () => {
    const lease = await world.funded();
    const later = { amountCents: 2_500, cardToken: 'tok_ok', payOn: '2027-05-03' };
    await world.run('takePayment', await world.asked(lease, later));
    await world.run('takePayment', await world.asked(lease, { amountCents: 10_000, cardToken: 'tok_ok' }));
    const states = await world.payments(lease);
    expect(states.sort()).toEqual([
      'one_time card 10000 posted on 2026-12-10',
      'one_time card 2500 cancelled on no day',
    ]);
    const { autopay_stop: stop } = await world.db
      .selectFrom('leases')
      .select('autopay_stop')
      .where('lease_id', '=', lease)
      .executeTakeFirstOrThrow();
    expect(stop).toBe('owned');
  });
});
