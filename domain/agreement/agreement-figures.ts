import { addDays, type CalendarDate } from '../calendar-date';
import { cents } from '../cents';
import { lateFeeCents, lateFeeRule } from '../late-fee-rules';
import type { PayFrequency } from '../program';
import type { AgreementInput } from './agreement-document';
import { addCalendarMonths, dateText } from './date-text';
import { moneyText, percentText } from './money-text';
import { stateName } from './state-names';
import {
  CALIFORNIA_PURCHASE_MONTHS,
  FIRST_PURCHASE_DAYS,
  LATER_PURCHASE_SHARE_BPS,
  type StateTerms,
  stateTerms,
} from './state-terms';

/** The governing state's late fee, worked out for this lease's own payments. */
export interface LateFeeFigures {
  fromDaysLate: number;
  share: string;
  minimum: string;
  cap?: string;
  onPayment: string;
  onLastPayment: string;
}

/**
 * Every figure the words need, already as text in the language: no sentence formats money or dates by itself, so none
 * can show a rounded or foreign one.
 */
export interface AgreementFigures {
  leaseId: string;
  lessor: string;
  lessorAddress: string;
  merchant: string;
  store: string;
  state: string;
  terms: StateTerms;
  agreementOn: string;
  cashPrice: string;
  costOfLease: string;
  totalToOwn: string;
  initialPayment: string;
  payment: string;
  lastPayment: string;
  numberOfPayments: number;
  payFrequency: PayFrequency;
  termMonths: number;
  /** cash price less the initial payment: what California's option costs on the day of signing */
  cashPriceLessInitialPayment: string;
  ninetyDayBuyout: string;
  laterPurchaseShare: string;
  /** last day of the first early purchase if the goods came on `agreementOn` (California: if signed then) */
  firstPurchaseUntil: string;
  firstDueOn: string;
  lastDueOn: string;
  lateFee: LateFeeFigures | undefined;
}

/**
 * Turns the input into the text of its figures.
 * @param input amounts in cents; `estimatedPayments` has at least one payment
 */
export function agreementFigures(input: AgreementInput): AgreementFigures {
  const { pricing, language, lessor, merchant, estimatedPayments } = input;
  const terms = stateTerms(input.governingState);
  const dateOf = (date: CalendarDate | undefined) => (date === undefined ? '' : dateText(date, language));
  return {
    leaseId: input.leaseId,
    lessor: lessor.name,
    lessorAddress: (lessor.address ?? []).join(', '),
    merchant: merchant.name,
    store: merchant.storeName,
    state: stateName(input.governingState, language),
    terms,
    agreementOn: dateOf(input.agreementOn),
    cashPrice: moneyText(pricing.cashPriceCents),
    costOfLease: moneyText(pricing.costOfLeaseCents),
    totalToOwn: moneyText(pricing.totalToOwnCents),
    initialPayment: moneyText(pricing.initialPaymentCents),
    payment: moneyText(pricing.paymentCents),
    lastPayment: moneyText(pricing.lastPaymentCents),
    numberOfPayments: pricing.numberOfPayments,
    payFrequency: pricing.payFrequency,
    termMonths: input.termMonths,
    cashPriceLessInitialPayment: moneyText(cents(pricing.cashPriceCents - pricing.initialPaymentCents)),
    ninetyDayBuyout: moneyText(pricing.ninetyDayBuyoutCents),
    laterPurchaseShare: percentText(LATER_PURCHASE_SHARE_BPS),
    firstPurchaseUntil: dateOf(firstPurchaseUntilOn(input.agreementOn, terms)),
    firstDueOn: dateOf(estimatedPayments[0]?.dueOn),
    lastDueOn: dateOf(estimatedPayments.at(-1)?.dueOn),
    lateFee: lateFeeFigures(input),
  };
}

function firstPurchaseUntilOn(startOn: CalendarDate, terms: StateTerms): CalendarDate {
  return terms.earlyPurchase === 'CA'
    ? addCalendarMonths(startOn, CALIFORNIA_PURCHASE_MONTHS)
    : addDays(startOn, FIRST_PURCHASE_DAYS);
}

function lateFeeFigures({ governingState, pricing }: AgreementInput): LateFeeFigures | undefined {
  const rule = lateFeeRule(governingState);
  if (rule === undefined) return undefined;
  const { payFrequency, paymentCents, lastPaymentCents } = pricing;
  return {
    fromDaysLate: rule.feeFromDaysLate[payFrequency],
    share: percentText(rule.percentBps),
    minimum: moneyText(rule.minCents[payFrequency]),
    ...(rule.capCents === undefined ? {} : { cap: moneyText(rule.capCents) }),
    onPayment: moneyText(lateFeeCents(rule, payFrequency, paymentCents)),
    onLastPayment: moneyText(lateFeeCents(rule, payFrequency, lastPaymentCents)),
  };
}
