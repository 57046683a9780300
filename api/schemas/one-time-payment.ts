import { z } from 'zod';
import { OnDate } from './dates';
import { LeasePath } from './lease';
import { amount } from './money';
import { text } from './text';

export const CardToken = text(255).meta({ description: "The processor's token; never a card number" });

/** Without `payOn` the card is charged now; with a day to come, by the collection run of that day. */
export const OneTimePaymentBody = z.strictObject({
  amountCents: amount(1),
  cardToken: CardToken,
  payOn: OnDate.optional(),
});

/** What cannot be the name of a payment is answered like one that never was. */
export const PaymentPath = LeasePath.extend({ paymentId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/) });
