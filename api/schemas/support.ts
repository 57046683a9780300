import { z } from 'zod';
import { amount } from './money';
import { text } from './text';

const REASON_LENGTH_MAX = 500;
const DOCUMENTS_MAX = 20;

export const ReasonBody = z.strictObject({ reason: text(REASON_LENGTH_MAX) });

const Decision = z.enum(['approved', 'denied']);

export const ReviewDecisionBody = z.strictObject({
  decision: Decision,
  approvalLimitCents: amount(1).optional(),
  reason: text(REASON_LENGTH_MAX),
});

export const DocumentsBody = z.strictObject({
  documents: z
    .array(z.strictObject({ kind: text(40), reference: text(120) }))
    .min(1)
    .max(DOCUMENTS_MAX),
  decision: Decision,
  approvalLimitCents: amount(1).optional(),
});
