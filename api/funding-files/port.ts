import type { CalendarDate, Instant } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { FileFaultCode } from '../../domain/funding-file/file-fault';
import type { RowCode, RowOutcome } from '../../domain/funding-file/row-result';
import type { LeaseId } from '../../domain/ids';
import type { LeaseStatus } from '../../domain/lease-status';
import type { Caller, Page } from '../ports';

/** A batch funding file, whatever way it came. Nothing in it names a person. */
export interface FundingFileView {
  fileId: string;
  name: string;
  channel: 'sftp' | 'folder' | 'api';
  state: 'received' | 'processing' | 'processed' | 'rejected';
  /** why the whole file was refused, in both languages */
  code: FileFaultCode | null;
  detailEn: string | null;
  detailEs: string | null;
  sha256: string;
  byteCount: number;
  /** the file with the same bytes, whose report this one's repeats */
  repeatsFileId: string | null;
  receivedAt: Instant;
  processedAt: Instant | null;
  /** rows = accepted + scheduled + repeats + rejected, once the file is processed */
  counts: { rows: number; accepted: number; scheduled: number; repeats: number; rejected: number };
  totals: { fundedCents: number; scheduledCents: number };
  fundedCents: number;
}

/** One row of the file; without a result while it is not decided. */
export interface FundingFileRowView {
  row: number;
  leaseId: LeaseId | null;
  result: RowOutcome | null;
  code: RowCode | null;
  messageEn: string | null;
  messageEs: string | null;
  leaseStatusAfter: LeaseStatus | null;
  fundedAmountCents: Cents | null;
  fundingRunId: string | null;
  expectedEffectiveOn: CalendarDate | null;
}

export type FundingFileWithRows = FundingFileView & { rows: FundingFileRowView[]; nextCursor: string | null };

export interface RowPaging {
  limit: number;
  cursor?: string | undefined;
}

/**
 * The batch funding files of a retailer. Another's answers like an unknown one; clerks, who see single stores, have none.
 * @throws LeaseError NOT_FOUND, FORBIDDEN, UNAVAILABLE
 */
export interface FundingFiles {
  /** The same bytes under the same name are the same file. */
  receive(caller: Caller, file: { name: string; bytes: Buffer }): Promise<{ isKnown: boolean; file: FundingFileView }>;
  /** newest first */
  list(caller: Caller, paging: RowPaging): Promise<Page<FundingFileView>>;
  read(caller: Caller, fileId: string, paging: RowPaging): Promise<FundingFileWithRows>;
  /** The result report as it lies in `out`. @throws LeaseError NOT_FOUND while there is none */
  report(caller: Caller, fileId: string): Promise<{ name: string; bytes: Buffer }>;
}
