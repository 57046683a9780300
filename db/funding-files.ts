import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';
import type { Db, Trx } from './database';
import type { FundingFilesTable } from './schema-funding-files';

/** A file without its header, which is sealed. */
export type FundingFileRow = Omit<Selectable<FundingFilesTable>, 'header' | 'kept_at'>;

const COLUMNS = [
  ...(['file_id', 'merchant_id', 'name', 'channel', 'received_by', 'sha256', 'byte_count', 'state'] as const),
  ...(['file_code', 'file_detail', 'repeats_file_id', 'row_count', 'accepted_count', 'scheduled_count'] as const),
  ...(['repeat_count', 'rejected_count', 'funded_cents', 'scheduled_cents', 'received_at', 'processed_at'] as const),
  ...(['is_report_due', 'takes_name'] as const),
] as const;

export type FundingFileOrigin = Pick<FundingFileRow, 'merchant_id' | 'name' | 'channel' | 'received_by'> & {
  received_at: Instant;
};

/** A file whose bytes are on their way. */
export async function openFundingFile(db: Db, fileId: string, origin: FundingFileOrigin): Promise<void> {
  await db
    .insertInto('funding_files')
    .values({ ...origin, file_id: fileId, state: 'receiving' })
    .execute();
}

/** Holds a merchant's files until the transaction ends: of two at once, one is the first. */
export async function lockFundingFilesOf(trx: Trx, merchantId: MerchantId): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(4207, hashtext(${merchantId}))`.execute(trx);
}

export async function findFundingFile(db: Db | Trx, fileId: string): Promise<FundingFileRow | undefined> {
  return await db.selectFrom('funding_files').select(COLUMNS).where('file_id', '=', fileId).executeTakeFirst();
}

/** @throws Error when there is none: it is named only after it was received */
export async function requireFundingFile(db: Db | Trx, fileId: string): Promise<FundingFileRow> {
  const file = await findFundingFile(db, fileId);
  if (!file) throw new Error(`there is no ${fileId}`);
  return file;
}

/** A merchant's files that a new one may be a repeat of: those under its name, and those of its bytes; oldest first. */
export async function relatedFundingFiles(
  trx: Trx,
  { merchantId, name, sha256 }: { merchantId: MerchantId; name: string; sha256: string },
): Promise<FundingFileRow[]> {
  return await trx
    .selectFrom('funding_files')
    .select(COLUMNS)
    .where('merchant_id', '=', merchantId)
    .where('state', '<>', 'receiving')
    .where((where) => where.or([where('name', '=', name), where('sha256', '=', sha256)]))
    .orderBy('received_at')
    .orderBy('file_id')
    .execute();
}

export async function changeFundingFile(
  db: Db | Trx,
  fileId: string,
  changes: Partial<Selectable<FundingFilesTable>>,
): Promise<void> {
  await db.updateTable('funding_files').set(changes).where('file_id', '=', fileId).execute();
}

/** Takes a file back whose bytes never came to an end, or were here before. */
export async function forgetFundingFile(db: Db | Trx, fileId: string): Promise<void> {
  const receiving = db.selectFrom('funding_files').where('file_id', '=', fileId).where('state', '=', 'receiving');
  await db.deleteFrom('funding_file_chunks').where('file_id', 'in', receiving.select('file_id')).execute();
  await db.deleteFrom('funding_files').where('file_id', 'in', receiving.select('file_id')).execute();
}

/**
 * Files that were received, and whose Workflow has not begun after this long: whoever was to start it is gone.
 * @param seconds by the clock of the database
 */
export async function unstartedFundingFiles(db: Db, seconds: number): Promise<string[]> {
  const rows = await db
    .selectFrom('funding_files')
    .select('file_id')
    .where('state', '=', 'received')
    .where('kept_at', '<', sql<Instant>`now() - make_interval(secs => ${seconds})`)
    .orderBy('kept_at')
    .limit(100)
    .execute();
  return rows.map(({ file_id }) => file_id);
}

/** Files whose bytes stopped coming long ago: the process that took them down was killed. */
export async function brokenOffFundingFiles(db: Db, hours: number): Promise<string[]> {
  const rows = await db
    .selectFrom('funding_files')
    .select('file_id')
    .where('state', '=', 'receiving')
    .where('kept_at', '<', sql<Instant>`now() - make_interval(hours => ${hours})`)
    .execute();
  return rows.map(({ file_id }) => file_id);
}

/** Files whose report is ready, and is to be laid out for their sender; oldest first. */
export async function dueReports(
  db: Db,
  merchantId?: MerchantId,
): Promise<Pick<FundingFileRow, 'file_id' | 'merchant_id' | 'name'>[]> {
  const due = db
    .selectFrom('funding_files')
    .select(['file_id', 'merchant_id', 'name'])
    .where('is_report_due', '=', true)
    .where('state', 'in', ['processed', 'rejected'])
    .orderBy('received_at')
    .limit(100);
  return await (merchantId === undefined ? due : due.where('merchant_id', '=', merchantId)).execute();
}

/**
 * A page of files whose bytes are all there, newest first.
 * @param merchantId null: of all merchants
 * @param after the last one of the page before
 */
export async function newestFundingFiles(
  db: Db,
  merchantId: MerchantId | null,
  limit: number,
  after?: { receivedAt: Instant; fileId: string },
): Promise<FundingFileRow[]> {
  const files = db
    .selectFrom('funding_files')
    .select(COLUMNS)
    .where('state', '<>', 'receiving')
    .orderBy('received_at', 'desc')
    .orderBy('file_id', 'desc')
    .limit(limit);
  const own = merchantId === null ? files : files.where('merchant_id', '=', merchantId);
  if (!after) return await own.execute();
  const { receivedAt, fileId } = after;
  return await own.where(sql<boolean>`(received_at, file_id) < (${receivedAt}::timestamptz, ${fileId})`).execute();
}
