import type { CalendarDate } from './calendar-date';
import { addDays } from './calendar-date';
import { type Cents, cents, ZERO_CENTS } from './cents';
import type { PayFrequency } from './program';

/**
 * What one state allows as the late fee of one missed payment. One fee a payment, never more.
 * Rules are data so that the agreement and the daily run read the same figures.
 */
export interface LateFeeRule {
  state: string;
  /** a fee may be charged once the payment is this many days late; one day earlier it may not */
  feeFromDaysLate: Readonly<Record<PayFrequency, number>>;
  /** share of the missed payment, in basis points */
  percentBps: number;
  /** the fee when the share comes out lower */
  minCents: Readonly<Record<PayFrequency, Cents>>;
  /** the most one payment's fee may be; absent where the law caps it by the share alone */
  capCents?: Cents;
  source: string;
}

const TWO_DOLLARS = cents(200);
const THREE_DOLLARS = cents(300);
const FIVE_DOLLARS = cents(500);

/** "Not if less than 3 (7) days late" starts on day 3 (7); "more than 3 (7) days" starts on day 4 (8). */
const RULES: readonly LateFeeRule[] = [
  {
    state: 'CA',
    feeFromDaysLate: { weekly: 3, biWeekly: 7, semiMonthly: 7, monthly: 7 },
    percentBps: 500,
    minCents: { weekly: TWO_DOLLARS, biWeekly: TWO_DOLLARS, semiMonthly: TWO_DOLLARS, monthly: TWO_DOLLARS },
    capCents: FIVE_DOLLARS,
    source: 'California Civil Code 1812.626',
  },
  {
    // The statute names weekly and monthly: between them we wait as long as monthly and charge as little as weekly.
    state: 'NY',
    feeFromDaysLate: { weekly: 4, biWeekly: 8, semiMonthly: 8, monthly: 8 },
    percentBps: 1000,
    minCents: { weekly: THREE_DOLLARS, biWeekly: THREE_DOLLARS, semiMonthly: THREE_DOLLARS, monthly: FIVE_DOLLARS },
    source: 'New York Personal Property Law 501',
  },
  {
    state: 'TX',
    feeFromDaysLate: { weekly: 4, biWeekly: 4, semiMonthly: 4, monthly: 8 },
    percentBps: 500,
    minCents: { weekly: TWO_DOLLARS, biWeekly: TWO_DOLLARS, semiMonthly: TWO_DOLLARS, monthly: TWO_DOLLARS },
    capCents: FIVE_DOLLARS,
    // Known from the 2003 predecessor's text: to be read again at the source before go-live (domain.md 3.5).
    source: 'Texas Business and Commerce Code 92.055',
  },
];

/**
 * The late fee rule of the governing state (domain.md 3.5).
 *
 * @param state two-letter code of the state that governs the lease
 * @returns undefined where no late fee is charged: no source gives an amount for OH, FL, MI or any other state, and
 * api.md "Settled: money" reads silence as "no late fee"
 */
export function lateFeeRule(state: string): LateFeeRule | undefined {
  return RULES.find((rule) => rule.state === state);
}

/**
 * The fee for one missed payment: the share rounded down (it is a cap by law), not above the cap, not below the
 * minimum (domain.md 3.5, worked example D).
 *
 * @param paymentCents the scheduled amount of the missed payment, in cents
 * @returns cents; zero for a payment of nothing
 */
export function lateFeeCents(rule: LateFeeRule, payFrequency: PayFrequency, paymentCents: Cents): Cents {
  if (paymentCents <= 0) return ZERO_CENTS;
  const shareCents = Math.floor((paymentCents * rule.percentBps) / 10_000);
  const cappedCents = rule.capCents === undefined ? shareCents : Math.min(shareCents, rule.capCents);
  return cents(Math.max(cappedCents, rule.minCents[payFrequency]));
}

/**
 * The first day on which a late fee may be charged for a payment that is still unpaid.
 * @param dueOn the payment's own due date, not the rolled debit date
 */
export function lateFeeFromOn(rule: LateFeeRule, payFrequency: PayFrequency, dueOn: CalendarDate): CalendarDate {
  return addDays(dueOn, rule.feeFromDaysLate[payFrequency]);
}
