import type { Cents } from './cents';

export const ITEM_CATEGORIES = [
  'furniture',
  'mattress',
  'appliance',
  'electronics',
  'computer',
  'jewelry',
  'tires_wheels',
  'instrument',
  'other',
  'service_plan',
  'warranty',
  'tax',
  'gift_card',
  'financing_fee',
] as const;
export type ItemCategory = (typeof ITEM_CATEGORIES)[number];

/** One line as the rules need it. What it is called (sku, description) stays in SQL. */
export interface InvoiceLine {
  lineNumber: number;
  category: ItemCategory;
  quantity: number;
  priceEachCents: Cents;
  lineTotalCents: Cents;
}

/** The order the merchant sells to the lessor, before sales tax (domain.md 0.2). */
export interface Invoice {
  invoiceTotalCents: Cents;
  /** two-letter state the goods go to; it governs the lease. Default: the customer's home state */
  deliveryState?: string;
  lines: InvoiceLine[];
}

/** A line as the agreement shows it. */
export interface InvoiceItem extends InvoiceLine {
  sku: string;
  description: string;
}

/** What a store sends, as SQL keeps it. */
export interface InvoiceContent {
  invoiceNumber: string;
  invoiceTotalCents: Cents;
  deliveryState?: string | undefined;
  lines: InvoiceItem[];
}
