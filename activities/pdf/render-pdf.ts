import { assertNever } from '../../domain/errors';
import type { Letter, LetterBlock } from '../../domain/letters/letter';
import { PAGE_WORDS } from '../../domain/letters/page-words';
import { printable } from './printable';
import { BOLD, bytesOf, decorate, makeRoom, MARGIN, openSheet, REGULAR, type Sheet, write } from './sheet';
import { drawFacts, drawTable } from './table';

const TITLE_SIZE = 17;
const HEADING_SIZE = 13;
const TEXT_SIZE = 10;
const FOOTER_SIZE = 8;

/**
 * Draws a letter as a PDF of US Letter pages with page numbers, tagged for screen readers. The same letter is the same
 * bytes, always.
 */
export async function renderPdf(letter: Letter): Promise<Buffer> {
  const sheet = openSheet(letter);
  const { kit } = sheet;
  kit.font(BOLD).fontSize(TITLE_SIZE);
  write(sheet, sheet.root, 'H1', letter.title);
  kit.fontSize(TEXT_SIZE).moveDown();
  for (const block of letter.blocks) drawBlock(sheet, block);
  if (sheet.isInexact) drawText(sheet, 'P', PAGE_WORDS[letter.language].inexact, { size: FOOTER_SIZE });
  drawFooters(sheet, letter);
  return await bytesOf(kit);
}

function drawBlock(sheet: Sheet, block: LetterBlock): void {
  switch (block.kind) {
    case 'heading':
      // A heading never ends a page.
      makeRoom(sheet, 5 * HEADING_SIZE);
      return drawText(sheet, 'H2', block.text, { size: HEADING_SIZE, isStrong: true });
    case 'subheading':
      makeRoom(sheet, 5 * TEXT_SIZE);
      return drawText(sheet, 'H3', block.text, { isStrong: true, isClose: true });
    case 'paragraph':
      return drawText(sheet, 'P', block.text, { isStrong: block.isStrong === true });
    case 'lines':
      return drawLines(sheet, block.lines, block.isStrong === true);
    case 'facts':
      return drawFacts(sheet, block.rows);
    case 'table':
      return drawTable(sheet, block.columns, block.rows);
    case 'newPage':
      return void sheet.kit.addPage();
    default:
      return assertNever(block);
  }
}

interface Style {
  size?: number;
  isStrong?: boolean;
  /** what follows belongs to it */
  isClose?: boolean;
}

function drawText(sheet: Sheet, tag: string, text: string, style: Style): void {
  const { size = TEXT_SIZE, isStrong = false, isClose = false } = style;
  const { kit } = sheet;
  kit.font(isStrong ? BOLD : REGULAR).fontSize(size);
  write(sheet, sheet.root, tag, text);
  kit.fontSize(TEXT_SIZE);
  if (isClose) return;
  kit.y += TEXT_SIZE - 2;
}

function drawLines(sheet: Sheet, lines: readonly string[], isStrong: boolean): void {
  const { kit, root } = sheet;
  makeRoom(sheet, lines.length * (TEXT_SIZE + 2));
  kit.font(isStrong ? BOLD : REGULAR).fontSize(TEXT_SIZE);
  for (const line of lines) write(sheet, root, 'P', line);
  kit.moveDown();
}

function drawFooters(sheet: Sheet, { footer, language }: Letter): void {
  const { kit, width } = sheet;
  const { start, count } = kit.bufferedPageRange();
  kit.font(REGULAR).fontSize(FOOTER_SIZE);
  for (let page = 0; page < count; page += 1) {
    kit.switchToPage(start + page);
    // Below the margin, where a text would begin a new page.
    kit.page.margins.bottom = 0;
    const top = kit.page.height - MARGIN + FOOTER_SIZE;
    decorate(sheet, 'Pagination', () => {
      kit.text(printable(footer).text, MARGIN, top, { width, align: 'left', lineBreak: false });
      const number = PAGE_WORDS[language].page(page + 1, count);
      kit.text(number, MARGIN, top, { width, align: 'right', lineBreak: false });
    });
  }
}
