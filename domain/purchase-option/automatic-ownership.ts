import type { CalendarDate } from '../calendar-date';
import { stateTerms } from '../agreement/state-terms';
import { accountOn, allCredit } from './account';
import type { PurchaseFacts } from './purchase-facts';
import { isAtLeast, ratio, times } from './ratio';

/**
 * True when the goods are the customer's without a word: in Ohio, once half of all payments made, the initial payment
 * included, is as much as the cash price (Ohio Revised Code 1351.06, domain.md 3.4).
 */
export function isOwnedByLaw(facts: PurchaseFacts, asOfOn: CalendarDate): boolean {
  if (stateTerms(facts.state).earlyPurchase !== 'OH') return false;
  const half = times(allCredit(accountOn(facts, asOfOn)), ratio(1, 1, 2));
  return isAtLeast(half, ratio(facts.cashPriceCents));
}
