import { type Cents, cents, sumCents, ZERO_CENTS } from '../cents';

/** $99,999,999.99: what the amount field of one ACH entry can hold (domain.md 5.1). */
export const MAX_ENTRY_CENTS: Cents = cents(9_999_999_999);

/** What a run takes of one merchant's lines, in US cents. */
export interface TakenSums {
  /** invoices of the leases that were Funded; never negative */
  grossCents: Cents;
  /** returns, price adjustments and fees; never positive */
  adjustmentsCents: Cents;
  /** what earlier runs left, and what the bank gave back; signed */
  carryInCents: Cents;
}

export interface NetFunding extends TakenSums {
  /** what the merchant is paid; never negative, never more than one entry can hold */
  paidCents: Cents;
  /** what the next run starts from; negative: the merchant owes it */
  carryOutCents: Cents;
}

/**
 * Nets one merchant for one run (domain.md 3.10): what is positive is paid, what is not is carried, and what exceeds
 * one entry is carried too, since a merchant has one entry a run. Nothing is lost:
 * gross + adjustments + carry in = paid + carry out.
 *
 * @throws LeaseError AMOUNT_OUT_OF_RANGE when the sum leaves the range of money
 */
export function netFunding(taken: TakenSums): NetFunding {
  const { grossCents, adjustmentsCents, carryInCents } = taken;
  const netCents = sumCents([grossCents, adjustmentsCents, carryInCents]);
  const paidCents = cents(Math.min(Math.max(netCents, ZERO_CENTS), MAX_ENTRY_CENTS));
  return { ...taken, paidCents, carryOutCents: cents(netCents - paidCents) };
}
