import { z } from 'zod';
import { DateOut } from './dates';
import { Paging } from './lease';
import { Amount } from './money';

export const FundingRunPath = z.strictObject({
  runId: z
    .string()
    .regex(/^FRUN-[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
    .meta({ examples: ['FRUN-2026-11-25'] }),
});

export const FundingRunQuery = z.strictObject(Paging);

/** The figures of the caller's merchant; of all merchants for operations. */
export const FundingRun = z
  .strictObject({
    runId: z.string(),
    businessOn: DateOut,
    state: z.enum(['held', 'released', 'sent', 'settled']),
    grossCents: Amount,
    adjustmentsCents: Amount,
    carryInCents: Amount,
    carryOutCents: Amount,
    paidCents: Amount,
    traceNumber: z.string().nullable(),
    effectiveOn: DateOut.nullable(),
  })
  .meta({ id: 'FundingRun', description: 'gross + adjustments + carry in − carry out = paid' });
