/**
 * What makes a spreadsheet calculate (domain.md F9): the signs, also in full width, a tab or a line break, and the signs
 * behind control characters, which are not shown.
 */
const FORMULA = /^(?:[\t\r\n]|\p{Cc}*[=+\-@＝＋－＠])/u;

/** A cell of a caller as it may be written back: a leading apostrophe makes text of a formula. */
export function withoutFormula(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
