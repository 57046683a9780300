import { fundingReport } from '../activities/funding-run/report';
import { markReportTaken, openReport, untakenReports, type UntakenReport } from '../activities/funding-file/reports';
import { findFundingFile } from '../db/funding-files';
import { type DueFundingReport, dueFundingReports, markFundingReportLaidOut } from '../db/sftp-funding-reports';
import { nameInside } from './envelopes';
import { putWithFailed } from './put-away';
import type { IntakeParts, PartnerDesk } from './take-in';

/**
 * Lays a partner's result reports into `out/`. First the file, whole, then the note that it lies there: killed in
 * between, the same bytes are laid out once more.
 */
export async function layOutResults(parts: IntakeParts, desk: PartnerDesk): Promise<void> {
  for (const report of await untakenReports(parts.db, desk.partner.merchantId)) {
    await layOut(parts, desk, report.resultName, openReport(parts, report.fileId));
    await putWithFailedIfRefused(parts, desk, report);
    await markReportTaken(parts.db, report.fileId);
  }
}

/** Likewise what the runs have paid: the report that the API gives, by the day of the run. */
export async function layOutFundingReports(parts: IntakeParts, desks: readonly PartnerDesk[]): Promise<void> {
  for (const due of await dueFundingReports(parts.db)) {
    const desk = desks.find(({ partner }) => partner.merchantId === due.merchantId);
    if (desk) await layOutFundingReport(parts, desk, due);
  }
}

async function layOutFundingReport(parts: IntakeParts, desk: PartnerDesk, due: DueFundingReport): Promise<void> {
  const text = await fundingReport(parts.db, due.runId, due.merchantId);
  await layOut(parts, desk, `FUNDING_REPORT_${due.businessOn}.csv`, onePiece(text));
  await markFundingReportLaidOut(parts.db, due);
}

async function layOut(
  { envelopes }: IntakeParts,
  { folder, partner }: PartnerDesk,
  name: string,
  content: AsyncIterable<Buffer>,
): Promise<void> {
  const sent = await envelopes.close(name, content, partner.pgpPublicKey);
  await folder.put('out', sent.name, sent.content);
}

/** What was refused only after its content was read lies with the processed until then. */
async function putWithFailedIfRefused(
  { db }: IntakeParts,
  { folder }: PartnerDesk,
  { fileId }: UntakenReport,
): Promise<void> {
  const file = await findFundingFile(db, fileId);
  if (file?.state !== 'rejected' || file.file_code === null) return;
  const names = await folder.names('processed');
  const name = names.find((candidate) => nameInside(candidate) === file.name);
  if (name === undefined) return;
  const reason = { code: file.file_code, particulars: file.file_detail ?? undefined };
  await putWithFailed(folder, { area: 'processed', name }, reason);
}

async function* onePiece(text: string): AsyncGenerator<Buffer> {
  yield Buffer.from(text);
}
