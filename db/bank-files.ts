import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Verdict } from '../domain/bank-file/judge-answers';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import type { BankFileResult } from './schema-money';

const sealedRow = (fileId: string) => ({ table: 'bank_files', column: 'content', id: fileId });

/** A file's own name follows from its bytes: the same bytes are the same file, whatever they come under. */
export function bankFileNames(text: string): { fileId: string; sha256: string } {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { fileId: `BFL-${sha256.slice(0, 16)}`, sha256 };
}

export interface BankFileToKeep {
  fileId: string;
  sha256: string;
  name: string;
  createdOn: CalendarDate;
  text: string;
}

/** Which of these hashes belong to files that are kept already. */
export async function knownBankFiles(db: Db | Trx, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  if (hashes.length === 0) return new Set();
  const rows = await db
    .selectFrom('bank_files')
    .select('sha256')
    .where('sha256', 'in', [...hashes])
    .execute();
  return new Set(rows.map((row) => row.sha256));
}

/** Keeps a readable file from the bank, sealed, once. */
export async function keepBankFile(db: Db | Trx, cipher: Cipher, { text, ...file }: BankFileToKeep): Promise<void> {
  const { fileId, sha256, name, createdOn } = file;
  const content = cipher.seal(text, sealedRow(fileId));
  await db
    .insertInto('bank_files')
    .values({ file_id: fileId, sha256, name, created_on: createdOn, content })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute();
}

/** Kept files of up to this day that nobody has applied yet, oldest first. */
export async function unappliedBankFiles(db: Db | Trx, businessOn: CalendarDate): Promise<string[]> {
  const rows = await db
    .selectFrom('bank_files')
    .select('file_id')
    .where('applied_at', 'is', null)
    .where('created_on', '<=', businessOn)
    .orderBy('created_on')
    .orderBy('file_id')
    .execute();
  return rows.map((row) => row.file_id);
}

/** Takes a file to apply it; a second one who wants it waits. Undefined: it is applied, or there is none. */
export async function takeBankFile(
  trx: Trx,
  cipher: Cipher,
  fileId: string,
): Promise<{ text: string; createdOn: CalendarDate } | undefined> {
  const row = await trx
    .selectFrom('bank_files')
    .select(['content', 'created_on'])
    .where('file_id', '=', fileId)
    .where('applied_at', 'is', null)
    .forUpdate()
    .executeTakeFirst();
  return row && { text: cipher.open(row.content, sealedRow(fileId)), createdOn: row.created_on };
}

export interface BankFileEntry {
  traceNumber: string;
  code: string;
  result: BankFileResult;
}

/** What became of a file's entries, in its order; undefined: it is not applied, or there is none. */
export async function appliedEntries(db: Db, fileId: string): Promise<BankFileEntry[] | undefined> {
  const file = await db
    .selectFrom('bank_files')
    .select('file_id')
    .where('file_id', '=', fileId)
    .where('applied_at', 'is not', null)
    .executeTakeFirst();
  if (!file) return undefined;
  return await db
    .selectFrom('bank_file_entries')
    .select(['trace_number as traceNumber', 'code', 'result'])
    .where('file_id', '=', fileId)
    .orderBy('position')
    .execute();
}

/** Writes down what became of every entry of a file, and that the file is applied. */
export async function closeBankFile(trx: Trx, fileId: string, verdicts: readonly Verdict[], at: Instant) {
  const rows = verdicts.map((verdict) => ({
    position: verdict.answer.position,
    trace_number: verdict.answer.traceNumber,
    code: verdict.answer.code,
    result: verdict.result,
    reason: verdict.result === 'applied' ? null : verdict.reason,
  }));
  await sql`
    WITH applied AS (UPDATE bank_files SET applied_at = ${at} WHERE file_id = ${fileId})
    INSERT INTO bank_file_entries (file_id, position, trace_number, code, result, reason)
    SELECT ${fileId}, position, trace_number, code, result, reason
      FROM json_to_recordset(${JSON.stringify(rows)}::json)
        AS given(position int, trace_number text, code text, result text, reason text)`.execute(trx);
}
