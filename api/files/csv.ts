import { stringify } from 'csv-stringify/sync';

export type CsvCell = string | number | null;

/**
 * Rows as RFC 4180 wants them, with a heading. Text that a spreadsheet would take for a formula gets an apostrophe in
 * front: a waiver's reason is typed by people, and opening a file must run nothing.
 */
export function renderCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const options = { record_delimiter: 'windows', escape_formulas: true } as const;
  return stringify([[...columns], ...rows.map((row) => [...row])], options);
}
