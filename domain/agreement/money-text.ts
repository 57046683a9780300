import type { Cents } from '../cents';

/**
 * Money as a customer in the United States reads it, in either language: `$1,234.56`, `-$0.05`.
 * Text is built from the digits: no `Intl`, whose output depends on the machine and would change the agreement's hash.
 *
 * @param amountCents integer cents, any sign
 */
export function moneyText(amountCents: Cents): string {
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const dollars = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amountCents < 0 ? '-' : ''}$${dollars}.${digits.slice(-2)}`;
}

/**
 * A share as text: 500 → `5%`, 375 → `3.75%`.
 * @param shareBps basis points, not negative
 */
export function percentText(shareBps: number): string {
  const digits = String(shareBps).padStart(3, '0');
  const fraction = digits.slice(-2).replace(/0+$/, '');
  return `${digits.slice(0, -2)}${fraction === '' ? '' : `.${fraction}`}%`;
}
