import type { AchBatch, AchEntry, AchFile, EntryClass } from './ach-file';
import { readAddenda } from './addenda';
import { checkBatchControl } from './batch-control';
import { readBatchHeader } from './batch-header';
import { addSums, NO_SUMS, sumsOf } from './control-sums';
import { damaged } from './damage';
import { readEntryDetail } from './entry-detail';
import { checkFileControl } from './file-control';
import { readFileHeader } from './file-header';
import { BLOCKING_FACTOR } from './layout';
import { RecordCursor } from './record-cursor';
import type { Line } from './record-reader';
import { kindOf } from './transaction-codes';

/**
 * Reads a file from the bank, or one of ours, and believes none of it: positions, types, order, that controls match
 * headers, counts, hashes, totals, blocks. All or nothing; a file is never read in part.
 *
 * Line ends may be CRLF, and the last may be missing. Nothing else is forgiven.
 *
 * @param text the whole file; returns (addenda 99) and notifications of change (98, class COR) among it
 * @throws LeaseError BANK_FILE_INVALID whose message and `extra.errors[0]` name the line and the rule
 */
export function parseAchFile(text: string): AchFile {
  const cursor = new RecordCursor(text);
  const header = readFileHeader(cursor.take('1'));
  const batches: AchBatch[] = [];
  do batches.push(readBatch(cursor));
  while (cursor.isAt('5'));

  const control = cursor.take('9');
  const blockCount = Math.ceil(cursor.lineCount / BLOCKING_FACTOR);
  const sums = batches.reduce((total, { entries }) => addSums(total, sumsOf(entries)), NO_SUMS);
  checkPadding(cursor.rest(), cursor.lineCount);
  checkFileControl(control, { ...sums, batchCount: batches.length, blockCount });
  return { header, batches };
}

function readBatch(cursor: RecordCursor): AchBatch {
  const header = readBatchHeader(cursor.take('5'));
  const entries: AchEntry[] = [];
  do entries.push(readEntry(cursor, header.entryClass));
  while (cursor.isAt('6'));
  checkBatchControl(cursor.take('8'), header, sumsOf(entries));
  return { header, entries };
}

function readEntry(cursor: RecordCursor, entryClass: EntryClass): AchEntry {
  const line = cursor.take('6');
  const { entry, hasAddenda } = readEntryDetail(line);
  if (!hasAddenda && cursor.isAt('7')) throw damaged(line.number + 1, 'RECORD_ORDER', 'an addenda nobody announced');
  const read = hasAddenda ? { ...entry, addenda: readAddenda(cursor.take('7'), entry) } : entry;
  checkPurpose(read, entryClass, line);
  return read;
}

/** A notification of change says so in three places; where they differ, nobody can tell what the bank meant. */
function checkPurpose({ addenda, transactionCode }: AchEntry, entryClass: EntryClass, line: Line): void {
  const isChange = addenda?.kind === '98';
  if (isChange !== (entryClass === 'COR')) {
    throw damaged(line.number, 'FIELD_VALUE', 'addenda 98 stands in class COR, and nothing else does');
  }
  if (kindOf(transactionCode) === 'return' && !isChange && addenda?.kind !== '99') {
    throw damaged(line.number, 'FIELD_VALUE', `transaction code ${transactionCode} without an addenda 98 or 99`);
  }
}

function checkPadding(lines: readonly Line[], lineCount: number): void {
  const wrong = lines.find(({ text }) => !/^9+$/.test(text));
  if (wrong) throw damaged(wrong.number, 'BLOCKING', 'after the file control there are only lines of nines');
  if (lineCount % BLOCKING_FACTOR === 0 && lines.length < BLOCKING_FACTOR) return;
  throw damaged(lineCount, 'BLOCKING', `${lineCount} records are not whole blocks of ${BLOCKING_FACTOR}`);
}
