import type { AgreementInput } from '../agreement/agreement-document';
import { agreementFigures } from '../agreement/agreement-figures';
import { AGREEMENT_WORDS } from '../agreement/agreement';
import { dateText } from '../agreement/date-text';
import { moneyText } from '../agreement/money-text';
import { stateTerms } from '../agreement/state-terms';
import type { CalendarDate } from '../calendar-date';
import { cents, ZERO_CENTS } from '../cents';
import { lateFeeRule } from '../late-fee-rules';
import type { LeasePricing } from '../pricing';
import { californiaPriceUntilOn, contractPriceUntilOn } from '../purchase-option/deadlines';
import { FUNDED_NOTICE_WORDS } from './funded-notice-words';
import type { Letter, LetterBlock } from './letter';
import { type LetterHead, letterOf } from './letter-head';
import { type LetterPayment, scheduleTable } from './schedule-table';

export interface FundedFacts {
  head: LetterHead;
  signedOn: CalendarDate;
  deliveredOn: CalendarDate;
  /** as the agreement was made, with the price of what was delivered */
  agreement: Omit<AgreementInput, 'estimatedPayments'>;
  payments: readonly LetterPayment[];
  /** the customer lets us debit what is due */
  isAutopay: boolean;
}

/**
 * The lease has started: the whole schedule with its dates, the total to own, and how to buy early. The agreement
 * promised the final dates once the goods are delivered.
 */
export function fundedNotice(facts: FundedFacts): Letter {
  const { head, deliveredOn, agreement, payments, isAutopay } = facts;
  const words = FUNDED_NOTICE_WORDS[head.language];
  return letterOf(head, words.title, [
    { kind: 'paragraph', text: words.started(dateText(deliveredOn, head.language)) },
    amountsOf(agreement.pricing, head),
    { kind: 'heading', text: words.schedule },
    { kind: 'paragraph', text: isAutopay ? words.automatic : words.byYourself },
    scheduleTable(payments, agreement.pricing.totalToOwnCents, head.language),
    { kind: 'heading', text: words.earlyPurchase },
    { kind: 'paragraph', text: firstPrice(facts) },
    ...agreementClauses(facts),
  ]);
}

function amountsOf(pricing: LeasePricing, { language }: LetterHead): LetterBlock {
  const words = FUNDED_NOTICE_WORDS[language];
  return {
    kind: 'facts',
    rows: [
      [words.cashPrice, moneyText(pricing.cashPriceCents)],
      [words.costOfLease, moneyText(pricing.costOfLeaseCents)],
      [words.initialPayment, moneyText(pricing.initialPaymentCents)],
      [words.numberOfPayments, String(pricing.numberOfPayments)],
      [words.totalToOwn, moneyText(pricing.totalToOwnCents)],
    ],
  };
}

/** With its last day, which counts from the delivery, or in California from the signature (domain.md 3.4). */
function firstPrice({ head, signedOn, deliveredOn, agreement }: FundedFacts): string {
  const { language } = head;
  const { governingState, pricing } = agreement;
  const { earlyPurchase } = stateTerms(governingState);
  const isCalifornia = earlyPurchase === 'CA';
  const creditedCents = isCalifornia ? pricing.initialPaymentCents : ZERO_CENTS;
  const priceCents = cents(Math.max(0, pricing.ninetyDayBuyoutCents - creditedCents));
  const untilOn = isCalifornia ? californiaPriceUntilOn(signedOn) : contractPriceUntilOn(deliveredOn);
  return FUNDED_NOTICE_WORDS[language].firstPrice(moneyText(priceCents), dateText(untilOn, language), {
    hasLateFees: lateFeeRule(governingState) !== undefined,
    hasOtherPrice: !isCalifornia && earlyPurchase !== 'contract',
  });
}

/** In the words of the agreement, so that nothing is promised twice in two ways. */
function agreementClauses({ head, agreement, payments }: FundedFacts): LetterBlock[] {
  const { disclosures } = AGREEMENT_WORDS[head.language];
  const figures = agreementFigures({ ...agreement, language: head.language, estimatedPayments: payments });
  const { earlyPurchaseLater, lateFees, endingEarly } = disclosures;
  return [earlyPurchaseLater, lateFees, endingEarly].flatMap(({ heading, text }): LetterBlock[] => [
    { kind: 'subheading', text: heading },
    { kind: 'paragraph', text: text(figures) },
  ]);
}
