import { embeddedLedger } from '../../support/ledger-database';
import { Killer, killPoints } from '../../support/kill-point';
import { noonOn, PurchaseWorld } from '../../support/purchase-world';

let world: PurchaseWorld;
beforeAll(async () => {
  world = await PurchaseWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const pay = (amountCents: number, over = {}) => ({ amountCents, cardToken: 'tok_ok', ...over });

describe('a one-time payment', () => {
  it('is taken from the card at once and pays the oldest rent', async () => {
    const lease = await world.funded();
    const request = await world.asked(lease, pay(3_000));
    const answer = { outcome: 'accepted', fact: { kind: 'payment_taken', amountCents: 3_000, isPaidOff: false } };
    expect(await world.run('takePayment', request)).toEqual(answer);
    expect(await world.schedule(lease)).toEqual([
      '1 paid 2500 of 2500',
      '2 scheduled 500 of 2500',
      '3 scheduled 0 of 2500',
      '4 scheduled 0 of 2500',
    ]);
    expect(await world.balances(lease)).toMatchObject({ customer_balance: 7_000, card_clearing: 4_900 + 3_000 });
    expect(await world.payments(lease)).toEqual(['one_time card 3000 posted on 2026-12-01']);

    // the same report again is the same payment
    expect(await world.run('takePayment', request)).toEqual(answer);
    expect(world.captured(lease)).toEqual(['captured 3000']);
  });

  it('of everything that is open makes the goods the customer’s and closes the books', async () => {
    const lease = await world.funded();
    const answer = await world.run('takePayment', await world.asked(lease, pay(10_000)));
    expect(answer).toEqual({
      outcome: 'accepted',
      fact: { kind: 'payment_taken', amountCents: 10_000, isPaidOff: true },
    });
    expect(await world.balances(lease)).toEqual({
      card_clearing: 14_900,
      merchant_payable: 5_000,
      rent_earned: 14_900,
      cost_of_leased_merchandise: 5_000,
    });
  });

  it('may not be more than is open, and not a cent is taken then', async () => {
    const lease = await world.funded();
    const answer = await world.run('takePayment', await world.asked(lease, pay(10_001)));
    expect(answer).toMatchObject({ outcome: 'refused', code: 'AMOUNT_OUT_OF_RANGE' });
    expect(world.captured(lease)).toEqual([]);
  });

  it('with a card that is refused leaves nothing behind', async () => {
    const lease = await world.funded();
    const answer = await world.run('takePayment', await world.asked(lease, pay(2_500, { cardToken: 'tok_declined' })));
    expect(answer).toMatchObject({ outcome: 'refused', code: 'CARD_DECLINED' });
    expect(await world.payments(lease)).toEqual([]);
    expect((await world.balances(lease)).customer_balance).toBe(10_000);
  });

  it('for a later day waits for it, and is the same payment when it is taken', async () => {
    const lease = await world.funded({ isAutopay: false });
    const request = await world.asked(lease, pay(2_500, { payOn: '2026-12-03' }));
    const answer = { outcome: 'accepted', fact: { kind: 'payment_scheduled', amountCents: 2_500 } };
    expect(await world.run('takePayment', request)).toEqual(answer);
    expect(await world.payments(lease)).toEqual(['one_time card 2500 pending on no day']);
    expect(world.captured(lease)).toEqual([]);
    expect(await world.run('takePayment', request)).toEqual(answer);
  });
});

describe('a one-time payment whose worker dies', () => {
  it('is taken once, wherever it was killed', async () => {
    const calm = await world.funded();
    const counter = new Killer();
    await world.run('takePayment', await world.asked(calm, pay(10_000)), counter);
    const settled = await world.balances(calm);
    // killed before a step is killed after the one before it
    for (const point of killPoints(counter.stepCount).filter(({ phase }) => phase === 'after')) {
      const lease = await world.funded();
      const request = await world.asked(lease, pay(10_000));
      await expect(world.run('takePayment', request, new Killer(point))).rejects.toThrow();
      const answer = await world.run('takePayment', request);
      expect(answer).toMatchObject({ fact: { kind: 'payment_taken', isPaidOff: true } });
      expect({ point, captured: world.captured(lease) }).toEqual({ point, captured: ['captured 10000'] });
      expect(await world.balances(lease)).toEqual(settled);
    }
  }, 60_000);
});

describe('a scheduled one-time payment', () => {
  const scheduled = async (payOn: string) => {
    const lease = await world.funded({ isAutopay: false });
    await world.run('takePayment', await world.asked(lease, pay(2_500, { payOn })));
    const { payment_id: paymentId } = await world.db
      .selectFrom('payments')
      .select('payment_id')
      .where('lease_id', '=', lease)
      .executeTakeFirstOrThrow();
    return { lease, paymentId };
  };

  it('can be cancelled until 17:00 New York of its day, and not a millisecond later', async () => {
    const { lease, paymentId } = await scheduled('2026-12-04');
    const late = await world.asked(lease, { paymentId }, '2026-12-04T22:00:00.001Z' as never);
    expect(await world.run('cancelPayment', late)).toMatchObject({ outcome: 'refused', code: 'ILLEGAL_TRANSITION' });
    const inTime = await world.asked(lease, { paymentId }, '2026-12-04T22:00:00.000Z' as never);
    const answer = { outcome: 'accepted', fact: { kind: 'payment_cancelled', amountCents: 2_500 } };
    expect(await world.run('cancelPayment', inTime)).toEqual(answer);
    expect(await world.payments(lease)).toEqual(['one_time card 2500 cancelled on no day']);

    // repeated it answers the same; another cancellation finds nothing to cancel
    expect(await world.run('cancelPayment', inTime)).toEqual(answer);
    const again = await world.asked(lease, { paymentId }, noonOn('2026-12-02'));
    expect(await world.run('cancelPayment', again)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
  });

  it('cannot be cancelled once the run of its day has begun, and is taken by it', async () => {
    const { lease, paymentId } = await scheduled('2026-12-02');
    await world.day('2026-12-02');
    const cancellation = await world.asked(lease, { paymentId }, noonOn('2026-12-02'));
    expect(await world.run('cancelPayment', cancellation)).toMatchObject({ code: 'ILLEGAL_TRANSITION' });
    expect(await world.payments(lease)).toEqual(['one_time card 2500 posted on 2026-12-02']);
  });

  it('is not found under the name of another lease', async () => {
    const { paymentId } = await scheduled('2027-12-02');
    const request = await world.asked(await world.funded(), { paymentId });
    expect(await world.run('cancelPayment', request)).toMatchObject({ code: 'NOT_FOUND' });
  });
});
