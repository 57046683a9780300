import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId, MessageId } from '../domain/ids';

/** Written as JSON text, read back parsed. */
type Json<Value> = ColumnType<Value, string | null, string | null>;

export interface FundingFilesTable {
  file_id: string;
  merchant_id: MerchantId;
  name: string;
  channel: 'sftp' | 'folder' | 'api';
  received_by: string;
  /** of the bytes as received, hexadecimal */
  sha256: string;
  byte_count: number;
  state: 'receiving' | 'received' | 'processing' | 'processed' | 'rejected';
  /** why the whole file was refused */
  file_code: string | null;
  file_detail: string | null;
  /** the file with the same bytes whose report is this one's too */
  repeats_file_id: string | null;
  processed_on: CalendarDate | null;
  header: Json<string[] | null>;
  row_count: Generated<number>;
  accepted_count: Generated<number>;
  scheduled_count: Generated<number>;
  repeat_count: Generated<number>;
  rejected_count: Generated<number>;
  funded_cents: Generated<Cents>;
  received_at: Instant;
  processed_at: Instant | null;
  /** the report lies in the partner's `out` folder */
  report_taken_at: Instant | null;
}

export interface FundingFileChunksTable {
  file_id: string;
  kind: 'content' | 'report';
  position: number;
  content: Buffer;
}

export interface FundingFileRowsTable {
  file_id: string;
  row_number: number;
  /** as received, sealed */
  cells: Buffer;
  lease_id: LeaseId | null;
  message_id: MessageId | null;
  code: string | null;
  expected_cents: Cents | null;
  lease_status: string | null;
  funded_cents: Cents | null;
  detail: Json<Record<string, unknown> | null>;
}

/** Batch funding files. */
export interface FundingFileTables {
  funding_files: FundingFilesTable;
  funding_file_chunks: FundingFileChunksTable;
  funding_file_rows: FundingFileRowsTable;
}
