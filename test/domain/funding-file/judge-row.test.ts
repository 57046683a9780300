import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { FoundLease } from '../../../domain/funding-file/found-lease';
import { beforeTelling } from '../../../domain/funding-file/judge-row';
import type { FundingRow } from '../../../domain/funding-file/read-row';
import { storeId } from '../../../domain/ids';
import { LEASE_STATUSES, type LeaseStatus } from '../../../domain/lease-status';
import { aFoundLease, aRow } from './rows';

const judged = (found: Partial<FoundLease> = {}, row: Partial<FundingRow> = {}) =>
  beforeTelling(aRow(row), aFoundLease(found));

const codeOf = (result: ReturnType<typeof beforeTelling>): string => (result === 'tell' ? 'tell' : result.code);

const LOWER = { amountCents: cents(99_999) };
const CONTRACTLESS = { invoiceTotalCents: null, lineTotals: [] };
const FUNDED = { status: 'funded', servicingState: 'active', deliveredOn: calendarDate('2026-11-20') } as const;

describe('a row is judged before its lease hears of it', () => {
  it('and an accepted lease is told what fits it', () => {
    expect(judged()).toBe('tell');
  });

  it('as not found, with nothing else said, when the lease is unknown or another merchant has it', () => {
    expect(beforeTelling(aRow(), undefined)).toEqual({ code: 'LEASE_NOT_FOUND', detail: {} });
  });

  it.each([
    ['another store', storeId('sto_fresno')],
    ['no store', undefined],
  ])('by its store: %s', (_, namedStoreId) => {
    expect(judged({ namedStoreId })).toEqual({ code: 'STORE_MISMATCH', detail: {} });
  });

  it('by the surname of the customer', () => {
    expect(judged({}, { customerName: 'Diaz, Eva' })).toEqual({ code: 'NAME_MISMATCH', detail: {} });
    expect(judged({}, { customerName: '' })).toEqual({ code: 'NAME_MISMATCH', detail: {} });
  });

  it('in this order: store, customer, standing, amount', () => {
    const wrong = { namedStoreId: undefined, status: 'denied' } as const;
    expect(codeOf(judged(wrong, { customerName: 'Diaz', ...LOWER }))).toBe('STORE_MISMATCH');
    expect(codeOf(judged({ status: 'denied' }, { customerName: 'Diaz', ...LOWER }))).toBe('NAME_MISMATCH');
    expect(codeOf(judged({ status: 'denied' }, LOWER))).toBe('DENIED');
    expect(codeOf(judged({}, LOWER))).toBe('AMOUNT_MISMATCH');
  });

  it.each<[LeaseStatus, Partial<FoundLease>, string]>([
    ['pre_approved', CONTRACTLESS, 'NOT_SIGNED'],
    ['pending', CONTRACTLESS, 'NOT_SIGNED'],
    ['in_process', CONTRACTLESS, 'NOT_SIGNED'],
    ['approved', CONTRACTLESS, 'NOT_SIGNED'],
    ['approved', { ...CONTRACTLESS, wasCancelled: true }, 'CANCELLED'],
    ['denied', CONTRACTLESS, 'DENIED'],
    ['approval_expired', CONTRACTLESS, 'EXPIRED'],
    ['approval_expired', {}, 'EXPIRED'],
    ['contracts_expired', {}, 'EXPIRED'],
  ])('by its standing, without telling it: %s %j is %s', (status, more, code) => {
    expect(judged({ status, ...more })).toEqual({ code, detail: {} });
  });

  it.each<[LeaseStatus, Partial<FoundLease>, string]>([
    ['contracts', {}, 'NOT_SIGNED'],
    ['contracts', { isCardRefused: true }, 'NOT_OK_TO_DELIVER'],
    ['contracts', { isBlocked: true, isCardRefused: true }, 'HELD'],
    ['contracts_received', {}, 'NOT_OK_TO_DELIVER'],
    ['contracts_received', { isBlocked: true }, 'HELD'],
  ])(
    'and is told when it cannot fund but the amount is right, so that its timeline keeps it: %s',
    (status, more, code) => {
      expect(judged({ status, ...more })).toBe('tell');
      expect(judged({ status, ...more }, LOWER)).toEqual({ code, detail: {} });
    },
  );

  // Signed between our look and the telling, it would fund an amount that nobody compared.
  it.each(LEASE_STATUSES)('and is never told of another amount than its invoice: %s', (status) => {
    for (const amountCents of [null, cents(1), cents(99_999), cents(100_001)]) {
      expect(judged({ status }, { amountCents })).not.toBe('tell');
      expect(judged({ status, ...CONTRACTLESS }, { amountCents })).not.toBe('tell');
    }
    expect(judged({ status, ...CONTRACTLESS })).not.toBe('tell');
  });

  it('as held when it is accepted but blocked', () => {
    expect(judged({ isBlocked: true })).toEqual({ code: 'HELD', detail: {} });
  });
});

describe('the amount of a row', () => {
  it.each([
    [99_999, 'lower'],
    [100_001, 'higher'],
    [200_000, 'higher'],
    [1, 'lower'],
  ] as const)('of %i cents is not the invoice of 100000', (amountCents, amount) => {
    expect(judged({}, { amountCents: cents(amountCents) })).toEqual({
      code: 'AMOUNT_MISMATCH',
      detail: { expectedCents: 100_000, amount },
    });
  });

  it('that cannot be read is answered with what was expected', () => {
    const detail = { expectedCents: 100_000, amount: 'unreadable' };
    expect(judged({}, { amountCents: null })).toEqual({ code: 'AMOUNT_MISMATCH', detail });
  });

  it('that is the price of the sofa alone is a partial delivery', () => {
    expect(judged({}, { amountCents: cents(70_000) })).toEqual({
      code: 'PARTIAL_DELIVERY',
      detail: { expectedCents: 100_000, amount: 'lower' },
    });
  });
});

describe('a lease that has funded', () => {
  it('is answered with the date on record, whatever date the row has: nothing moves', () => {
    const repeat = { code: 'ALREADY_FUNDED', detail: { deliveredOn: '2026-11-20' } };
    expect(judged(FUNDED, { deliveredOn: calendarDate('2026-11-20') })).toEqual(repeat);
    expect(judged(FUNDED, { deliveredOn: calendarDate('2026-11-21') })).toEqual(repeat);
    expect(judged({ ...FUNDED, isBlocked: true })).toEqual(repeat);
  });

  it.each(['active', 'past_due', 'suspended', 'owned_by_term', 'owned_by_buyout', 'charged_off'] as const)(
    'is a repeat while it is %s',
    (servicingState) => {
      expect(codeOf(judged({ ...FUNDED, servicingState }))).toBe('ALREADY_FUNDED');
    },
  );

  it('is returned when all of its goods are, whatever the amount', () => {
    const returned = { ...FUNDED, servicingState: 'returned' } as const;
    expect(codeOf(judged(returned))).toBe('RETURNED');
    expect(codeOf(judged(returned, LOWER))).toBe('RETURNED');
  });

  it('is no repeat for another amount, not even for the price of one line', () => {
    expect(codeOf(judged(FUNDED, LOWER))).toBe('AMOUNT_MISMATCH');
    expect(codeOf(judged(FUNDED, { amountCents: cents(70_000) }))).toBe('AMOUNT_MISMATCH');
  });

  it('is a repeat for the invoice as it funded, and for what a return has left of it', () => {
    const reduced = { ...FUNDED, invoiceTotalCents: cents(70_000), fundedInvoiceCents: cents(100_000) };
    expect(codeOf(judged(reduced))).toBe('ALREADY_FUNDED');
    expect(codeOf(judged(reduced, { amountCents: cents(70_000) }))).toBe('ALREADY_FUNDED');
    expect(judged(reduced, LOWER)).toMatchObject({ detail: { expectedCents: 100_000 } });
  });
});
