import { z } from 'zod';
import { MAX_CENTS } from '../../domain/cents';
import { ITEM_CATEGORIES } from '../../domain/invoice';
import { UsState } from './identity';
import { leaseWith } from './lease';
import { amount } from './money';
import { Pricing } from './pricing';
import { code, text } from './text';

const LINES_MAX = 100;
const QUANTITY_MAX = 9_999;
/** So that price × quantity is always money; more than a million dollars for one thing is a typing error. */
const PRICE_EACH_MAX_CENTS = Math.floor(MAX_CENTS / QUANTITY_MAX);

/** So that the sum of all lines is always money. */
const LINE_TOTAL_MAX_CENTS = Math.floor(MAX_CENTS / LINES_MAX);

const Line = z.strictObject({
  lineNumber: z.int().min(1).max(QUANTITY_MAX),
  sku: code(64),
  description: text(200),
  category: z.enum(ITEM_CATEGORIES),
  quantity: z.int().min(1).max(QUANTITY_MAX),
  priceEachCents: amount(0, PRICE_EACH_MAX_CENTS),
  lineTotalCents: amount(0, LINE_TOTAL_MAX_CENTS),
});

/** Whether numbers repeat or sums are wrong is judged by the lease, which names it (DUPLICATE_LINE, …). */
export const InvoiceBody = z.strictObject({
  invoiceNumber: text(35),
  invoiceTotalCents: amount(1),
  deliveryState: UsState.optional(),
  lines: z.array(Line).min(1).max(LINES_MAX),
});

export const InvoiceAnswer = leaseWith({
  pricing: Pricing,
  signingUrl: z.string().meta({ description: 'For the customer only; dead once the invoice changes' }),
}).meta({ id: 'LeaseInContracts' });
