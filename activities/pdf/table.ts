import type { TableColumn } from '../../domain/letters/letter';
import { printable } from './printable';
import { BOLD, decorate, type Element, makeRoom, MARGIN, REGULAR, type Sheet, write } from './sheet';

interface Column extends TableColumn {
  left: number;
  width: number;
}

const TEXT_SIZE = 9;
/** of a table with many columns */
const SMALL_SIZE = 8;
const MANY_COLUMNS = 5;
/** between two columns and two rows */
const GAP = 6;

/** A table over as many pages as it takes, with its headings on each; a row stays on one page. */
export function drawTable(sheet: Sheet, columns: readonly TableColumn[], rows: readonly (readonly string[])[]): void {
  const { kit, root } = sheet;
  const laidOut = layOut(sheet, columns);
  const table = childOf(sheet, root, 'Table');
  makeRoom(sheet, 4 * TEXT_SIZE + GAP);
  kit.fontSize(columns.length < MANY_COLUMNS ? TEXT_SIZE : SMALL_SIZE);
  drawHeadings(sheet, laidOut, childOf(sheet, childOf(sheet, table, 'THead'), 'TR'));
  const body = childOf(sheet, table, 'TBody');
  for (const row of rows) {
    const height = rowHeight(sheet, laidOut, row);
    if (makeRoom(sheet, height)) repeatHeadings(sheet, laidOut);
    drawRow(sheet, laidOut, childOf(sheet, body, 'TR'), { cells: row, height });
  }
  kit.moveDown();
}

/** Names and what they are: a table without headings whose first cells are the headings of their rows. */
export function drawFacts(sheet: Sheet, rows: readonly (readonly [string, string])[]): void {
  const { kit, root } = sheet;
  const columns = layOut(sheet, [
    { heading: '', share: 3, align: 'left' },
    { heading: '', share: 6, align: 'left' },
  ]);
  const body = childOf(sheet, childOf(sheet, root, 'Table'), 'TBody');
  kit.font(REGULAR).fontSize(TEXT_SIZE);
  for (const row of rows) {
    const height = rowHeight(sheet, columns, row);
    makeRoom(sheet, height);
    drawRow(sheet, columns, childOf(sheet, body, 'TR'), { cells: row, height, isNamed: true });
  }
  kit.moveDown();
}

function layOut({ width }: Sheet, columns: readonly TableColumn[]): Column[] {
  const parts = columns.reduce((sum, { share }) => sum + share, 0);
  let left = MARGIN;
  return columns.map((column) => {
    const own = Math.floor((width * column.share) / parts);
    left += own;
    return { ...column, left: left - own, width: own };
  });
}

function childOf({ kit }: Sheet, parent: Element, tag: string): Element {
  const child = kit.struct(tag);
  parent.add(child);
  return child;
}

function drawHeadings(sheet: Sheet, columns: readonly Column[], row: Element): void {
  const { kit } = sheet;
  kit.font(BOLD);
  const cells = columns.map(({ heading }) => heading);
  drawRow(sheet, columns, row, { cells, height: rowHeight(sheet, columns, cells), isHeading: true });
  underline(sheet);
  kit.font(REGULAR);
}

/** Once more for the eye; who hears it read has heard them. */
function repeatHeadings(sheet: Sheet, columns: readonly Column[]): void {
  const { kit } = sheet;
  const top = kit.y;
  kit.font(BOLD);
  const cells = columns.map(({ heading }) => heading);
  const height = rowHeight(sheet, columns, cells);
  decorate(sheet, 'Pagination', () => {
    for (const { heading, left, width, align } of columns) {
      kit.text(printable(heading).text, left, top, { width: width - GAP, align });
    }
  });
  moveTo(sheet, top + height);
  underline(sheet);
  kit.font(REGULAR);
}

function underline(sheet: Sheet): void {
  const { kit } = sheet;
  const top = kit.y - 3;
  decorate(sheet, 'Layout', () => {
    kit
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + sheet.width, top)
      .lineWidth(1)
      .stroke();
  });
  moveTo(sheet, top + 4);
}

/** As high as its longest cell, which goes on below in its own column. */
function rowHeight({ kit }: Sheet, columns: readonly Column[], cells: readonly string[]): number {
  const heights = columns.map(({ width }, index) =>
    kit.heightOfString(printable(cells[index] ?? '').text, { width: width - GAP }),
  );
  return Math.ceil(Math.max(...heights)) + GAP;
}

interface Row {
  cells: readonly string[];
  height: number;
  isHeading?: boolean;
  /** its first cell says what the others are */
  isNamed?: boolean;
}

function drawRow(sheet: Sheet, columns: readonly Column[], row: Element, { cells, height, ...kind }: Row): void {
  const top = sheet.kit.y;
  columns.forEach(({ left, width, align }, index) => {
    const place = { left, top, width: width - GAP, align };
    const text = cells[index] ?? '';
    if (kind.isHeading) return write(sheet, row, 'TH', text, { ...place, scope: 'Column' });
    if (kind.isNamed && index === 0) return write(sheet, row, 'TH', text, { ...place, scope: 'Row' });
    write(sheet, row, 'TD', text, place);
  });
  moveTo(sheet, top + height);
}

function moveTo({ kit }: Sheet, top: number): void {
  kit.x = MARGIN;
  kit.y = top;
}
