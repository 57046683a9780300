import type { ProgramTerms } from './program';

/** A price rule of a state that a program breaks; `rule` is a sentence for the operator. */
export interface PriceCapViolation {
  state: string;
  rule: string;
}

interface TotalCap {
  state: string;
  /** the most the total to own may be, in basis points of the cash price */
  totalToOwnMaxBps: number;
  rule: string;
}

/**
 * States that limit the total to own to a multiple of the cash price (domain.md 3.6). CA and NY write their multiple
 * of the highest cash price they would allow for the lessor's cost; ours is the invoice itself, so measuring against
 * the cash price asked is never above what they allow. A total at exactly the multiple is lawful.
 */
const TOTAL_CAPS: readonly TotalCap[] = [
  {
    state: 'CA',
    totalToOwnMaxBps: 22_500,
    rule: 'total to own at most 2.25 times the cash price (California Civil Code 1812.644)',
  },
  {
    state: 'NY',
    totalToOwnMaxBps: 22_500,
    rule: 'total to own at most 2.25 times the cash price (New York Personal Property Law 503)',
  },
  {
    state: 'OH',
    totalToOwnMaxBps: 20_000,
    rule: 'half of all payments at most the cash price: total to own 2.00 times it (Ohio Revised Code 1351.06)',
  },
];

/**
 * The price cap that a program would break if its merchant sold into a state; the caller answers PRICE_CAP_EXCEEDED.
 *
 * @param terms the program; only its multiple decides, because the total to own is rounded down
 * @param state two-letter code of the state that would govern the lease
 * @returns undefined where the state has no such cap, or the program keeps it
 */
export function priceCapViolation(terms: ProgramTerms, state: string): PriceCapViolation | undefined {
  const cap = TOTAL_CAPS.find((each) => each.state === state);
  if (cap === undefined || terms.totalToOwnBps <= cap.totalToOwnMaxBps) return undefined;
  return { state, rule: cap.rule };
}
