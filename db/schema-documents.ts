import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import type { DocumentKind } from '../domain/letters/document-kind';

export interface DocumentsTable {
  document_id: string;
  lease_id: LeaseId;
  kind: DocumentKind;
  language: 'en' | 'es';
  created_at: Instant;
  media_type: Generated<string>;
  /** of the words and the drawing: the same facts under the same version are the same bytes */
  template_version: number;
  /** of the bytes before sealing, hexadecimal */
  sha256: string;
  byte_count: number;
  content: Buffer;
}

/** What customers receive in writing. */
export interface DocumentTables {
  documents: DocumentsTable;
}
