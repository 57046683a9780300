import type { Db } from '../../db/database';
import { readPieces } from '../../db/funding-file-pieces';
import { changeFundingFile, dueReports, requireFundingFile } from '../../db/funding-files';
import { LeaseError } from '../../domain/errors';
import { resultFileName } from '../../domain/funding-file/file-name';
import type { MerchantId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';

/** A result report that is to be laid into its partner's `out` folder. */
export interface UntakenReport {
  fileId: string;
  merchantId: MerchantId;
  /** `RESULT_<original name>` */
  resultName: string;
}

/**
 * Reports that are ready and not taken yet, oldest first; of one merchant, or of all. A file that is sent again is due
 * again; one that only came over HTTPS never is.
 */
export async function untakenReports(db: Db, merchantId?: MerchantId): Promise<UntakenReport[]> {
  const due = await dueReports(db, merchantId);
  return due.map((file) => ({
    fileId: file.file_id,
    merchantId: file.merchant_id,
    resultName: resultFileName(file.name),
  }));
}

/**
 * The bytes of a report, piece by piece.
 * @throws LeaseError NOT_FOUND while there is none
 */
export async function* openReport(
  { db, cipher }: Pick<ActivityDeps, 'db' | 'cipher'>,
  fileId: string,
): AsyncGenerator<Buffer> {
  const { state } = await requireFundingFile(db, fileId);
  if (state !== 'processed' && state !== 'rejected') throw new LeaseError('NOT_FOUND', 'there is no report yet');
  yield* readPieces(db, cipher, fileId, 'report');
}

/** The report lies where its partner finds it. */
export async function markReportTaken(db: Db, fileId: string): Promise<void> {
  await changeFundingFile(db, fileId, { is_report_due: false });
}
