import { paymentReads } from '../../../api/money/payments';
import type { PaymentLine, PaymentReads } from '../../../api/money/payments-port';
import type { Caller } from '../../../api/ports';
import { sealDetails } from '../../../db/applicants';
import { createCipher } from '../../../db/cipher';
import { balances } from '../../../db/ledger';
import { calendarDate, type Instant } from '../../../domain/calendar-date';
import { balanceCents } from '../../../domain/ledger';
import { merchantId } from '../../../domain/ids';
import { PERSON } from '../../support/activity-world';
import { createWorld, WORLD } from '../../support/books-world';
import { trace } from '../../support/books-servicing';
import { testDataKeys } from '../../support/data-keys';
import { embeddedLedger, type LedgerDatabase } from '../../support/ledger-database';

const { serviced, bought, returned, approved } = WORLD;
const cipher = createCipher(testDataKeys('k1'));
const RETAILER: Caller = { keyId: 'k', kind: 'retailer', merchantId: merchantId('M-1'), scopes: ['leases:read'] };
const STRANGER: Caller = { ...RETAILER, merchantId: merchantId('M-2') };
const CARE: Caller = { ...RETAILER, kind: 'care', merchantId: null };
const NOW = '2026-11-25T15:00:00.000Z' as Instant;

describe('payments and fees of a lease', () => {
  let ledger: LedgerDatabase;
  let reads: PaymentReads;
  beforeAll(async () => {
    ledger = await embeddedLedger();
    await createWorld(ledger.db);
    for (const lease of [serviced, bought, returned, approved]) {
      const details = sealDetails(cipher, lease, { ...PERSON, monthlyIncomeCents: 1 });
      await ledger.db.updateTable('applicants').set({ details }).where('lease_id', '=', lease).execute();
    }
    reads = paymentReads({ db: ledger.db, cipher }, () => NOW);
  }, 60_000);
  afterAll(() => ledger.close());

  const said = ({ paymentId, kind, state, postedOn, amountCents, balanceAfterCents }: PaymentLine): string =>
    `${paymentId.replace(/^PAY-\d+-/, '')} ${kind} ${state} ${postedOn ?? 'not posted'} ${amountCents} ${balanceAfterCents}`;

  it('are told oldest first, each with what was owed after it: presentments, what the bank took back, refunds', async () => {
    const { data } = await reads.history(RETAILER, serviced, {});
    expect(data.map(said)).toEqual([
      'initial initial posted 2026-11-24 4900 195100',
      '1 scheduled posted 2027-01-02 7504 187596',
      '2-1 scheduled returned 2027-01-03 7504 180092',
      '2-1-reversal reversal posted 2027-01-04 7504 187596',
      '2 scheduled returned not posted 7504 187596',
      'k3b7q2xd one_time posted 2027-01-07 5000 182971',
      'k3b7q2xd-refund refund pending not posted 2000 184971',
    ]);
  });

  it('name the way of payment by its last four digits, and a card by nothing we do not know', async () => {
    const { data } = await reads.history(RETAILER, serviced, {});
    const ways = data.map(({ method, reference }) => [method.type, method.last4, reference]);
    expect(ways).toEqual([
      ['card', null, null],
      ['bank_account', '4321', trace(1)],
      ['bank_account', '4321', trace(2)],
      ['bank_account', '4321', trace(2)],
      ['bank_account', '4321', trace(3)],
      ['card', null, 'capture-7'],
      ['bank_account', '4321', trace(4)],
    ]);
  });

  it.each([
    ['a lease that pays and bounces', serviced],
    ['one that was bought', bought],
    ['one whose goods all went back', returned],
  ])('add up with the ledger to the cent: %s', async (_what, lease) => {
    const { remainingCents, feesDueCents, totalPaidCents } = await reads.history(RETAILER, lease, {});
    const { accounts } = await balances(ledger.db, { leaseId: lease });
    const owed = accounts.customer_balance ? balanceCents('customer_balance', accounts.customer_balance) : 0;
    expect(remainingCents + feesDueCents).toBe(owed);
    const cash = { [serviced]: 4_900 + 7_504 + 5_000 - 2_000, [bought]: 99_900, [returned]: 4_900 }[lease];
    expect(totalPaidCents).toBe(cash);
  });

  it.each([
    ['2027-01-03', '2027-01-04', ['2-1', '2-1-reversal', '2']],
    ['2027-01-05', undefined, ['k3b7q2xd', 'k3b7q2xd-refund']],
    [undefined, '2026-11-24', ['initial']],
    ['2028-01-01', undefined, []],
  ])('are found by date, both days included: %s to %s', async (from, to, ids) => {
    const dateOf = (text: string | undefined) => (text === undefined ? undefined : calendarDate(text));
    const range = { from: dateOf(from), to: dateOf(to) };
    const { data, totalPaidCents } = await reads.history(RETAILER, serviced, range);
    expect(data.map(({ paymentId }) => paymentId.replace(`PAY-${serviced}-`, ''))).toEqual(ids);
    expect(totalPaidCents).toBe(15_404);
  });

  it('state the cut-off that comes next: after the newest run, and never a day that is over', async () => {
    expect((await reads.history(RETAILER, serviced, {})).cutOffOn).toBe('2027-01-05');
    const later = paymentReads({ db: ledger.db, cipher }, () => '2027-02-13T15:00:00.000Z' as Instant);
    expect((await later.history(RETAILER, serviced, {})).cutOffOn).toBe('2027-02-16');
  });

  it('are nothing at all before a lease is Funded', async () => {
    expect(await reads.history(CARE, approved, {})).toEqual({
      ...{ data: [], cutOffOn: '2027-01-05', totalPaidCents: 0, remainingCents: 0, feesDueCents: 0 },
    });
    expect((await reads.fees(CARE, approved)).data).toEqual([]);
  });

  it('list each fee with its rule and add up to the ledger', async () => {
    const fees = await reads.fees(RETAILER, serviced);
    expect(fees).toEqual({
      data: [
        {
          ...{
            feeId: `FEE-${serviced}-2`,
            paymentNumber: 2,
            dueOn: '2027-01-02',
            assessedOn: '2027-01-06',
            daysLate: 4,
          },
          ...{ state: 'TX', rule: 'the rule', capCents: 500, amountCents: 375, waivedCents: 0, waivedReason: null },
        },
      ],
      ...{ assessedCents: 375, waivedCents: 0, totalCents: 375 },
    });
    const { accounts } = await balances(ledger.db, { leaseId: serviced });
    expect(accounts.late_fee_income?.creditsCents).toBe(fees.totalCents);
  });

  it('take what was waived off what was assessed', async () => {
    await ledger.db
      .updateTable('late_fees')
      .set({ waived_cents: 100 as never, waived_reason: 'first time' })
      .execute();
    const { data, ...sums } = await reads.fees(RETAILER, serviced);
    await ledger.db
      .updateTable('late_fees')
      .set({ waived_cents: 0 as never, waived_reason: null })
      .execute();
    expect(data[0]).toMatchObject({ waivedCents: 100, waivedReason: 'first time' });
    expect(sums).toEqual({ assessedCents: 375, waivedCents: 100, totalCents: 275 });
  });

  it.each(['history', 'fees', 'statementHead'] as const)('do not exist for another retailer: %s', async (read) => {
    await expect(reads[read](STRANGER, serviced, {})).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
  });

  it('are told on paper in the language of the application', async () => {
    await ledger.db.updateTable('applicants').set({ language: 'es' }).where('lease_id', '=', serviced).execute();
    expect(await reads.statementHead(CARE, serviced)).toMatchObject({ leaseId: serviced, language: 'es' });
    expect(await reads.statementHead(CARE, bought)).toMatchObject({ language: 'en' });
  });
});
