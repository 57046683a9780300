import { z } from 'zod';
import { DateOut } from './dates';
import { Amount } from './money';

const PAYMENT_STATES = ['scheduled', 'in_file', 'paid', 'returned', 'past_due', 'cancelled'] as const;

/** `totalCents` is the sum of the payments that are not cancelled; the initial payment stands beside it. */
export const PaymentSchedule = z.strictObject({
  payments: z.array(
    z.strictObject({
      paymentId: z.string(),
      number: z.int().min(1),
      dueOn: DateOut,
      amountCents: Amount,
      state: z.enum(PAYMENT_STATES),
    }),
  ),
  totalCents: Amount,
  initialPaymentCents: Amount,
});
