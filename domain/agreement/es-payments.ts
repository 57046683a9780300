import type { PayFrequency } from '../program';
import type { AgreementFigures } from './agreement-figures';
import { sentences } from './sentences';

/** How often, in Spanish: as an adverb, and as the length of one period. */
export const EVERY: Readonly<Record<PayFrequency, { adverb: string; period: string }>> = {
  weekly: { adverb: 'cada semana', period: 'una semana' },
  biWeekly: { adverb: 'cada dos semanas', period: 'dos semanas' },
  semiMonthly: { adverb: 'dos veces al mes', period: 'medio mes' },
  monthly: { adverb: 'cada mes', period: 'un mes' },
};

/** `25 pagos de arrendamiento de $75.04 y un último pago de $75.00`. */
export function paymentAmounts(f: AgreementFigures): string {
  const count = f.numberOfPayments;
  if (count === 1) return `un pago de arrendamiento de ${f.lastPayment}`;
  if (f.payment === f.lastPayment) return `${count} pagos de arrendamiento de ${f.payment}`;
  const level = count === 2 ? 'un pago de arrendamiento' : `${count - 1} pagos de arrendamiento`;
  return `${level} de ${f.payment} y un último pago de ${f.lastPayment}`;
}

/** The clause on payments: how many, how often, of how much, and what they come to (domain.md 3.2). */
export function paymentsText(f: AgreementFigures): string {
  const payments =
    f.numberOfPayments === 1 ? '1 pago de arrendamiento' : `${f.numberOfPayments} pagos de arrendamiento`;
  return sentences(
    `Usted hace ${payments}, ${EVERY[f.payFrequency].adverb}: ${paymentAmounts(f)}.`,
    `Con el pago inicial de ${f.initialPayment}, el costo total para ser propietario es de ${f.totalToOwn}.`,
  );
}
