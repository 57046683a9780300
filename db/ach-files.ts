import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

/** A file as it was rendered for its run: these bytes go to the bank under this name, and no others. */
export interface KeptFile {
  name: string;
  createdOn: CalendarDate;
  text: string;
  sha256: string;
  isSent: boolean;
}

export interface RenderedFile {
  runId: string;
  name: string;
  createdOn: CalendarDate;
  fileIdModifier: string;
  text: string;
}

const sealedRow = (runId: string) => ({ table: 'ach_files', column: 'content', id: runId });

/** Two renderers of one day would choose the same file ID modifier: one waits for the other. */
export async function lockFileNames(trx: Trx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(4205)`.execute(trx);
}

export async function findFile(db: Db | Trx, cipher: Cipher, runId: string): Promise<KeptFile | undefined> {
  const row = await db.selectFrom('ach_files').selectAll().where('run_id', '=', runId).executeTakeFirst();
  return (
    row && {
      name: row.name,
      createdOn: row.created_on,
      text: cipher.open(row.content, sealedRow(runId)),
      sha256: row.sha256,
      isSent: row.sent_at !== null,
    }
  );
}

/** The modifiers that other runs' files of that day have taken. */
export async function usedModifiers(trx: Trx, createdOn: CalendarDate, runId: string): Promise<string[]> {
  const rows = await trx
    .selectFrom('ach_files')
    .select('file_id_modifier')
    .where('created_on', '=', createdOn)
    .where('run_id', '<>', runId)
    .execute();
  return rows.map((row) => row.file_id_modifier);
}

/** Keeps a run's file. One that moved to another day takes the place of what was rendered and never arrived. */
export async function keepFile(trx: Trx, cipher: Cipher, file: RenderedFile): Promise<KeptFile> {
  const { runId, name, createdOn, text } = file;
  const sha256 = createHash('sha256').update(text).digest('hex');
  const columns = {
    created_on: createdOn,
    file_id_modifier: file.fileIdModifier,
    sha256,
    content: cipher.seal(text, sealedRow(runId)),
  };
  await trx
    .insertInto('ach_files')
    .values({ run_id: runId, name, ...columns })
    .onConflict((conflict) => conflict.column('run_id').doUpdateSet(columns).where('ach_files.sent_at', 'is', null))
    .execute();
  return { name, createdOn, text, sha256, isSent: false };
}

/** @returns false when the file was rendered anew meanwhile: these bytes are not the run's any more */
export async function markFileSent(db: Db, runId: string, sha256: string, sentAt: Instant): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('ach_files')
    .set({ sent_at: sql<Instant>`coalesce(sent_at, ${sentAt})` })
    .where('run_id', '=', runId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
