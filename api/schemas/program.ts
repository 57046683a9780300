import { z } from 'zod';
import { Amount, amount } from './money';

/** Ten times the cash price: beyond it a digit too many was typed. */
const TOTAL_TO_OWN_MAX_BPS = 100_000;
/** $100,000.00: no household's order. */
const INVOICE_MAX_CENTS = 10_000_000;
const TERM_MAX_MONTHS = 60;
const PLAN_PAYMENTS_MAX_COUNT = 52;

const plans = z.strictObject({
  allowed: z.boolean(),
  maxPayments: z.int().min(0).max(PLAN_PAYMENTS_MAX_COUNT),
});

/** Below one whole the customer would own the goods for less than they cost. */
const TotalToOwnBps = z
  .int()
  .min(10_000)
  .max(TOTAL_TO_OWN_MAX_BPS)
  .meta({ description: 'Total to own ÷ cash price, in basis points: 20000 is twice the cash price' });

export const ProgramBody = z
  .strictObject({
    totalToOwnBps: TotalToOwnBps,
    initialPaymentCents: amount(1, INVOICE_MAX_CENTS),
    minInvoiceCents: amount(1, INVOICE_MAX_CENTS),
    maxInvoiceCents: amount(1, INVOICE_MAX_CENTS),
    termMonths: z.int().min(1).max(TERM_MAX_MONTHS),
    plans,
  })
  .refine(({ minInvoiceCents, maxInvoiceCents }) => minInvoiceCents <= maxInvoiceCents, {
    path: ['maxInvoiceCents'],
    params: { code: 'below_minimum' },
    message: 'must be at least minInvoiceCents',
  });

/** The program as it is from now on, for new applications. */
export const Program = z.strictObject({
  merchantId: z.string(),
  totalToOwnBps: z.int(),
  initialPaymentCents: Amount,
  minInvoiceCents: Amount,
  maxInvoiceCents: Amount,
  termMonths: z.int(),
  plans,
});
