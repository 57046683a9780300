import { z } from 'zod';
import { PAY_FREQUENCIES } from '../../domain/program';
import { DateOut } from './dates';
import { Amount, amount } from './money';
import { text } from './text';

export const Pricing = z
  .strictObject({
    cashPriceCents: Amount,
    costOfLeaseCents: Amount,
    totalToOwnCents: Amount,
    initialPaymentCents: Amount,
    payFrequency: z.enum(PAY_FREQUENCIES),
    numberOfPayments: z.int(),
    paymentCents: Amount,
    lastPaymentCents: Amount,
    ninetyDayBuyoutCents: Amount,
    firstDueOn: DateOut.nullable().optional(),
  })
  .meta({ id: 'Pricing' });

export const EstimateBody = z.strictObject({
  storeId: text(64),
  cashPriceCents: amount(1),
  payFrequency: z.enum(PAY_FREQUENCIES),
});
