import { z } from 'zod';
import { MAX_CENTS } from '../../domain/cents';
import { InstantOut, OnDate } from './dates';
import { Lease } from './lease';
import { Amount, amount } from './money';
import { PaymentSchedule } from './schedule';
import { code } from './text';

const LINES_MAX = 100;
const COUNT_MAX = 9_999;
const ACTIONS = ['return', 'price_adjustment'] as const;

const ReturnLine = z.strictObject({
  lineNumber: z.int().min(1).max(COUNT_MAX),
  quantity: z.int().min(1).max(COUNT_MAX).optional(),
  // Below zero is well formed: whether a price may go up is for the lease's rules to say.
  amountCents: amount(-MAX_CENTS).optional(),
});

/** No `lines` with `return`: all that is left of the order. With `price_adjustment` each line says its reduction. */
export const ReturnBody = z
  .strictObject({
    authorizationCode: code(64),
    actionType: z.enum(ACTIONS),
    returnedOn: OnDate,
    creditInvoiceNumber: code(35).optional(),
    lines: z.array(ReturnLine).min(1).max(LINES_MAX).optional(),
  })
  .superRefine(({ actionType, lines }, context) => {
    if (actionType === 'return') return;
    if (!lines) context.addIssue(missing(['lines'], 'a price adjustment names its lines'));
    lines?.forEach(({ amountCents }, index) => {
      const path = ['lines', index, 'amountCents'];
      if (amountCents === undefined) context.addIssue(missing(path, 'a price adjustment says by how much'));
    });
  });

const missing = (path: (string | number)[], message: string) => ({
  code: 'custom' as const,
  params: { code: 'required' },
  path,
  message,
});

export const ReturnAuthorization = z
  .strictObject({
    isReturnEligible: z.boolean(),
    authorizationCode: z.string().nullable().meta({ description: 'For one return of this lease; kept as a hash' }),
    validUntilAt: InstantOut.nullable(),
    reasons: z.array(z.string()).meta({ description: 'Why not; empty when eligible' }),
  })
  .meta({ id: 'ReturnAuthorization' });

export const LeaseReturn = z
  .strictObject({
    returnId: z.string(),
    actionType: z.enum(ACTIONS),
    merchantDebitCents: Amount.meta({ description: 'Taken from what the merchant is paid next' }),
    customerRefundCents: Amount,
    lease: Lease,
    schedule: PaymentSchedule,
  })
  .meta({ id: 'LeaseReturn' });
