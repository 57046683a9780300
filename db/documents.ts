import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Language } from '../domain/agreement/agreement-document';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import type { DocumentKind } from '../domain/letters/document-kind';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

/** What is known of a document without opening it. */
export interface DocumentHead {
  documentId: string;
  leaseId: LeaseId;
  kind: DocumentKind;
  language: Language;
  /** of the event it tells of */
  createdAt: Instant;
  /** of the bytes, hexadecimal */
  sha256: string;
}

export interface NewDocument extends Omit<DocumentHead, 'sha256'> {
  templateVersion: number;
  bytes: Buffer;
}

const HEAD_COLUMNS = ['document_id', 'lease_id', 'kind', 'language', 'created_at', 'sha256'] as const;

const sealedRow = (documentId: string) => ({ table: 'documents', column: 'content', id: documentId });

/**
 * The document of this fact: the lease, the kind, and which of its kind it is.
 * @param number of the contract round or of the timeline's line
 */
export const documentIdOf = (leaseId: LeaseId, kind: DocumentKind, number: number): string =>
  `doc_${leaseId}_${kind}_${number}`;

/**
 * Keeps a document, once: one that is there already stays, so that what a customer got is never exchanged. The bytes
 * are packed and sealed; the hash is of the bytes themselves.
 */
export async function insertDocument(db: Db | Trx, cipher: Cipher, document: NewDocument): Promise<void> {
  const { documentId, leaseId, kind, language, createdAt, templateVersion, bytes } = document;
  await db
    .insertInto('documents')
    .values({
      document_id: documentId,
      lease_id: leaseId,
      kind,
      language,
      created_at: createdAt,
      template_version: templateVersion,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      byte_count: bytes.length,
      content: cipher.seal(deflateRawSync(bytes).toString('base64'), sealedRow(documentId)),
    })
    .onConflict((conflict) => conflict.column('document_id').doNothing())
    .execute();
}

/** Of these documents, those that are kept already. */
export async function keptDocuments(db: Db, documentIds: readonly string[]): Promise<ReadonlySet<string>> {
  if (documentIds.length === 0) return new Set();
  const rows = await db
    .selectFrom('documents')
    .select('document_id')
    .where('document_id', 'in', [...documentIds])
    .execute();
  return new Set(rows.map((row) => row.document_id));
}

/** Newest first. */
export async function documentsOf(db: Db, leaseId: LeaseId): Promise<DocumentHead[]> {
  const rows = await db
    .selectFrom('documents')
    .select(HEAD_COLUMNS)
    .where('lease_id', '=', leaseId)
    .orderBy('created_at', 'desc')
    .orderBy('document_id', 'desc')
    .execute();
  return rows.map(headOf);
}

/** What is known of it without opening it; undefined for one that was never made. */
export async function findDocument(db: Db, documentId: string): Promise<DocumentHead | undefined> {
  const row = await db
    .selectFrom('documents')
    .select(HEAD_COLUMNS)
    .where('document_id', '=', documentId)
    .executeTakeFirst();
  return row && headOf(row);
}

/**
 * The bytes as they were made.
 * @throws Error when the document is unknown, or its bytes are no longer those of its hash
 */
export async function readDocumentBytes(db: Db, cipher: Cipher, documentId: string): Promise<Buffer> {
  const { content, sha256 } = await db
    .selectFrom('documents')
    .select(['content', 'sha256'])
    .where('document_id', '=', documentId)
    .executeTakeFirstOrThrow();
  const bytes = inflateRawSync(Buffer.from(cipher.open(content, sealedRow(documentId)), 'base64'));
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== sha256) throw new Error(`document ${documentId} is not what its hash says`);
  return bytes;
}

interface HeadRow {
  document_id: string;
  lease_id: LeaseId;
  kind: DocumentKind;
  language: Language;
  created_at: Instant;
  sha256: string;
}

function headOf(row: HeadRow): DocumentHead {
  return {
    documentId: row.document_id,
    leaseId: row.lease_id,
    kind: row.kind,
    language: row.language,
    createdAt: row.created_at,
    sha256: row.sha256,
  };
}
