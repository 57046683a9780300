import { restCents } from '../../domain/returns/account-payment';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { amountsOf } from '../domain/returns/schedule-fixture';
import { embeddedLedger } from '../support/ledger-database';
import { ReturnsWorld } from '../support/returns-world';

const codeOf = (answer: ServicingAnswer): string => (answer.outcome === 'refused' ? answer.code : 'accepted');
const factOf = (answer: ServicingAnswer) => {
  if (answer.outcome === 'refused') throw new Error(`refused: ${answer.code} ${answer.detail}`);
  return answer.fact;
};

let world: ReturnsWorld;
beforeAll(async () => {
  world = await ReturnsWorld.open(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const TABLE = [{ lineNumber: 2 }];

describe('a part of a Funded order comes back', () => {
  it('debits the merchant, cuts the schedule again and reduces what the customer owes: example E', async () => {
    const lease = await world.funded(4);
    const fact = factOf(await world.post(lease, { lines: TABLE }));
    expect(fact).toMatchObject({
      kind: 'returned',
      number: 1,
      isWhole: false,
      merchantDebitCents: 30_000,
      customerRefundCents: 0,
      invoiceTotalCents: 70_000,
      pricing: { totalToOwnCents: 150_475, paymentCents: 5_253, lastPaymentCents: 5_246, ninetyDayBuyoutCents: 70_000 },
    });
    const schedule = await world.schedule(lease);
    expect(restCents(schedule)).toBe(115_559);
    expect(amountsOf(schedule.slice(4))).toBe('21 × 5253, 5246');
    expect(await world.lines(lease)).toEqual(['return 0 -30000 eligible']);
    expect(await world.balances(lease)).toEqual({
      bank_clearing: 4 * 7_504,
      card_clearing: 4_900,
      customer_balance: 115_559,
      leased_merchandise: 70_000,
      merchant_payable: 70_000,
      rent_to_be_earned: 150_475,
    });
  });

  it('holds back a debit whose amount changed for ten days from its notice, and no other', async () => {
    const lease = await world.funded(4);
    await world.post(lease, { lines: TABLE });
    expect(await world.heldBack(lease)).toEqual(['5 due 2027-01-29 not before 2027-01-30']);
    const notices = await world.db.selectFrom('notices').selectAll().where('lease_id', '=', lease).execute();
    expect(notices).toMatchObject([{ kind: 'amount_changed', made_on: '2027-01-20', data: { paymentCents: 5_253 } }]);
  });

  it('refuses the same table again, and takes the sofa', async () => {
    const lease = await world.funded(4);
    await world.post(lease, { lines: TABLE });
    expect(codeOf(await world.post(lease, { lines: TABLE }))).toBe('RETURN_EXCEEDS_LINE');
    expect(codeOf(await world.post(lease, { lines: [{ lineNumber: 2, amountCents: 30_000 }] }))).toBe(
      'RETURN_EXCEEDS_LINE',
    );
    expect(factOf(await world.post(lease))).toMatchObject({ number: 2, isWhole: true, merchantDebitCents: 70_000 });
    expect(await world.isInAgreement(lease)).toBe(true);
  });

  it('counts a payment made on account, and leaves a debit in a file as it is', async () => {
    const lease = await world.funded(4);
    await world.mark(lease, 5, 'in_file');
    await world.pay(lease, 6, 'card', 2_000);
    await world.post(lease, { lines: TABLE });
    const schedule = await world.schedule(lease);
    expect(schedule[4]).toMatchObject({ state: 'in_file', amountCents: 7_504 });
    expect(restCents(schedule)).toBe(Math.round(((195_100 - 4 * 7_504 - 2_000) * 7) / 10));
    expect(await world.isInAgreement(lease)).toBe(true);
  });
});

describe('a price that goes down after Funded', () => {
  it('debits the reduction and scales what is left: scenario 7', async () => {
    const lease = await world.funded(4);
    const adjust = (amountCents: number) => ({
      actionType: 'price_adjustment' as const,
      lines: [{ lineNumber: 2, amountCents }],
    });
    expect(factOf(await world.post(lease, adjust(5_000)))).toMatchObject({
      kind: 'price_adjusted',
      merchantDebitCents: 5_000,
      invoiceTotalCents: 95_000,
    });
    const schedule = await world.schedule(lease);
    expect(restCents(schedule)).toBe(156_830);
    expect(amountsOf(schedule.slice(4))).toBe('21 × 7129, 7121');
    expect(await world.lines(lease)).toEqual(['price_adjustment 0 -5000 eligible']);
    expect(codeOf(await world.post(lease, adjust(-1_000)))).toBe('PRICE_INCREASE_NOT_ALLOWED');
    expect(codeOf(await world.post(lease, adjust(25_001)))).toBe('RETURN_EXCEEDS_LINE');
    expect(codeOf(await world.post(lease, adjust(0)))).toBe('AMOUNT_TOO_SMALL');
    expect(await world.isInAgreement(lease)).toBe(true);
  });
});

describe('all of a Funded order comes back', () => {
  /** Example F: invoice 450.25, total 900.50, 26 × 32.75. */
  const exampleF = (paidCount: number) =>
    world.funded(paidCount, { sofaCents: 45_025, tableCents: 0, rentCents: 85_150 });

  it('ends the lease, debits the merchant and gives back the days after the return: example F', async () => {
    const lease = await exampleF(3);
    const fact = factOf(await world.post(lease, { returnedOn: '2027-01-04' }));
    expect(fact).toMatchObject({
      isWhole: true,
      merchantDebitCents: 45_025,
      customerRefundCents: 2_339,
      invoiceTotalCents: 0,
    });
    expect(await world.refunds(lease)).toEqual(['bank_account 2339 pending of PAY-LEASE-3']);
    expect((await world.schedule(lease)).slice(3).every(({ state }) => state === 'cancelled')).toBe(true);
    expect(await world.balances(lease)).toEqual({
      bank_clearing: 3 * 3_275,
      card_clearing: 4_900,
      customer_refunds_payable: 2_339,
      rent_earned: 4_900 + 3 * 3_275 - 2_339,
    });
    const row = await world.db.selectFrom('leases').selectAll().where('lease_id', '=', lease).executeTakeFirstOrThrow();
    expect(row.autopay_stop).toBe('returned');
  });

  it('leaves nothing to be returned or authorized', async () => {
    const lease = await exampleF(3);
    const spare = await world.authorize(lease);
    await world.post(lease, { returnedOn: '2027-01-04' });
    expect(await world.authorize(lease)).toEqual({
      isReturnEligible: false,
      authorizationCode: null,
      validUntilAt: null,
      reasons: ['NOTHING_LEFT_TO_RETURN'],
    });
    expect(codeOf(await world.post(lease, { code: spare.authorizationCode ?? '' }))).toBe('RETURN_NOT_ELIGIBLE');
  });

  it('keeps rent of days that are over due, and gives back by card what was paid by card', async () => {
    const lease = await exampleF(1);
    await world.mark(lease, 2, 'past_due');
    await world.pay(lease, 3, 'card', 2_000);
    await world.pay(lease, 4, 'card', 3_275);
    expect(factOf(await world.post(lease, { returnedOn: '2027-01-04' }))).toMatchObject({
      customerRefundCents: 2_000 - 936 + 3_275,
    });
    expect(await world.refunds(lease)).toEqual([
      expect.stringMatching(/^card 1064 posted of PAY-LEASE-card/),
      expect.stringMatching(/^card 3275 posted of PAY-LEASE-card/),
    ]);
    expect(world.world.partners.done(lease)).toEqual(['refunded 1064', 'refunded 3275']);
    expect(restCents(await world.schedule(lease))).toBe(3_275);
    expect(await world.balances(lease)).toEqual({
      bank_clearing: 3_275,
      card_clearing: 4_900 + 936,
      customer_balance: 3_275,
      rent_earned: 4_900 + 2 * 3_275 + 936,
    });
  });

  it('gives a debit that is in a file back when it settles, and says so at once', async () => {
    const lease = await exampleF(3);
    await world.mark(lease, 4, 'in_file');
    expect(factOf(await world.post(lease, { returnedOn: '2027-01-14' }))).toMatchObject({ customerRefundCents: 3_275 });
    expect((await world.schedule(lease))[3]).toMatchObject({ state: 'cancelled', paidCents: 0 });
    expect(await world.refunds(lease)).toEqual([]);
    expect(await world.isInAgreement(lease)).toBe(true);
  });

  it('calls off a payment that was still to come', async () => {
    const lease = await exampleF(3);
    await world.db
      .insertInto('payments')
      .values({
        ...{ payment_id: `PAY-${lease}-later`, lease_id: lease, kind: 'one_time', amount_cents: cents(100) },
        ...{ method: 'card', state: 'pending', created_at: '2027-01-04T00:00:00.000Z' as Instant },
      })
      .execute();
    await world.post(lease, { returnedOn: '2027-01-04' });
    const rows = await world.db.selectFrom('payments').selectAll().where('lease_id', '=', lease).execute();
    expect(rows.find(({ payment_id }) => payment_id === `PAY-${lease}-later`)?.state).toBe('cancelled');
  });

  it('on the day it was Funded leaves the initial payment as the only rent', async () => {
    const lease = await world.funded(0);
    const fact = factOf(await world.post(lease, { returnedOn: '2026-11-24' }));
    expect(fact).toMatchObject({ isWhole: true, merchantDebitCents: 100_000, customerRefundCents: 0 });
    expect(await world.balances(lease)).toEqual({ card_clearing: 4_900, rent_earned: 4_900 });
  });
});

describe('a return authorization', () => {
  it('is needed, for this lease, once, and within thirty days', async () => {
    const [lease, other] = [await world.funded(1), await world.funded(1)];
    const { authorizationCode, validUntilAt } = await world.authorize(lease, '2027-01-01T12:00:00.000Z' as Instant);
    const code = authorizationCode ?? '';
    expect(validUntilAt).toBe('2027-01-31T12:00:00.000Z');
    const one = { lines: [{ lineNumber: 2, amountCents: 1 }], code };
    expect(codeOf(await world.post(lease, { ...one, code: 'ABCDEFGHJKMN' }))).toBe('RETURN_AUTHORIZATION_MISMATCH');
    expect(codeOf(await world.post(other, one))).toBe('RETURN_AUTHORIZATION_MISMATCH');
    const late = '2027-01-31T12:00:00.001Z' as Instant;
    expect(codeOf(await world.post(lease, { ...one, at: late }))).toBe('RETURN_AUTHORIZATION_MISMATCH');
    const last = '2027-01-31T12:00:00.000Z' as Instant;
    expect(codeOf(await world.post(lease, { ...one, at: last }))).toBe('accepted');
    expect(codeOf(await world.post(lease, { ...one, at: last }))).toBe('RETURN_AUTHORIZATION_MISMATCH');
  });

  it('is not spent by a return that is refused', async () => {
    const lease = await world.funded(1);
    const code = (await world.authorize(lease)).authorizationCode ?? '';
    expect(codeOf(await world.post(lease, { code, lines: [{ lineNumber: 2, amountCents: 30_001 }] }))).toBe(
      'RETURN_EXCEEDS_LINE',
    );
    expect(codeOf(await world.post(lease, { code: code.toLowerCase(), lines: TABLE }))).toBe('accepted');
  });

  it('is nowhere in SQL but as a keyed hash', async () => {
    const lease = await world.funded(1);
    const { authorizationCode } = await world.authorize(lease);
    const rows = await world.db.selectFrom('return_authorizations').selectAll().execute();
    expect(JSON.stringify(rows.map((row) => ({ ...row, text: row.code_hash.toString('latin1') })))).not.toContain(
      authorizationCode,
    );
  });
});

describe('an order that was not delivered yet', () => {
  it('becomes smaller without any money moving', async () => {
    const lease = await world.funded(0);
    const before = await world.balances(lease);
    const fact = factOf(await world.post(lease, { lines: TABLE, isFunded: false }));
    expect(fact).toMatchObject({
      merchantDebitCents: 0,
      customerRefundCents: 0,
      invoiceTotalCents: 70_000,
      linesLeft: [{ lineNumber: 1, quantity: 1 }],
      pricing: { totalToOwnCents: 4_900 + 136_570, numberOfPayments: 26, paymentCents: 5_253 },
    });
    expect(await world.balances(lease)).toEqual(before);
    expect(await world.lines(lease)).toEqual([]);
    const whole = factOf(await world.post(lease, { isFunded: false }));
    expect(whole).toMatchObject({ isWhole: true, merchantDebitCents: 0, customerRefundCents: 4_900, linesLeft: [] });
  });
});
