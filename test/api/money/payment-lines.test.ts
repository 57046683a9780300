import fc from 'fast-check';
import { paymentLines } from '../../../api/money/payment-lines';
import type { BalanceStep, DebitRow, HistoryRows, PaymentRow } from '../../../api/money/payment-rows';
import { addDays, calendarDate, instant, type Instant } from '../../../domain/calendar-date';
import { cents, ZERO_CENTS } from '../../../domain/cents';
import { leaseId } from '../../../domain/ids';

const LEASE = leaseId('1002003001');
const DAY = calendarDate('2027-01-04');
const at = (day: number): Instant => `${addDays(DAY, day)}T22:00:00.000Z` as Instant;

const payment = (id: string, over: Partial<PaymentRow> = {}): PaymentRow => ({
  ...{ payment_id: `PAY-${id}`, lease_id: LEASE, kind: 'scheduled', number: 1, due_on: DAY, pay_on: null },
  ...{ posted_on: null, effective_on: null, amount_cents: cents(100), method: 'bank_account', card_reference: null },
  ...{ reference: null, refund_of: null, state: 'pending', message_id: null, created_at: at(0) },
  ...over,
});
const debit = (id: string, trace: string, over: Partial<DebitRow> = {}): DebitRow => ({
  ...{ trace_number: trace, payment_id: `PAY-${id}`, amount_cents: cents(100), effective_on: addDays(DAY, 1) },
  ...{ account_id: null, state: 'in_file', returned_on: null },
  ...over,
});
const step = (key: string, day: number, amountCents: number): BalanceStep => ({
  ...{ key, kind: amountCents > 0 ? 'LeaseOpened' : 'DebitSettled', at: at(day) },
  debitCents: cents(Math.max(amountCents, 0)),
  creditCents: cents(Math.max(-amountCents, 0)),
});

const linesOf = (rows: Partial<HistoryRows>) =>
  paymentLines(
    { payments: [], debits: [], steps: [], remainingCents: ZERO_CENTS, feesDueCents: ZERO_CENTS, ...rows },
    (accountId) => (accountId === null ? '4321' : accountId),
  );
const told = (rows: Partial<HistoryRows>) =>
  linesOf(rows).map((line) => `${line.paymentId} ${line.kind} ${line.state} ${line.balanceAfterCents}`);

describe('the lines of a history', () => {
  const opened = step(`open-lease:${LEASE}`, 0, 1_000);

  it('show a debit under way last, beside what is owed now: nothing is paid by it yet', () => {
    const rows = {
      steps: [opened, step('take-payment:PAY-b', 5, -200)],
      payments: [payment('a'), payment('b', { kind: 'one_time', method: 'card', state: 'posted' })],
      debits: [debit('a', '1')],
    };
    expect(told(rows)).toEqual(['PAY-b one_time posted 800', 'PAY-a scheduled pending 800']);
  });

  it('show a debit that came back before it settled without a reversal, where it came back', () => {
    const rows = {
      steps: [opened, step('settle-debit:9', 3, -100)],
      payments: [payment('a', { state: 'returned' }), payment('c', { state: 'posted' })],
      debits: [
        debit('a', '1', { state: 'returned', returned_on: addDays(DAY, 1) }),
        debit('c', '9', { state: 'settled' }),
      ],
    };
    expect(told(rows)).toEqual(['PAY-a scheduled returned 1000', 'PAY-c scheduled posted 900']);
  });

  it('show a debit that settled, came back, and was paid when it was presented again', () => {
    const rows = {
      steps: [opened, step('settle-debit:1', 1, -100), step('return-debit:1', 3, 100), step('settle-debit:2', 6, -100)],
      payments: [payment('a', { state: 'posted' })],
      debits: [
        debit('a', '1', { state: 'returned', returned_on: addDays(DAY, 3) }),
        debit('a', '2', { state: 'settled' }),
      ],
    };
    expect(told(rows)).toEqual([
      'PAY-a-1 scheduled returned 900',
      'PAY-a-1-reversal reversal posted 1000',
      'PAY-a scheduled posted 900',
    ]);
  });

  it('take a fee into the balance of what comes after it, and not of what came before', () => {
    const fee: BalanceStep = { ...step('assess-late-fee:F', 2, 5), kind: 'LateFeeAssessed' };
    const rows = {
      steps: [opened, step('settle-debit:1', 1, -100), fee, step('settle-debit:2', 3, -100)],
      payments: [payment('a', { state: 'posted' }), payment('b', { state: 'posted', number: 2 })],
      debits: [debit('a', '1', { state: 'settled' }), debit('b', '2', { state: 'settled' })],
    };
    expect(told(rows)).toEqual(['PAY-a scheduled posted 900', 'PAY-b scheduled posted 805']);
  });

  it('owe nothing after the goods were bought, though the rest is forgone by an entry of its own', () => {
    const forgone: BalanceStep = { ...step(`forgo-rent:${LEASE}`, 2, -700), kind: 'RentForgone' };
    const bought = { kind: 'buyout', method: 'card', state: 'posted' } as const;
    const rows = { steps: [opened, step('take-payment:PAY-b', 2, -300), forgone], payments: [payment('b', bought)] };
    expect(told(rows)).toEqual(['PAY-b buyout posted 0']);
    const dayAfter = { ...forgone, at: at(3) };
    expect(told({ ...rows, steps: [...rows.steps.slice(0, 2), dayAfter] })).toEqual(['PAY-b buyout posted 700']);
  });

  it('show the account each debit went to', () => {
    const rows = {
      payments: [payment('a'), payment('b')],
      debits: [debit('a', '1'), debit('b', '2', { account_id: '9999' })],
    };
    expect(linesOf(rows).map(({ method }) => method.last4)).toEqual(['4321', '9999']);
  });

  it('show a card payment of a later day, and one that was called off, with nothing posted', () => {
    const rows = {
      steps: [opened],
      payments: [
        payment('a', { kind: 'one_time', method: 'card', due_on: null, pay_on: addDays(DAY, 9) }),
        payment('b', { kind: 'one_time', method: 'card', due_on: null, pay_on: addDays(DAY, 8), state: 'cancelled' }),
      ],
    };
    expect(told(rows)).toEqual(['PAY-b one_time cancelled 1000', 'PAY-a one_time pending 1000']);
    expect(linesOf(rows).map(({ dueOn, postedOn }) => [dueOn, postedOn])).toEqual([
      [addDays(DAY, 8), null],
      [addDays(DAY, 9), null],
    ]);
  });

  it('end with the ledger’s balance when the newest entry is a payment, however many there are', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(amounts, (paid) => {
        const total = paid.reduce((sum, amount) => sum + amount, 0);
        const payments = paid.map((_, index) => payment(`${index}`, { state: 'posted', number: index + 1 }));
        const debits = paid.map((_, index) => debit(`${index}`, `${index}`, { state: 'settled' }));
        const steps = [
          step(`open-lease:${LEASE}`, 0, total),
          ...paid.map((cents, index) => step(`settle-debit:${index}`, index + 1, -cents)),
        ];
        const lines = linesOf({ payments, debits, steps });
        expect(lines.map(({ number }) => number)).toEqual(paid.map((_, index) => index + 1));
        expect(lines.at(-1)?.balanceAfterCents).toBe(0);
        lines.slice(1).forEach((line, index) => {
          expect((lines[index]?.balanceAfterCents ?? 0) - line.balanceAfterCents).toBe(paid[index + 1]);
        });
      }),
    );
  });

  it('have no balance before there is a lease to owe for', () => {
    const early = payment('a', { kind: 'one_time', method: 'card', state: 'cancelled', pay_on: DAY, due_on: null });
    const later = { ...step('open-lease:x', 9, 5), at: instant(Date.parse('2030-01-01')) };
    expect(linesOf({ payments: [early], steps: [later] })[0]?.balanceAfterCents).toBe(0);
  });
});
