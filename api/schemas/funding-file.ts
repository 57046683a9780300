import { z } from 'zod';
import { FILE_FAULT_CODES } from '../../domain/funding-file/file-fault';
import { ROW_OUTCOMES, type RowCode } from '../../domain/funding-file/row-result';
import { DateOut, InstantOut } from './dates';
import { LeaseIdOut, Paging, StatusOut } from './lease';
import { Amount } from './money';

const CODES = Object.keys(ROW_OUTCOMES) as [RowCode, ...RowCode[]];

export const FundingFilePath = z.strictObject({
  fileId: z
    .string()
    .regex(/^FFL-[0-9a-f]{1,40}$/)
    .meta({ examples: ['FFL-5f3a9c0e17b24d68a9c1'] }),
});

export const FundingFilesQuery = z.strictObject(Paging);

/** `fileName` where neither the form nor Content-Disposition names the file. */
export const FundingFileNameQuery = z.strictObject({
  fileName: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ examples: ['FUND_mer_bestsofa_20261125_001.csv'] }),
});

/** Of the rows of one file: they are short, and most files have fewer than a page of them. */
export const FundingFileQuery = z.strictObject({
  ...Paging,
  limit: z
    .string()
    .regex(/^([1-9][0-9]{0,2}|1000)$/, 'must be a whole number from 1 to 1000')
    .transform(Number)
    .default(100)
    .meta({ type: 'integer', minimum: 1, maximum: 1000, default: 100, pattern: undefined }),
});

const Count = z.int().min(0);
/** May be more than one amount of money can be. */
const Sum = z.int().min(0);

const FILE = {
  fileId: z.string(),
  name: z.string(),
  channel: z.enum(['sftp', 'folder', 'api']),
  state: z.enum(['received', 'processing', 'processed', 'rejected']),
  code: z.enum(FILE_FAULT_CODES).nullable().meta({ description: 'Why the whole file was refused' }),
  detailEn: z.string().nullable(),
  detailEs: z.string().nullable(),
  sha256: z.string(),
  byteCount: Count,
  repeatsFileId: z.string().nullable().meta({ description: 'The file with the same bytes; its report is this one’s' }),
  receivedAt: InstantOut,
  processedAt: InstantOut.nullable(),
  counts: z
    .strictObject({ rows: Count, accepted: Count, scheduled: Count, repeats: Count, rejected: Count })
    .meta({ description: 'rows = accepted + scheduled + repeats + rejected, once the file is processed' }),
  totals: z.strictObject({ fundedCents: Sum, scheduledCents: Sum }),
  fundedCents: Sum,
};

export const FundingFile = z.strictObject(FILE);

export const FundingFileWithRows = z.strictObject({
  ...FILE,
  rows: z.array(
    z.strictObject({
      row: z.int().min(1),
      leaseId: LeaseIdOut.nullable(),
      result: z.enum(['accepted', 'scheduled', 'repeat', 'rejected']).nullable(),
      code: z.enum(CODES).nullable(),
      messageEn: z.string().nullable(),
      messageEs: z.string().nullable(),
      leaseStatusAfter: StatusOut.nullable(),
      fundedAmountCents: Amount.nullable(),
      fundingRunId: z.string().nullable(),
      expectedEffectiveOn: DateOut.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});
