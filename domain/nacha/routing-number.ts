const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7];
const ZERO = 48;

/** First two digits in use: the Federal Reserve's districts, thrifts, electronic numbers, travellers' cheques. */
const PREFIX = /^(?:0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/;

/**
 * The ninth digit of a routing number (domain.md 5.1: weights 3 7 1 3 7 1 3 7, complement to ten).
 * It finds every single wrong digit, because each weight has an inverse modulo ten.
 *
 * @param digits text whose first eight characters are digits
 */
export function checkDigit(digits: string): number {
  let sum = 0;
  for (let at = 0; at < WEIGHTS.length; at += 1) sum += (WEIGHTS[at] ?? 0) * (digits.charCodeAt(at) - ZERO);
  return (10 - (sum % 10)) % 10;
}

const NINE_DIGITS = /^\d{9}$/;

/** Nine digits, the last of which is the check digit of the others: all that a file's own arithmetic can tell. */
export function hasCheckDigit(digits: string): boolean {
  return NINE_DIGITS.test(digits) && digits.charCodeAt(8) - ZERO === checkDigit(digits);
}

/** A routing number as the American Bankers Association hands them out: check digit and a prefix that is in use. */
export function isRoutingNumber(digits: string): boolean {
  return hasCheckDigit(digits) && PREFIX.test(digits);
}
