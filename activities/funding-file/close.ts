import { insertEvents } from '../../db/events';
import type { Cipher } from '../../db/cipher';
import type { Trx } from '../../db/database';
import { dropPieces, PieceWriter } from '../../db/funding-file-pieces';
import { changeFundingFile, type FundingFileRow, requireFundingFile } from '../../db/funding-files';
import { type Instant, instant } from '../../domain/calendar-date';
import type { FileFault } from '../../domain/funding-file/file-fault';
import { type FileTotals, refusedReport } from '../../domain/funding-file/result-report';
import { csvText } from './csv-text';

type Identity = Pick<FundingFileRow, 'file_id' | 'merchant_id' | 'name'>;

/** Refuses a whole file: nothing of it was acted on, and its report says why. */
export async function refuseFundingFile(
  trx: Trx,
  cipher: Cipher,
  file: Identity,
  fault: FileFault,
  columns?: readonly string[],
): Promise<void> {
  const { file_id: fileId } = file;
  await dropPieces(trx, fileId, 'report');
  const report = new PieceWriter(trx, cipher, { fileId, kind: 'report' });
  await report.add(Buffer.from(csvText(refusedReport(fault, columns))));
  await report.end();
  const [file_code, file_detail] = [fault.code, fault.particulars ?? null];
  const processed_at = instant(Date.now());
  await changeFundingFile(trx, fileId, { state: 'rejected', file_code, file_detail, processed_at });
  await tell(trx, file, processed_at);
}

/** Every row has its code, and the report is written. */
export async function completeFundingFile(
  trx: Trx,
  file: Identity,
  totals: FileTotals,
  scheduledCents: number,
): Promise<void> {
  const processed_at = instant(Date.now());
  const ended = { state: 'processed', processed_at, scheduled_cents: scheduledCents } as const;
  await changeFundingFile(trx, file.file_id, { ...ended, ...totalColumns(totals) });
  await tell(trx, file, processed_at);
}

/** The end of a file with the bytes of another one: all that is said of that one is said of it. */
export async function repeatFundingFile(trx: Trx, file: Identity, original: FundingFileRow): Promise<void> {
  const { state, file_code, file_detail, row_count, accepted_count, scheduled_count } = original;
  const { repeat_count, rejected_count, funded_cents, scheduled_cents } = original;
  const processed_at = instant(Date.now());
  await changeFundingFile(trx, file.file_id, {
    ...{ state, file_code, file_detail, row_count, accepted_count, scheduled_count },
    ...{ repeat_count, rejected_count, funded_cents, scheduled_cents, processed_at },
  });
  await tell(trx, file, processed_at);
}

function totalColumns(totals: FileTotals) {
  return {
    row_count: totals.rowCount,
    accepted_count: totals.acceptedCount,
    scheduled_count: totals.scheduledCount,
    repeat_count: totals.repeatCount,
    rejected_count: totals.rejectedCount,
    funded_cents: totals.fundedCents,
  };
}

/** The retailer is told once, of a file that was refused too. */
async function tell(trx: Trx, { file_id: fileId, merchant_id: merchantId, name }: Identity, at: Instant) {
  const file = await requireFundingFile(trx, fileId);
  const counts = {
    rows: file.row_count,
    accepted: file.accepted_count,
    scheduled: file.scheduled_count,
    repeats: file.repeat_count,
    rejected: file.rejected_count,
  };
  const data = { fileId, name, state: file.state, code: file.file_code, counts, fundedCents: file.funded_cents };
  const event = { eventId: `evt_${fileId}`, merchantId, leaseId: null, type: 'file.processed', at, data } as const;
  await insertEvents(trx, [event]);
}
