import { z } from 'zod';
import { CREDIT_INVOICE_TYPES } from '../../domain/returns/credit-invoice';
import { DateOut, InstantOut } from './dates';
import { LeasePath } from './lease';
import { Amount } from './money';

export const ReturnPath = LeasePath.extend({
  returnId: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,64}$/)
    .meta({ examples: ['RET-4821907735-1'] }),
});

const CREDIT_INVOICE = {
  mediaType: z.enum(CREDIT_INVOICE_TYPES).meta({ description: 'By its content' }),
  sha256: z.string(),
  byteCount: z.int().min(1),
};

/** Newest first. */
export const ReturnList = z.strictObject({
  data: z.array(
    z.strictObject({
      returnId: z.string(),
      actionType: z.enum(['return', 'price_adjustment']),
      returnedOn: DateOut,
      creditInvoiceNumber: z.string().nullable(),
      lines: z.array(z.strictObject({ lineNumber: z.int(), quantity: z.int().optional(), amountCents: Amount })),
      merchantDebitCents: Amount,
      customerRefundCents: Amount,
      postedAt: InstantOut,
      creditInvoice: z.strictObject(CREDIT_INVOICE).nullable(),
    }),
  ),
});

export const CreditInvoice = z.strictObject({ returnId: z.string(), ...CREDIT_INVOICE, receivedAt: InstantOut });
