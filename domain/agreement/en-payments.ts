import type { PayFrequency } from '../program';
import type { AgreementFigures } from './agreement-figures';
import { sentences } from './sentences';

/** How often, in English: as an adverb, and as the length of one period. */
export const EVERY: Readonly<Record<PayFrequency, { adverb: string; period: string }>> = {
  weekly: { adverb: 'every week', period: 'one week' },
  biWeekly: { adverb: 'every two weeks', period: 'two weeks' },
  semiMonthly: { adverb: 'twice a month', period: 'half a month' },
  monthly: { adverb: 'every month', period: 'one month' },
};

/** `25 lease payments of $75.04 and a last one of $75.00`. */
export function paymentAmounts(f: AgreementFigures): string {
  const count = f.numberOfPayments;
  if (count === 1) return `one lease payment of ${f.lastPayment}`;
  if (f.payment === f.lastPayment) return `${count} lease payments of ${f.payment}`;
  const level = count === 2 ? 'one lease payment' : `${count - 1} lease payments`;
  return `${level} of ${f.payment} and a last one of ${f.lastPayment}`;
}

/** The clause on payments: how many, how often, of how much, and what they come to (domain.md 3.2). */
export function paymentsText(f: AgreementFigures): string {
  const payments = f.numberOfPayments === 1 ? '1 lease payment' : `${f.numberOfPayments} lease payments`;
  return sentences(
    `You make ${payments}, ${EVERY[f.payFrequency].adverb}: ${paymentAmounts(f)}.`,
    `With the initial payment of ${f.initialPayment} the total to own is ${f.totalToOwn}.`,
  );
}
