import { moneyText, percentText } from '../agreement/money-text';
import { addDays, type CalendarDate, daysBetween } from '../calendar-date';
import type { Cents } from '../cents';
import { lateFeeCents, type LateFeeRule, lateFeeRule } from '../late-fee-rules';
import { PAY_FREQUENCIES, type PayFrequency } from '../program';
import { US_STATES } from '../states';

/** A payment that is late where its state allows a fee. */
export interface LatePayment {
  /** two letters, the state that governs the lease */
  state: string;
  payFrequency: PayFrequency;
  /** the day it is late from: its due date, or later where a changed amount was announced for later */
  owedOn: CalendarDate;
  /** the whole scheduled amount, in cents, however much of it was paid late or in part */
  amountCents: Cents;
}

export interface AssessedFee {
  amountCents: Cents;
  daysLate: number;
  /** the rule in words, for the customer's fee breakdown */
  rule: string;
  /** the most this state lets one payment's fee be; null where only a share of the payment caps it */
  capCents: Cents | null;
}

/** Until when a payment must have been owed for its fee to be allowed by a day, state by state and frequency. */
export interface FeeWindow {
  state: string;
  payFrequency: PayFrequency;
  owedThroughOn: CalendarDate;
}

/** For SQL: a payment may bear a fee on `onDate` when it was owed by the window's day. States without a rule have none. */
export function feeWindows(onDate: CalendarDate): FeeWindow[] {
  return US_STATES.flatMap((state) => {
    const rule = lateFeeRule(state);
    if (!rule) return [];
    return PAY_FREQUENCIES.map((payFrequency) => {
      const owedThroughOn = addDays(onDate, -rule.feeFromDaysLate[payFrequency]);
      return { state, payFrequency, owedThroughOn };
    });
  });
}

/**
 * The late fee of one payment on a day (domain.md 3.5).
 *
 * @param onDate the day it is assessed
 * @returns undefined where the state has no rule or the payment is not late enough yet
 */
export function assessLateFee(late: LatePayment, onDate: CalendarDate): AssessedFee | undefined {
  const rule = lateFeeRule(late.state);
  const daysLate = daysBetween(late.owedOn, onDate);
  if (!rule || daysLate < rule.feeFromDaysLate[late.payFrequency]) return undefined;
  return {
    amountCents: lateFeeCents(rule, late.payFrequency, late.amountCents),
    daysLate,
    rule: ruleText(rule, late.payFrequency),
    capCents: rule.capCents ?? null,
  };
}

function ruleText(rule: LateFeeRule, payFrequency: PayFrequency): string {
  const atMost = rule.capCents === undefined ? '' : `, at most ${moneyText(rule.capCents)}`;
  const atLeast = `, at least ${moneyText(rule.minCents[payFrequency])}`;
  const from = `once ${rule.feeFromDaysLate[payFrequency]} days late`;
  return `${percentText(rule.percentBps)} of the payment${atLeast}${atMost}, ${from}: ${rule.source}`;
}
