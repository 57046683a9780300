import { onOrNextBankingDay } from '../banking-calendar';
import { addDays, type CalendarDate } from '../calendar-date';
import { cents, type Cents, sumCents } from '../cents';
import { type Account, accountOn } from './account';
import { type BreakdownLine, type Offer, offersOf, type PurchaseFormula } from './offers';
import type { PurchaseFacts } from './purchase-facts';

export interface PurchaseQuote {
  amountCents: Cents;
  formula: PurchaseFormula;
  /** adds up to `amountCents` */
  breakdown: BreakdownLine[];
  /** the last day on which this amount holds if nothing unforeseen is paid */
  goodThroughOn: CalendarDate;
  /** everything paid so far, initial payment and fees included */
  paidCents: Cents;
  /** what is still to pay if all payments are made as scheduled, open fees included */
  payToTermCents: Cents;
}

/**
 * What the customer pays on a day to own the goods at once (domain.md 3.4): the cheapest price that contract and law
 * give, with open late fees, never below zero and never above the payments that remain.
 *
 * @param asOfOn local date of the store
 * @throws LeaseError AMOUNT_OUT_OF_RANGE when the facts are beyond the range of money
 */
export function quotePurchase(facts: PurchaseFacts, asOfOn: CalendarDate): PurchaseQuote {
  const account = accountOn(facts, asOfOn);
  const { offer, breakdown, amountCents } = cheapest(account);
  return {
    amountCents,
    formula: offer.formula,
    breakdown,
    goodThroughOn: goodThroughOn(account, offer),
    paidCents: sumCents([facts.initialPaymentCents, account.rentPaidCents, facts.paidFeesCents]),
    payToTermCents: sumCents([account.remainingCents, facts.openFeesCents]),
  };
}

interface Priced {
  offer: Offer;
  breakdown: BreakdownLine[];
  amountCents: Cents;
}

function cheapest(account: Account): Priced {
  const [first, ...others] = offersOf(account).map((offer) => priced(account, offer));
  if (first === undefined) throw new Error('every state gives at least one price');
  return others.reduce((best, each) => (each.amountCents < best.amountCents ? each : best), first);
}

function priced({ facts, remainingCents }: Account, offer: Offer): Priced {
  const fees = { label: 'Late fees due', amountCents: facts.openFeesCents };
  const lines = [...offer.lines, ...(fees.amountCents > 0 ? [fees] : [])];
  const fullCents = sumCents(lines.map(({ amountCents }) => amountCents));
  const amountCents = cents(Math.max(0, Math.min(fullCents, remainingCents)));
  const label = fullCents < 0 ? 'Never below nothing' : 'Never above the lease payments that remain';
  const limit = { label, amountCents: cents(amountCents - fullCents) };
  return { offer, amountCents, breakdown: limit.amountCents === 0 ? lines : [...lines, limit] };
}

/** Until the formula ends, or the day before the account next changes by itself. */
function goodThroughOn({ facts, asOfOn, pastDue, toCome }: Account, { untilOn }: Offer): CalendarDate {
  const changesOn = [...pastDue, ...toCome].flatMap(({ dueOn }) => [dueOn, onOrNextBankingDay(dueOn)]);
  const ahead = [...changesOn, ...facts.expectedOn].filter((date) => date >= asOfOn).map((date) => addDays(date, -1));
  const last = [...ahead, ...(untilOn === undefined ? [] : [untilOn])].sort()[0];
  return last === undefined || last < asOfOn ? asOfOn : last;
}
