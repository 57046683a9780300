import { LeaseError } from './errors';
import { priceCapViolation } from './price-caps';
import { priceLease } from './pricing';
import { PAY_FREQUENCIES, type ProgramTerms } from './program';

/**
 * Refuses a program before anything is leased under it: a price that a state's law forbids where the merchant sells
 * (domain.md 3.6), or terms under which not even its largest order could be priced. An order too small for the initial
 * payment is refused by itself when it comes.
 *
 * @param terms  the program as it is to be
 * @param states two-letter codes of the states in which the merchant has a store; repeats do no harm
 * @throws LeaseError PRICE_CAP_EXCEEDED naming every state and the rule it breaks there
 * @throws LeaseError AMOUNT_TOO_SMALL, AMOUNT_OUT_OF_RANGE, PAYMENT_COUNT_OUT_OF_RANGE as {@link priceLease}
 */
export function requireLawfulProgram(terms: ProgramTerms, states: readonly string[]): void {
  const violations = [...new Set(states)].sort().flatMap((state) => priceCapViolation(terms, state) ?? []);
  if (violations.length > 0) {
    const sentences = violations.map(({ state, rule }) => `${state}: ${rule}`);
    const errors = sentences.map((detail) => ({ pointer: '/totalToOwnBps', code: 'price_cap', detail }));
    throw new LeaseError('PRICE_CAP_EXCEEDED', sentences.join('; '), { errors });
  }
  for (const payFrequency of PAY_FREQUENCIES) priceLease(terms.maxInvoiceCents, terms, payFrequency);
}
