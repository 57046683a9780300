import { z } from 'zod';
import { DateOut } from './dates';
import { Amount } from './money';

export const CollectionRunPath = z.strictObject({
  runId: z
    .string()
    .regex(/^CRUN-[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
    .meta({ examples: ['CRUN-2026-11-25'] }),
});

export const CollectionRun = z.strictObject({
  runId: z.string(),
  businessOn: DateOut,
  state: z.enum(['released', 'sent', 'settled']),
  debitCount: z.int().min(0),
  debitCents: Amount,
  refundCount: z.int().min(0),
  refundCents: Amount,
  effectiveOn: DateOut.nullable(),
});
