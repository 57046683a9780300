import { balances } from '../../../db/ledger';
import type { LeaseId, MerchantId } from '../../../domain/ids';
import { RETURN_CODES, actionOf, type ReturnCode } from '../../../domain/bank-file/return-codes';
import { BankWorld } from '../../support/bank-world';
import { CHECKING, noon } from '../../support/funding-world';
import { handWrittenBankFile } from '../../support/hand-written-bank-file';
import { embeddedLedger } from '../../support/ledger-database';

const PAYMENTS = [
  { dueOn: '2026-12-04', amountCents: 7_504 },
  { dueOn: '2026-12-18', amountCents: 7_504 },
];
const [THURSDAY, FRIDAY, MONDAY] = ['2026-12-03', '2026-12-04', '2026-12-07'] as const;

const STOPS = ['new_account', 'dispute', 'bereavement', 'sanctions_check'];

// Every code on a debit of one lease and on a credit of one merchant, all in one file of Monday.
describe('every return code of domain.md 5.7', () => {
  let world: BankWorld;
  const leases = new Map<ReturnCode, LeaseId>();
  const merchants = new Map<ReturnCode, { merchant: MerchantId; lease: LeaseId }>();
  let results: string[];
  const traceOf = async (owner: string): Promise<string> => (await world.entries(owner))[0]?.trace_number ?? '';
  const resultOf = (code: ReturnCode, side: 'debit' | 'credit'): string =>
    results[RETURN_CODES.indexOf(code) * 2 + (side === 'debit' ? 0 : 1)] ?? '';

  beforeAll(async () => {
    world = await BankWorld.open(await embeddedLedger());
    for (const code of RETURN_CODES) {
      leases.set(code, await world.lease('4321', PAYMENTS));
      const merchant = await world.merchants.merchant(CHECKING);
      merchants.set(code, { merchant, lease: await world.merchants.fund(merchant, 50_000, noon(THURSDAY)) });
    }
    await world.day(THURSDAY);
    await world.day(FRIDAY);
    const sayings = [];
    for (const code of RETURN_CODES) {
      const [lease = '', merchant = ''] = [leases.get(code), merchants.get(code)?.merchant];
      sayings.push({ code, traceNumber: await traceOf(lease), amountCents: 7_504 });
      sayings.push({ code, traceNumber: await traceOf(merchant), amountCents: 50_000, transactionCode: '21' });
    }
    results = await world.apply(handWrittenBankFile(sayings, { createdOn: MONDAY }));
  }, 120_000);
  afterAll(() => world.close());

  it.each(RETURN_CODES)('%s on a debit unpays the rent and stops what it must, or is parked', async (code) => {
    const lease = leases.get(code) ?? ('' as LeaseId);
    const action = actionOf(code, 'debit');
    const stopped = await world.autopayStop(lease);
    if (action === null) {
      expect(resultOf(code, 'debit')).toMatch(/parked_unexpected/);
      expect(await world.schedule(lease)).toEqual(['1 paid 7504', '2 scheduled 0']);
      expect(stopped).toBeNull();
      return;
    }
    expect(resultOf(code, 'debit')).toBe(`${code} applied`);
    expect(await world.schedule(lease)).toEqual(['1 returned 0', '2 scheduled 0']);
    expect(stopped).toBe(STOPS.includes(action) ? code : null);
    const [entry] = await world.entries(lease);
    expect(entry).toMatchObject({ state: 'returned', returned_on: MONDAY, return_code: code });
    const payment = await world.db
      .selectFrom('payments')
      .select('state')
      .where('payment_id', '=', `PAY-${lease}-1`)
      .executeTakeFirstOrThrow();
    expect(payment.state).toBe('returned');
    const { sum } = await world.db
      .selectFrom('payment_applications')
      .select((applied) => applied.fn.sum<string>('amount_cents').as('sum'))
      .where('lease_id', '=', lease)
      .executeTakeFirstOrThrow();
    expect(Number(sum)).toBe(0);
    // It had settled: the customer owes it again, and nothing is under way.
    const { accounts } = await balances(world.db, { leaseId: lease });
    expect(accounts.collections_in_transit).toEqual({ debitsCents: 7_504, creditsCents: 7_504 });
    expect(accounts.bank_clearing).toEqual({ debitsCents: 7_504, creditsCents: 7_504 });
  });

  it('R08 pauses that payment, and no other', async () => {
    const rows = await world.db
      .selectFrom('scheduled_payments')
      .selectAll()
      .where('is_debit_paused', '=', true)
      .execute();
    expect(rows.map(({ payment_id }) => payment_id)).toEqual([`PAY-${leases.get('R08')}-1`]);
  });

  it.each(RETURN_CODES)('%s on a credit owes the merchant again and holds him, or is parked', async (code) => {
    const { merchant = '' as MerchantId, lease = '' as LeaseId } = merchants.get(code) ?? {};
    const account = await world.db
      .selectFrom('bank_accounts')
      .select('state')
      .where('merchant_id', '=', merchant)
      .executeTakeFirstOrThrow();
    if (actionOf(code, 'credit') === null) {
      expect(resultOf(code, 'credit')).toMatch(/parked_unexpected/);
      expect(await world.merchants.fundingStateOf(lease)).toBe('settled');
      expect(account.state).toBe('usable');
      return;
    }
    expect(resultOf(code, 'credit')).toBe(`${code} applied`);
    expect(await world.merchants.fundingStateOf(lease)).toBe('bank_returned');
    expect(account.state).toBe('unusable');
    const lines = await world.merchants.lines(merchant);
    expect(lines.map(({ kind, state, adjustment_cents }) => `${kind} ${state} ${adjustment_cents}`)).toEqual([
      'funding bank_returned 0',
      'carry held 50000',
    ]);
    expect(await world.merchants.ledgerOf(merchant)).toEqual({ paidCents: 0, owedCents: 50_000 });
    const { status } = await world.db
      .selectFrom('leases')
      .select('status')
      .where('lease_id', '=', lease)
      .executeTakeFirstOrThrow();
    expect(status).toBe('funded');
  });

  it('leaves bank and books agreed', async () => {
    const { booksCents, bankCents } = await world.clearing();
    expect(booksCents).toBe(bankCents);
  });
});
