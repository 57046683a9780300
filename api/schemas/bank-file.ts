import { z } from 'zod';
import { TextBody } from './raw-body';

/** Some 40,000 returns: more than a lessor of our size sees in a year. */
export const BANK_FILE_BYTES_MAX = 8 * 1024 * 1024;

export const BankFileBody = TextBody;

const RESULTS = ['applied', 'parked_duplicate', 'parked_unknown_trace', 'parked_late', 'parked_unexpected'] as const;

/** What became of each entry, in the order of the file. */
export const BankFileAnswer = z.strictObject({
  fileId: z.string(),
  entries: z.array(z.strictObject({ traceNumber: z.string(), code: z.string(), result: z.enum(RESULTS) })),
});
