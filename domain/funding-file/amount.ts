import { cents, MAX_CENTS, type Cents } from '../cents';

/** Digits and at most two places behind a dot; commas only where thousands are parted. No sign, no currency. */
const DECIMAL = /^(?:\d{1,13}|[1-9]\d{0,2}(?:,\d{3}){1,4})(?:\.\d{1,2})?$/;

/**
 * US cents of an amount in dollars, zero included: `1000.00`, `1000`, `1,000.5`. A comma can only have come out of a
 * quoted cell. Whole-number arithmetic throughout.
 *
 * @returns undefined for anything else: signs, exponents, `$`, a comma for a dot, digits of other scripts
 */
export function readDecimalCents(text: string): number | undefined {
  const decimal = text.trim();
  if (!DECIMAL.test(decimal)) return undefined;
  const [dollars = '', fraction = ''] = decimal.replaceAll(',', '').split('.');
  return Number(dollars) * 100 + Number(fraction.padEnd(2, '0'));
}

/** An invoice's amount: above zero, and no more than money can be. Null when the cell says no such amount. */
export function readAmount(text: string): Cents | null {
  const amountCents = readDecimalCents(text);
  return amountCents === undefined || amountCents === 0 || amountCents > MAX_CENTS ? null : cents(amountCents);
}

/**
 * Dollars as the file writes them: `1000.00`.
 * @param amountCents whole, not negative
 */
export function decimalText(amountCents: number): string {
  const digits = String(amountCents).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
