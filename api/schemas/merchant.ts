import { z } from 'zod';
import { DateOut } from './dates';

export const MerchantPath = z.strictObject({
  merchantId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .meta({ examples: ['mer_bestsofa'] }),
});

/** Of the account that was looked at: should another have been proposed meanwhile, that one is not confirmed unseen. */
export const ConfirmationQuery = z.strictObject({
  accountId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, 'must be an accountId of an earlier answer')
    .optional(),
});

/** Never the number itself: the last four digits tell which account is meant. */
const ACCOUNT = {
  accountId: z.string(),
  merchantId: z.string(),
  accountLast4: z.string().regex(/^[0-9]{4}$/),
  accountType: z.enum(['checking', 'savings']),
  routingNumber: z.string().regex(/^[0-9]{9}$/),
  proposedBy: z.string(),
};

export const PendingAccount = z.strictObject({ ...ACCOUNT, state: z.literal('pending') });

export const MerchantAccount = z.strictObject({
  ...ACCOUNT,
  state: z.enum(['prenoting', 'usable', 'unusable']),
  source: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedOn: DateOut.nullable(),
  usableFromOn: DateOut.nullable(),
});

/** Where money goes now, and what waits for a second person. */
export const MerchantAccounts = z.strictObject({
  merchantId: z.string(),
  current: MerchantAccount.nullable(),
  pending: PendingAccount.nullable(),
});
