import { cents, type Cents } from '../cents';

/** An exact amount between cents, until it is rounded once at the end. `under` is above zero. */
export interface Ratio {
  over: bigint;
  under: bigint;
}

/** `amount x numerator / denominator`, exactly; bigint, because a price times a count of payments may pass 2^53. */
export const ratio = (amount: number, numerator = 1, denominator = 1): Ratio => ({
  over: BigInt(amount) * BigInt(numerator),
  under: BigInt(denominator),
});

export function plus(one: Ratio, other: Ratio): Ratio {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under };
}

export const minus = (one: Ratio, other: Ratio): Ratio => plus(one, { ...other, over: 0n - other.over });

export function times(one: Ratio, other: Ratio): Ratio {
  return { over: one.over * other.over, under: one.under * other.under };
}

export const sumOf = (ratios: readonly Ratio[]): Ratio => ratios.reduce(plus, ratio(0));

/** True when `one` is at least as much as `other`. */
export const isAtLeast = (one: Ratio, other: Ratio): boolean => one.over * other.under >= other.over * one.under;

/**
 * To the nearest cent, half up, as every buyout is rounded (api.md "rounding").
 * @throws LeaseError AMOUNT_OUT_OF_RANGE when the amount leaves the range of money
 */
export function halfUp({ over, under }: Ratio): Cents {
  const doubled = 2n * over + under;
  const quotient = doubled / (2n * under);
  // bigint division drops toward zero; half up is the floor, below zero too.
  const isBelow = doubled < 0n && quotient * 2n * under !== doubled;
  return cents(Number(isBelow ? quotient - 1n : quotient));
}
