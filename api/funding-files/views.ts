import type { ReadRow } from '../../db/funding-file-rows';
import type { FundingFileRow } from '../../db/funding-files';
import { fileFaultText } from '../../domain/funding-file/file-words';
import { ROW_OUTCOMES } from '../../domain/funding-file/row-result';
import { rowText } from '../../domain/funding-file/row-words';
import type { FundingFileRowView, FundingFileView } from './port';

/** A file as callers see it. */
export function fileView(row: FundingFileRow): FundingFileView {
  const { file_code: code, file_detail: particulars, funded_cents: fundedCents } = row;
  const fault = code && (particulars === null ? { code } : { code, particulars });
  return {
    fileId: row.file_id,
    name: row.name,
    channel: row.channel,
    // Nobody sees a file before all of it is there.
    state: row.state === 'receiving' ? 'received' : row.state,
    code,
    detailEn: fault && fileFaultText(fault, 'en'),
    detailEs: fault && fileFaultText(fault, 'es'),
    sha256: row.sha256 ?? '',
    byteCount: row.byte_count,
    repeatsFileId: row.repeats_file_id,
    receivedAt: row.received_at,
    processedAt: row.processed_at,
    counts: {
      rows: row.row_count,
      accepted: row.accepted_count,
      scheduled: row.scheduled_count,
      repeats: row.repeat_count,
      rejected: row.rejected_count,
    },
    totals: { fundedCents, scheduledCents: row.scheduled_cents },
    fundedCents,
  };
}

/** A row without its cells: they are the retailer's own, and name people. */
export function rowView({
  rowNumber,
  leaseId,
  result,
  leaseStatus,
  fundedCents,
  funding,
}: ReadRow): FundingFileRowView {
  return {
    row: rowNumber,
    leaseId,
    result: result && ROW_OUTCOMES[result.code],
    code: result && result.code,
    messageEn: result && rowText(result, 'en'),
    messageEs: result && rowText(result, 'es'),
    leaseStatusAfter: leaseStatus,
    fundedAmountCents: fundedCents,
    fundingRunId: funding?.runId ?? null,
    expectedEffectiveOn: funding?.effectiveOn ?? null,
  };
}
