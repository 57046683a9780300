import type { Cents } from '../../domain/cents';

/** `$1,234.56`, as people in the US write it in English and in Spanish. */
export function dollars(amountCents: Cents): string {
  const digits = String(Math.abs(amountCents)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amountCents < 0 ? '-' : ''}$${whole}.${digits.slice(-2)}`;
}
