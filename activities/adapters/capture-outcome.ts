import { z } from 'zod';
import type { CaptureOutcome } from '../ports';

/** Reads an outcome that comes from outside the type system: a partner's answer, or a row of the sandbox. */
export const captureOutcome: z.ZodType<CaptureOutcome> = z.enum(['captured', 'declined', 'card_type_not_accepted']);
