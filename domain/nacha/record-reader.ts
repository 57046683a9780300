import { damaged } from './damage';
import type { Field, Read, RecordLayout } from './layout';

/** A line of the file that came, with its 1-based number for whoever must look it up. */
export interface Line {
  readonly number: number;
  readonly text: string;
}

const DIGITS = /^\d+$/;

/**
 * The fields of one record, without their padding.
 * @throws LeaseError BANK_FILE_INVALID FIELD_TYPE when a number holds anything but digits, FIELD_VALUE when a field that
 *   is the same in every file holds something else
 */
export function readRecord<const L extends RecordLayout>(layout: L, line: Line): Read<L>;
export function readRecord(layout: RecordLayout, line: Line): Readonly<Record<string, string>> {
  const read: Record<string, string> = {};
  for (const field of layout.fields) {
    const raw = line.text.slice(field.start - 1, field.start - 1 + field.length);
    if (field.fixed === undefined) read[field.name] = fieldValue(field, raw, layout.record, line);
    else if (raw !== field.fixed.padEnd(field.length)) {
      throw damaged(line.number, 'FIELD_VALUE', `${layout.record}: ${field.name} is not "${field.fixed}"`);
    }
  }
  return read;
}

function fieldValue(field: Field, raw: string, record: string, line: Line): string {
  if (field.kind !== 'numeric') return raw.trim();
  if (DIGITS.test(raw)) return raw;
  throw damaged(line.number, 'FIELD_TYPE', `${record}: ${field.name} is not ${field.length} digits`);
}
