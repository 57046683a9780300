import fc from 'fast-check';
import type { Instant } from '../../domain/calendar-date';
import { type Cents, cents, MAX_CENTS, ZERO_CENTS } from '../../domain/cents';
import { type AccountCode, CHART_OF_ACCOUNTS } from '../../domain/chart-of-accounts';
import { leaseId, merchantId } from '../../domain/ids';
import { balanceCents, type JournalEntry, journalEntry, type Posting, reverse } from '../../domain/ledger';

const at = (text: string): Instant => text as Instant;

const entryOf = (...postings: Posting[]): JournalEntry => ({
  key: 'fund-merchant:1002003001',
  kind: 'MerchantFunded',
  leaseId: leaseId('1002003001'),
  merchantId: merchantId('M-1'),
  occurredAt: at('2026-11-24T20:14:38.000Z'),
  postings,
});

const debit = (amountCents: number): Posting => ({
  account: 'leased_merchandise',
  side: 'debit',
  amountCents: amountCents as Cents,
});
const credit = (amountCents: number): Posting => ({
  ...debit(amountCents),
  account: 'merchant_payable',
  side: 'credit',
});

const accounts = Object.keys(CHART_OF_ACCOUNTS) as AccountCode[];
const amount = fc.integer({ min: 1, max: 1_000_000 });

/** Any entry that balances: some debits, and credits that split their sum. */
const balancedEntry = fc
  .array(fc.record({ amountCents: amount, to: fc.constantFrom(...accounts), from: fc.constantFrom(...accounts) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((moves) =>
    moves.flatMap(({ amountCents, to, from }): Posting[] => [
      { account: to, side: 'debit', amountCents: cents(amountCents) },
      { account: from, side: 'credit', amountCents: cents(amountCents) },
    ]),
  )
  .map((postings) => entryOf(...postings));

function netByAccount(entries: readonly JournalEntry[]): Map<AccountCode, number> {
  const net = new Map<AccountCode, number>();
  for (const { account, side, amountCents } of entries.flatMap(({ postings }) => postings)) {
    net.set(account, (net.get(account) ?? 0) + amountCents * (side === 'debit' ? 1 : -1));
  }
  return net;
}

describe('a journal entry', () => {
  it('is taken when debits equal credits, on however many lines', () => {
    const entry = entryOf(debit(70_000), debit(30_000), credit(100_000));
    expect(journalEntry(entry)).toEqual(entry);
  });

  it.each([
    ['one cent is missing', [debit(100_000), credit(99_999)]],
    ['one side is empty', [debit(100_000)]],
    ['there is nothing to post', []],
    ['a line is zero', [debit(100), credit(100), debit(0)]],
    ['both sides are zero', [debit(0), credit(0)]],
    ['a negative line hides on the wrong side', [debit(100), debit(-100), credit(50), credit(-50)]],
    ['negative lines make up for a positive one', [debit(100), credit(150), credit(-50)]],
  ])('is refused when %s', (_why, postings) => {
    expect(() => journalEntry(entryOf(...postings))).toThrow(expect.objectContaining({ code: 'ENTRY_UNBALANCED' }));
  });

  it('is refused when its sum leaves the range of money', () => {
    const postings = [debit(MAX_CENTS), debit(1), credit(MAX_CENTS), credit(1)];
    expect(() => journalEntry(entryOf(...postings))).toThrow(expect.objectContaining({ code: 'AMOUNT_OUT_OF_RANGE' }));
  });

  it('and any cent moved within it do not pass together', () => {
    fc.assert(
      fc.property(balancedEntry, fc.nat(), amount, (entry, place, moreCents) => {
        const index = place % entry.postings.length;
        const tampered = entry.postings.map((line, at) =>
          at === index ? { ...line, amountCents: cents(line.amountCents + moreCents) } : line,
        );
        expect(() => journalEntry(entryOf(...tampered))).toThrow(expect.objectContaining({ code: 'ENTRY_UNBALANCED' }));
      }),
    );
  });
});

describe('a reversal', () => {
  const undoing = {
    key: 'undo:1',
    kind: 'InitialPaymentRefunded',
    occurredAt: at('2026-11-25T00:00:00.000Z'),
  } as const;

  it('leaves every account where it was before', () => {
    fc.assert(
      fc.property(balancedEntry, (entry) => {
        const net = netByAccount([entry, reverse(entry, undoing)]);
        expect([...net.values()].every((cents) => cents === 0)).toBe(true);
      }),
    );
  });

  it('is an event of its own: another key, kind and time, the same lease', () => {
    const entry = entryOf(debit(100), credit(100));
    expect(reverse(entry, undoing)).toMatchObject({ ...undoing, leaseId: entry.leaseId, merchantId: entry.merchantId });
  });

  it('never touches the entry it reverses', () => {
    const entry = entryOf(debit(100), credit(100));
    reverse(entry, undoing);
    expect(entry).toEqual(entryOf(debit(100), credit(100)));
  });
});

describe('a balance', () => {
  const turnover = { debitsCents: cents(300), creditsCents: cents(100) };

  it('is debits minus credits on a debit account, and the other way round on a credit account', () => {
    expect(balanceCents('customer_balance', turnover)).toBe(200);
    expect(balanceCents('merchant_payable', turnover)).toBe(-200);
  });

  it('of equal sides is zero, never minus zero', () => {
    const even = { debitsCents: ZERO_CENTS, creditsCents: ZERO_CENTS };
    expect(balanceCents('merchant_payable', even)).toBe(0);
    expect(balanceCents('customer_balance', even)).toBe(0);
  });
});
