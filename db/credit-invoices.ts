import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { CreditInvoiceType } from '../domain/returns/credit-invoice';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

/** What is known of a merchant's credit invoice without opening it. */
interface CreditInvoice {
  mediaType: string;
  sha256: string;
  byteCount: number;
  receivedAt: Instant;
}

const sealedRow = (returnId: string) => ({ table: 'credit_invoices', column: 'content', id: returnId });

export const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** Keeps the file with its return, once: one that is there already stays. Sealed, since it names a customer. */
export async function insertCreditInvoice(
  trx: Trx,
  cipher: Cipher,
  { returnId, mediaType, bytes }: { returnId: string; mediaType: CreditInvoiceType; bytes: Buffer },
): Promise<void> {
  await trx
    .insertInto('credit_invoices')
    .values({
      return_id: returnId,
      media_type: mediaType,
      sha256: sha256Of(bytes),
      byte_count: bytes.length,
      content: cipher.seal(bytes.toString('base64'), sealedRow(returnId)),
      received_at: sql<Instant>`now()`,
    })
    .onConflict((conflict) => conflict.column('return_id').doNothing())
    .execute();
}

/** Of these returns, those that have one. */
export async function creditInvoices(
  db: Db | Trx,
  returnIds: readonly string[],
): Promise<ReadonlyMap<string, CreditInvoice>> {
  if (returnIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('credit_invoices')
    .select(['return_id', 'media_type', 'sha256', 'byte_count', 'received_at'])
    .where('return_id', 'in', [...returnIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.return_id,
      { mediaType: row.media_type, sha256: row.sha256, byteCount: row.byte_count, receivedAt: row.received_at },
    ]),
  );
}

export async function readCreditInvoice(
  db: Db,
  cipher: Cipher,
  returnId: string,
): Promise<{ mediaType: string; bytes: Buffer } | undefined> {
  const row = await db
    .selectFrom('credit_invoices')
    .select(['media_type', 'content'])
    .where('return_id', '=', returnId)
    .executeTakeFirst();
  if (!row) return undefined;
  return { mediaType: row.media_type, bytes: Buffer.from(cipher.open(row.content, sealedRow(returnId)), 'base64') };
}
