import { toAchText } from './ascii';
import { unwritable } from './damage';
import type { Field, Filled, RecordLayout } from './layout';

const DIGITS = /^\d+$/;

/**
 * One record of 94 characters, filled after its table.
 * @throws LeaseError BANK_FILE_INVALID when a number or an identifier does not fit its field
 */
export function writeRecord<const L extends RecordLayout>(layout: L, values: Filled<L>): string {
  const byName: Readonly<Record<string, string | number>> = values;
  let record = '';
  for (const field of layout.fields) {
    record += field.fixed === undefined ? fieldText(field, byName[field.name] ?? '', layout.record) : fixedText(field);
  }
  return record;
}

const fixedText = (field: Field): string => (field.fixed ?? '').padEnd(field.length);

function fieldText(field: Field, value: string | number, record: string): string {
  if (field.kind === 'numeric') return digitsText(field, String(value), record);
  const text = toAchText(String(value));
  if (text.length <= field.length) {
    return field.justify === 'right' ? text.padStart(field.length) : text.padEnd(field.length);
  }
  if (field.kind === 'text') return text.slice(0, field.length);
  throw unwritable(`${record}: ${field.name} takes ${field.length} characters, not ${text.length}`);
}

function digitsText(field: Field, digits: string, record: string): string {
  if (digits.length <= field.length && DIGITS.test(digits)) return digits.padStart(field.length, '0');
  throw unwritable(`${record}: ${field.name} takes up to ${field.length} digits`);
}
