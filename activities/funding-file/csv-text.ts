import { stringify } from 'csv-stringify/sync';

/** Rows as RFC 4180 wants them. Cells that a spreadsheet would take for formulas were made harmless before (F9). */
export function csvText(rows: readonly (readonly string[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    // The library quotes its own line ends only; a single one of these in a cell would begin a row of the sender's making.
    { record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  );
}
