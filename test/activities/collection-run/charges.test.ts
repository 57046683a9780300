import { sql } from 'kysely';
import { keepRequest } from '../../../db/requests';
import { balances } from '../../../db/ledger';
import { calendarDate } from '../../../domain/calendar-date';
import { type LeaseId, messageId } from '../../../domain/ids';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';

const pay = (dueOn: string, amountCents = 7_504) => ({ dueOn, amountCents });
const BY_HAND = { isAutopay: false };

describe('one-time payments by card', () => {
  let world: CollectionWorld;
  beforeAll(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  /** A payment that a customer has asked for a later day, as the lease's SQL side keeps it. */
  async function asked(lease: LeaseId, name: string, amountCents: number, payOn: string, cardToken = 'tok_ok') {
    const message = messageId(`msg_${lease}_${name}`);
    await keepRequest(world.db, world.cipher, {
      ...{ messageId: message, caller: 'mer_bestsofa', leaseId: lease, operationId: 'submitPayment' },
      ...{ fingerprint: Buffer.from(message), requestId: 'req', actor: 'retailer:key_1' },
      body: { amountCents, cardToken, payOn },
    });
    const id = `PAY-${lease}-${name}`;
    await sql`
      INSERT INTO payments (payment_id, lease_id, kind, pay_on, amount_cents, method, state, message_id, created_at)
      VALUES (${id}, ${lease}, 'one_time', ${payOn}::date, ${amountCents}, 'card', 'pending', ${message}, now())
    `.execute(world.db);
    return id;
  }
  const charge = (businessOn: string) => world.run('chargeDuePayments', { businessOn: calendarDate(businessOn) });

  it('are taken on their day, not before, and pay rent from the oldest on, then fees', async () => {
    const lease = await world.plantOne({ payments: [pay('2026-12-04'), pay('2026-12-18')], ...BY_HAND });
    await world.run('assessLateFees', { businessOn: calendarDate('2026-12-08') });
    const id = await asked(lease, 'one', 15_100, '2026-12-12');
    await charge('2026-12-11');
    expect(world.partners.done(lease)).toEqual([]);
    await charge('2026-12-14');
    expect(world.partners.done(lease)).toEqual(['captured 15100']);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504 of 7504', '2 paid 7504 of 7504']);
    expect(await world.payment(id)).toMatchObject({
      state: 'posted',
      posted_on: '2026-12-14',
      effective_on: '2026-12-14',
    });
    const uses = await sql`SELECT target, number, amount_cents FROM payment_applications WHERE payment_id = ${id}
                            ORDER BY target DESC, number`.execute(world.db);
    expect(uses.rows).toEqual([
      { target: 'rent', number: 1, amount_cents: 7_504 },
      { target: 'rent', number: 2, amount_cents: 7_504 },
      { target: 'fee', number: 1, amount_cents: 92 },
    ]);
    const { accounts } = await balances(world.db, { leaseId: lease });
    expect(accounts.card_clearing).toEqual({ debitsCents: 4_900 + 15_100, creditsCents: 0 });
    await charge('2026-12-14');
    expect(world.partners.done(lease)).toEqual(['captured 15100']);
  });

  it('never take more than is owed, and nothing from a lease that has ended', async () => {
    const [lease, ended] = await world.plant(
      { payments: [pay('2027-01-08', 500)], ...BY_HAND },
      { payments: [pay('2027-01-08', 500)], ...BY_HAND },
    );
    if (!lease || !ended) throw new Error('nothing was planted');
    const [first, second] = [await asked(lease, 'a', 400, '2027-01-04'), await asked(lease, 'b', 400, '2027-01-05')];
    const third = await asked(ended, 'c', 400, '2027-01-05');
    await sql`UPDATE leases SET servicing_state = 'owned_by_buyout' WHERE lease_id = ${ended}`.execute(world.db);
    await charge('2027-01-05');
    expect(world.partners.done(lease)).toEqual(['captured 400', 'captured 100']);
    expect(await world.payment(first)).toMatchObject({ state: 'posted', amount_cents: 400 });
    expect(await world.payment(second)).toMatchObject({ state: 'posted', amount_cents: 100 });
    expect(await world.payment(third)).toMatchObject({ state: 'cancelled', amount_cents: 400 });
    expect(world.partners.done(ended)).toEqual([]);
  });

  it('that the card refuses are over, and the customer is told', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-02-05')], ...BY_HAND });
    const id = await asked(lease, 'x', 7_504, '2027-02-01', 'tok_declined');
    await charge('2027-02-01');
    expect(await world.payment(id)).toMatchObject({ state: 'returned', posted_on: null });
    expect(await world.schedule(lease)).toEqual(['1 scheduled 0 of 7504']);
    const notices = await sql`SELECT kind, data FROM notices WHERE lease_id = ${lease}`.execute(world.db);
    expect(notices.rows).toEqual([
      { kind: 'debit_returned', data: { paymentId: id, amountCents: 7_504, reason: 'card_declined' } },
    ]);
  });

  it('whose answer was lost are asked for again under the same key and with the same amount', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-03-05')], ...BY_HAND });
    const id = await asked(lease, 'lost', 9_000, '2027-03-01');
    world.partners.refuses = new Error('the processor cannot be reached');
    await expect(charge('2027-03-01')).rejects.toThrow('cannot be reached');
    expect(await world.payment(id)).toMatchObject({
      state: 'pending',
      amount_cents: 7_504,
      effective_on: '2027-03-01',
    });
    world.partners.refuses = undefined;
    await sql`UPDATE scheduled_payments SET paid_cents = 504 WHERE lease_id = ${lease}`.execute(world.db);
    await charge('2027-03-01');
    expect(world.partners.done(lease)).toEqual(['captured 7504']);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504 of 7504']);
    const refund = { state: 'pending', method: 'bank_account', amount_cents: 504, refund_of: id };
    expect(await world.payment(`${id}-refund`)).toMatchObject(refund);
    const { accounts } = await balances(world.db, { leaseId: lease });
    expect(accounts.customer_refunds_payable).toEqual({ debitsCents: 0, creditsCents: 504 });
  });

  it('prevent the debit of the rent they pay', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-04-09')] });
    await asked(lease, 'early', 7_504, '2027-04-08');
    await world.day('2027-04-08');
    expect(await world.entries(lease)).toEqual([]);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504 of 7504']);
  });
});
