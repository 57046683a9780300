import { z } from 'zod';
import { DateOut, OnDate } from './dates';
import { Amount } from './money';

/** By the date the money moved, or is due where it has not; both days included. */
export const HistoryQuery = z
  .strictObject({ from: OnDate.optional(), to: OnDate.optional() })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    error: 'must not be after `to`',
  });

export const PaymentLine = z.strictObject({
  paymentId: z.string(),
  kind: z.enum(['initial', 'scheduled', 'one_time', 'late_fee', 'refund', 'reversal', 'buyout']),
  number: z.int().nullable().meta({ description: 'Of the scheduled payment it is, or whose late fee it pays' }),
  dueOn: DateOut.nullable(),
  postedOn: DateOut.nullable().meta({ description: 'null until the money has moved' }),
  effectiveOn: DateOut.nullable(),
  amountCents: Amount.meta({ description: 'Above zero; `refund` and `reversal` go back to the customer' }),
  method: z.strictObject({ type: z.enum(['card', 'bank_account']), last4: z.string().nullable() }),
  state: z.enum(['pending', 'posted', 'returned', 'refunded', 'cancelled']),
  balanceAfterCents: Amount.meta({
    description: 'Rent of the whole term and fees assessed by then, less what was paid',
  }),
  reference: z.string().nullable().meta({ description: "Trace number, or the card processor's reference" }),
});

/** Oldest first; what is under way last. */
export const PaymentHistory = z.strictObject({
  data: z.array(PaymentLine),
  cutOffOn: DateOut.meta({ description: 'Until 17:00 New York of this day a payment can still be scheduled' }),
  totalPaidCents: Amount.meta({
    description: 'Of the whole lease: initial payment and fees included, returned and refunded money not',
  }),
  remainingCents: Amount.meta({ description: 'Rent still to pay' }),
  feesDueCents: Amount,
});

const FeeLine = z.strictObject({
  feeId: z.string(),
  paymentNumber: z.int().min(1),
  dueOn: DateOut,
  assessedOn: DateOut,
  daysLate: z.int().min(0),
  state: z.string().meta({ description: 'Whose law it follows', examples: ['TX'] }),
  rule: z.string(),
  capCents: Amount.nullable(),
  amountCents: Amount,
  waivedCents: Amount,
  waivedReason: z.string().nullable(),
});

export const FeeBreakdown = z.strictObject({
  data: z.array(FeeLine),
  assessedCents: Amount,
  waivedCents: Amount,
  totalCents: Amount.meta({ description: 'assessedCents less waivedCents' }),
});
