import { z } from 'zod';
import { DateOut, OnDate } from './dates';
import { Amount } from './money';

const FORMULAS = [
  'contract_90_day',
  'contract_discount',
  'ca_three_months',
  'ca_remaining',
  'ny_remaining',
  'oh_half',
] as const;

export const PurchaseOptionQuery = z.strictObject({
  asOf: OnDate.optional().meta({ description: "In the sandbox only: the day to price; else the lease's own today" }),
});

export const PurchaseOption = z.strictObject({
  quoteId: z.string(),
  asOfOn: DateOut,
  amountCents: Amount.meta({ description: 'Paid at once, it makes the goods the customer’s' }),
  goodThroughOn: DateOut.meta({
    description: 'The last day on which the amount holds; a payment in between changes it',
  }),
  formula: z.enum(FORMULAS),
  breakdown: z.array(z.strictObject({ label: z.string(), amountCents: Amount })).meta({
    description: 'Adds up to amountCents',
  }),
  paidCents: Amount.meta({ description: 'Paid so far, initial payment and fees included' }),
  payToTermCents: Amount.meta({
    description: 'Still to pay if every payment is made as scheduled, open fees included',
  }),
});
