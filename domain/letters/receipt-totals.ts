import type { Language } from '../agreement/agreement-document';
import { moneyText } from '../agreement/money-text';
import { type Cents, cents } from '../cents';
import type { LeasePricing } from '../pricing';
import type { LetterBlock } from './letter';

interface TotalsWords {
  totalToOwn: string;
  paid: string;
  payToTerm: string;
  earlyPurchase: string;
}

const WORDS: Readonly<Record<Language, TotalsWords>> = {
  en: {
    totalToOwn: 'Total to own',
    paid: 'Paid so far',
    payToTerm: 'Left to pay to own the goods by making every payment',
    earlyPurchase: 'Or to own them at once by early purchase, on this day',
  },
  es: {
    totalToOwn: 'Costo total para ser propietario',
    paid: 'Pagado hasta ahora',
    payToTerm: 'Por pagar para ser propietario haciendo todos los pagos',
    earlyPurchase: 'O para serlo de inmediato por compra anticipada, en este día',
  },
};

/**
 * What stands on a receipt beside the sum that was paid: the total to own always, and in New York both ways to own the
 * goods, by term and by early purchase (domain.md 3.4, Personal Property Law 504).
 *
 * @param paidCents all that was paid toward the total so far
 * @param earlyPurchaseCents the price of that day, US cents; shown only where the governing state asks for it
 */
export function receiptTotals(
  { totalToOwnCents }: LeasePricing,
  { paidCents, earlyPurchaseCents }: { paidCents: Cents; earlyPurchaseCents: Cents },
  { state, language }: { state: string; language: Language },
): LetterBlock {
  const words = WORDS[language];
  const leftCents = cents(totalToOwnCents - paidCents);
  const rows: (readonly [string, string])[] = [
    [words.totalToOwn, moneyText(totalToOwnCents)],
    [words.paid, moneyText(paidCents)],
    [words.payToTerm, moneyText(leftCents)],
  ];
  // Buying early never costs more than the payments that remain.
  const earlyCents = cents(Math.min(earlyPurchaseCents, leftCents));
  if (state === 'NY') rows.push([words.earlyPurchase, moneyText(earlyCents)]);
  return { kind: 'facts', rows };
}
