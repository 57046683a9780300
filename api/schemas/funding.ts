import { z } from 'zod';
import { OnDate, DateOut } from './dates';
import { LeaseIdOut, Paging } from './lease';
import { Amount } from './money';

const KINDS = ['funding', 'return', 'price_adjustment', 'fee', 'carry'] as const;
const STATES = ['eligible', 'held', 'in_file', 'settled', 'bank_returned'] as const;

/** One event that adds to, or takes from, what a merchant is paid. */
export const Funding = z.strictObject({
  fundingId: z.string(),
  leaseId: LeaseIdOut.nullable(),
  kind: z.enum(KINDS),
  grossCents: Amount,
  adjustmentCents: Amount,
  netCents: Amount,
  state: z.enum(STATES),
  runId: z.string().nullable(),
  traceNumber: z.string().nullable(),
  effectiveOn: DateOut.nullable(),
  invoiceNumber: z.string().nullable(),
});

/** `from` and `to`: business day of the run; where there is none yet, the day of the posting in New York. */
export const FundingQuery = z.strictObject({
  from: OnDate.optional(),
  to: OnDate.optional(),
  state: z.enum(STATES).optional(),
  leaseId: LeaseIdOut.optional(),
  runId: z
    .string()
    .regex(/^FRUN-[0-9]{4}-[0-9]{2}-[0-9]{2}$/, 'must be a runId of an earlier answer')
    .optional(),
  ...Paging,
});
