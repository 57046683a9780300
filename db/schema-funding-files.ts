import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { FileFaultCode } from '../domain/funding-file/file-fault';
import type { RowCode, RowDetail } from '../domain/funding-file/row-result';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { LeaseStatus } from '../domain/lease-status';

/** Written as JSON text, read back parsed. */
type Json<Value> = ColumnType<Value, string | null, string | null>;

export interface FundingFilesTable {
  file_id: string;
  merchant_id: MerchantId;
  name: string;
  channel: 'sftp' | 'folder' | 'api';
  received_by: string;
  /** of the bytes as received, hexadecimal; null until all of them are there */
  sha256: string | null;
  byte_count: Generated<number>;
  state: 'receiving' | 'received' | 'processing' | 'processed' | 'rejected';
  /** why the whole file was refused */
  file_code: FileFaultCode | null;
  file_detail: string | null;
  /** the file with the same bytes whose report is this one's too */
  repeats_file_id: string | null;
  /** the first line as received, sealed */
  header: Buffer | null;
  row_count: Generated<number>;
  accepted_count: Generated<number>;
  scheduled_count: Generated<number>;
  repeat_count: Generated<number>;
  rejected_count: Generated<number>;
  /** may be more than one amount of money can be */
  funded_cents: Generated<number>;
  scheduled_cents: Generated<number>;
  received_at: Instant;
  processed_at: Instant | null;
  /** it is to be laid into the partner's `out` folder */
  is_report_due: Generated<boolean>;
  /** other content under this name is refused */
  takes_name: Generated<boolean>;
  /** by the clock of the database, for those who look after files nobody looks after */
  kept_at: Generated<Instant>;
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
  /** as the row has it; null where it cannot be read */
  amount_cents: Cents | null;
  /** null until it is decided */
  code: RowCode | null;
  /** what the message says beside the code: amounts and dates */
  detail: Json<RowDetail | null>;
  /** of the lease, once the row was decided */
  lease_status: LeaseStatus | null;
  funded_cents: Cents | null;
  funding_run_id: string | null;
  effective_on: CalendarDate | null;
}

/** Batch funding files. */
export interface FundingFileTables {
  funding_files: FundingFilesTable;
  funding_file_chunks: FundingFileChunksTable;
  funding_file_rows: FundingFileRowsTable;
}
