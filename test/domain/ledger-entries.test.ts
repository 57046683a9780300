import fc from 'fast-check';
import type { Instant } from '../../domain/calendar-date';
import { cents, ZERO_CENTS } from '../../domain/cents';
import type { AccountCode } from '../../domain/chart-of-accounts';
import { leaseId, merchantId } from '../../domain/ids';
import { balanceCents, type JournalEntry, journalEntry, type Turnover } from '../../domain/ledger';
import { initialPaymentCaptured, initialPaymentRefunded, leaseFunded } from '../../domain/ledger-entries';

const about = {
  leaseId: leaseId('1002003001'),
  merchantId: merchantId('M-1'),
  occurredAt: '2026-11-24T20:14:38.000Z' as Instant,
};

/** domain.md worked example A. */
const EXAMPLE_A = {
  ...about,
  invoiceTotalCents: cents(100_000),
  totalToOwnCents: cents(200_000),
  initialPaymentCents: cents(4_900),
};

const capture = { ...about, round: 1, amountCents: cents(4_900) };

function balancesOf(entries: readonly JournalEntry[]): Partial<Record<AccountCode, number>> {
  const turnovers = new Map<AccountCode, Turnover>();
  for (const { account, side, amountCents } of entries.flatMap(({ postings }) => postings)) {
    const { debitsCents, creditsCents } = turnovers.get(account) ?? {
      debitsCents: ZERO_CENTS,
      creditsCents: ZERO_CENTS,
    };
    turnovers.set(account, {
      debitsCents: cents(debitsCents + (side === 'debit' ? amountCents : 0)),
      creditsCents: cents(creditsCents + (side === 'credit' ? amountCents : 0)),
    });
  }
  return Object.fromEntries([...turnovers].map(([account, turnover]) => [account, balanceCents(account, turnover)]));
}

describe('the entries of a lease', () => {
  it('hold the captured initial payment for the customer until Funded', () => {
    expect(balancesOf([initialPaymentCaptured(capture)])).toEqual({
      card_clearing: 4_900,
      refundable_initial_payments: 4_900,
    });
  });

  it('give all of it back when the order is cancelled', () => {
    expect(balancesOf([initialPaymentCaptured(capture), initialPaymentRefunded(capture)])).toEqual({
      card_clearing: 0,
      refundable_initial_payments: 0,
    });
  });

  it('stand at Funded as example A says, with the initial payment the first of what the customer pays', () => {
    expect(balancesOf([initialPaymentCaptured(capture), ...leaseFunded(EXAMPLE_A)])).toEqual({
      card_clearing: 4_900,
      refundable_initial_payments: 0,
      leased_merchandise: 100_000,
      merchant_payable: 100_000,
      customer_balance: 195_100,
      rent_to_be_earned: 200_000,
    });
  });

  it('of a program without initial payment open the lease with the whole total to own', () => {
    const opened = leaseFunded({ ...EXAMPLE_A, initialPaymentCents: ZERO_CENTS });
    expect(balancesOf(opened)).toMatchObject({ customer_balance: 200_000, rent_to_be_earned: 200_000 });
    expect(balancesOf(opened)).not.toHaveProperty('refundable_initial_payments');
  });

  it('refuse to record a capture of nothing', () => {
    const nothing = { ...capture, amountCents: ZERO_CENTS };
    expect(() => initialPaymentCaptured(nothing)).toThrow(expect.objectContaining({ code: 'ENTRY_UNBALANCED' }));
  });

  it('are named after lease and round, so that one event is posted once and two rounds are two events', () => {
    const again = { ...capture, round: 2 };
    const entries = [initialPaymentCaptured(capture), initialPaymentRefunded(capture), initialPaymentCaptured(again)];
    expect([...entries, ...leaseFunded(EXAMPLE_A)].map(({ key, kind }) => `${kind} ${key}`)).toEqual([
      'InitialPaymentCaptured capture-initial-payment:1002003001:1',
      'InitialPaymentRefunded refund-initial-payment:1002003001:1',
      'InitialPaymentCaptured capture-initial-payment:1002003001:2',
      'MerchantFunded fund-merchant:1002003001',
      'LeaseOpened open-lease:1002003001',
    ]);
  });

  it('carry the time of the event, the lease and the merchant', () => {
    const entries = [initialPaymentCaptured(capture), initialPaymentRefunded(capture), ...leaseFunded(EXAMPLE_A)];
    for (const entry of entries) expect(entry).toMatchObject(about);
  });

  it('balance one by one, and hold no initial payment in the end, for any amounts and any number of cancelled rounds', () => {
    const money = fc.integer({ min: 1, max: 10_000_000 }).map(cents);
    fc.assert(
      fc.property(fc.array(money, { minLength: 1, maxLength: 6 }), money, money, (rounds, invoice, more) => {
        const initialPaymentCents = rounds.at(-1) ?? ZERO_CENTS;
        const totalToOwnCents = cents(invoice + more);
        const entries = rounds.flatMap((amountCents, index) => {
          const event = { ...about, round: index + 1, amountCents };
          const isLast = index === rounds.length - 1;
          return [initialPaymentCaptured(event), ...(isLast ? [] : [initialPaymentRefunded(event)])];
        });
        entries.push(...leaseFunded({ ...about, invoiceTotalCents: invoice, totalToOwnCents, initialPaymentCents }));

        for (const entry of entries) expect(journalEntry(entry)).toBe(entry);
        expect(balancesOf(entries)).toEqual({
          card_clearing: initialPaymentCents,
          refundable_initial_payments: 0,
          leased_merchandise: invoice,
          merchant_payable: invoice,
          customer_balance: totalToOwnCents - initialPaymentCents,
          rent_to_be_earned: totalToOwnCents,
        });
      }),
    );
  });
});
