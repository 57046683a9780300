import type { Row } from './row';

const HEADINGS = ['id', 'figure', 'value', 'unit', 'ratio', 'ship', 'aim', 'ships', 'aim met', 'against'];

/** The rows under their headings, each column as wide as its widest cell. */
export function table(rows: readonly Row[]): string {
  const lines = [HEADINGS, ...rows.map(cells)];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const text = lines.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [text[0], widths.map((width) => '-'.repeat(width)).join('  '), ...text.slice(1)].join('\n');
}

function cells({ id, name, value, unit, ratio, ship, aim, holds, reachesAim, against }: Row): string[] {
  return [id, name, figure(value), unit, figure(ratio), ship, aim, yesNo(holds), yesNo(reachesAim), against];
}

/** Three digits that matter; counts stay whole. */
export function figure(number: number | null): string {
  if (number === null) return '-';
  if (Number.isInteger(number) || Math.abs(number) >= 1_000) return String(Math.round(number));
  return String(Number(number.toPrecision(3)));
}

function yesNo(holds: boolean | null): string {
  if (holds === null) return '-';
  return holds ? 'yes' : 'NO';
}
