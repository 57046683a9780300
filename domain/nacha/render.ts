import type { AchBatch, AchFile } from './ach-file';
import { writeAddenda } from './addenda';
import { writeBatchControl } from './batch-control';
import { writeBatchHeader } from './batch-header';
import { addSums, NO_SUMS, sumsOf, type ControlSums } from './control-sums';
import { unwritable } from './damage';
import { writeEntryDetail } from './entry-detail';
import { writeFileControl } from './file-control';
import { writeFileHeader } from './file-header';
import { BLOCKING_FACTOR, RECORD_LENGTH } from './layout';
import { LineCollector } from './line-collector';

const PADDING = '9'.repeat(RECORD_LENGTH);

/**
 * The file as the bank takes it: counts, hashes, totals and padding are computed here, everything else is given.
 * The same file gives the same bytes, always.
 *
 * A line feed stands between records and none after the last, so that a file cut at any byte is no file any more.
 *
 * @returns printable ASCII; `blocks × 10 × 95 − 1` characters
 * @throws LeaseError BANK_FILE_INVALID when a batch is empty or a value does not fit its field
 */
export function renderAchFile(file: AchFile): string {
  const lines = new LineCollector();
  lines.push(writeFileHeader(file.header));
  let sums = NO_SUMS;
  for (const batch of file.batches) sums = addSums(sums, appendBatch(lines, batch));
  if (file.batches.length === 0) throw unwritable('a file without a batch');

  const blockCount = Math.ceil((lines.count + 1) / BLOCKING_FACTOR);
  lines.push(writeFileControl({ ...sums, batchCount: file.batches.length, blockCount }));
  while (lines.count < blockCount * BLOCKING_FACTOR) lines.push(PADDING);
  return lines.text();
}

function appendBatch(lines: LineCollector, { header, entries }: AchBatch): ControlSums {
  if (entries.length === 0) throw unwritable(`batch ${header.batchNumber} without an entry`);
  const sums = sumsOf(entries);
  lines.push(writeBatchHeader(header));
  for (const entry of entries) {
    lines.push(writeEntryDetail(entry));
    if (entry.addenda !== undefined) lines.push(writeAddenda(entry.addenda, entry.traceNumber));
  }
  lines.push(writeBatchControl(header, sums));
  return sums;
}
