import { z } from 'zod';

/** First two digits of routing numbers in use: the Federal Reserve's districts, thrifts, electronic, travellers' cheques. */
const DISTRICT = /^(0[1-9]|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/;
const WEIGHTS = [3, 7, 1, 3, 7, 1, 3, 7, 1];

/** True for nine digits whose last is the ABA check digit of the others. */
export function isRoutingNumber(digits: string): boolean {
  if (!/^[0-9]{9}$/.test(digits) || !DISTRICT.test(digits)) return false;
  return [...digits].reduce((sum, digit, index) => sum + Number(digit) * (WEIGHTS[index] ?? 0), 0) % 10 === 0;
}

export const BankAccount = z.strictObject({
  routingNumber: z
    .string()
    .regex(/^[0-9]{9}$/, 'must be nine digits')
    .refine(isRoutingNumber, {
      message: 'must be a routing number with its check digit',
      params: { code: 'check_digit' },
    }),
  accountNumber: z.string().regex(/^[0-9]{4,17}$/, 'must be 4 to 17 digits'),
  accountType: z.enum(['checking', 'savings']),
});
