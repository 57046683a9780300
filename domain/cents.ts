import { LeaseError } from './errors';

/** An amount of money: integer US cents, within ±`MAX_CENTS`. Made by {@link cents} and by nothing else. */
export type Cents = number & { readonly __unit: 'US cents' };

/** $9,999,999,999.99: the most an ACH batch total can hold (domain.md 5.3), far below 2^53. */
export const MAX_CENTS = 999_999_999_999;

/**
 * The one constructor of money.
 *
 * @param amount integer US cents, may be negative
 * @throws LeaseError AMOUNT_OUT_OF_RANGE when `amount` is not an integer or beyond ±`MAX_CENTS`
 */
export function cents(amount: number): Cents {
  if (!Number.isInteger(amount) || Math.abs(amount) > MAX_CENTS) {
    throw new LeaseError('AMOUNT_OUT_OF_RANGE', `${amount} is not a whole number of cents within ±${MAX_CENTS}`);
  }
  return amount as Cents;
}

export const ZERO_CENTS: Cents = cents(0);

/**
 * Sums amounts; the sum is again checked money.
 * @throws LeaseError AMOUNT_OUT_OF_RANGE when the total leaves the range of money
 */
export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total: number, amount) => total + amount, 0));
}
