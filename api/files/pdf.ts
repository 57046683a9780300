import type { CalendarDate } from '../../domain/calendar-date';
import PDFDocument from 'pdfkit';

export interface PdfColumn {
  heading: string;
  width: number;
  align: 'left' | 'right';
}

/** A statement: a title, what it is about, one table over as many pages as it takes, and what it adds up to. */
export interface PdfStatement {
  title: string;
  language: 'en' | 'es';
  /** stands in the file as its date of making: the same statement is the same bytes */
  madeOn: CalendarDate;
  facts: readonly string[];
  columns: readonly PdfColumn[];
  rows: readonly (readonly string[])[];
  /** where there are no rows */
  emptyText: string;
  totals: readonly string[];
  pageText: (page: number, pageCount: number) => string;
}

type Doc = InstanceType<typeof PDFDocument>;

const MARGIN = 40;
/** between two columns and two rows */
const GAP = 6;
const LINE_HEIGHT = 14;
const TEXT_SIZE = 8;
const REGULAR = 'Helvetica';
const BOLD = 'Helvetica-Bold';

/** The statement as a PDF of US Letter pages, with the table's heading and a page number on each. */
export async function renderPdf(statement: PdfStatement): Promise<Buffer> {
  const madeAt = new Date(`${statement.madeOn}T00:00:00Z`);
  const doc = new PDFDocument({
    size: 'LETTER',
    margin: MARGIN,
    bufferPages: true,
    lang: statement.language,
    info: { Title: statement.title, Creator: 'Ownward', Producer: 'Ownward', CreationDate: madeAt },
  });
  const bytes = bytesOf(doc);
  drawHead(doc, statement);
  drawTable(doc, statement);
  drawTotals(doc, statement);
  drawPageNumbers(doc, statement);
  doc.end();
  return await bytes;
}

function bytesOf(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

function drawHead(doc: Doc, { title, facts }: PdfStatement): void {
  doc.font(BOLD).fontSize(16).text(title);
  doc.moveDown(0.5).font(REGULAR).fontSize(10);
  for (const fact of facts) doc.text(fact);
  doc.moveDown();
}

function drawTable(doc: Doc, statement: PdfStatement): void {
  drawHeading(doc, statement);
  for (const row of statement.rows) {
    makeRoom(doc, statement, rowHeight(doc, statement.columns, row));
    drawRow(doc, statement.columns, row);
  }
  if (statement.rows.length === 0)
    doc
      .font(REGULAR)
      .fontSize(TEXT_SIZE)
      .text(statement.emptyText, MARGIN, doc.y + 4);
}

function drawHeading(doc: Doc, { columns }: PdfStatement): void {
  const headings = columns.map(({ heading }) => heading);
  doc.font(BOLD).fontSize(TEXT_SIZE);
  drawRow(doc, columns, headings);
  const line = doc.y - 2;
  doc
    .moveTo(MARGIN, line)
    .lineTo(doc.page.width - MARGIN, line)
    .lineWidth(0.5)
    .stroke();
  doc.font(REGULAR).fontSize(TEXT_SIZE);
  doc.y += 3;
}

/** As high as its longest cell, which goes on below in its own column. */
function rowHeight(doc: Doc, columns: readonly PdfColumn[], cells: readonly string[]): number {
  const heights = columns.map(({ width }, index) => doc.heightOfString(cells[index] ?? '', { width: width - GAP }));
  return Math.max(...heights) + GAP;
}

/** A row stays on one page. */
function drawRow(doc: Doc, columns: readonly PdfColumn[], cells: readonly string[]): void {
  const top = doc.y;
  const height = rowHeight(doc, columns, cells);
  let left = MARGIN;
  columns.forEach(({ width, align }, index) => {
    doc.text(cells[index] ?? '', left, top, { width: width - GAP, align });
    left += width;
  });
  doc.x = MARGIN;
  doc.y = top + height;
}

function makeRoom(doc: Doc, statement: PdfStatement, height: number): void {
  const bottom = doc.page.height - MARGIN - 2 * LINE_HEIGHT;
  if (doc.y + height <= bottom) return;
  doc.addPage();
  drawHeading(doc, statement);
}

function drawTotals(doc: Doc, statement: PdfStatement): void {
  makeRoom(doc, statement, (statement.totals.length + 1) * LINE_HEIGHT);
  doc.moveDown().font(BOLD).fontSize(10);
  for (const total of statement.totals) doc.text(total, MARGIN);
}

function drawPageNumbers(doc: Doc, { pageText }: PdfStatement): void {
  const { start, count } = doc.bufferedPageRange();
  doc.font(REGULAR).fontSize(TEXT_SIZE);
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page);
    const width = doc.page.width - 2 * MARGIN;
    // Above the bottom margin: a text below it would begin a new page.
    doc.text(pageText(page + 1, count), MARGIN, doc.page.height - MARGIN - 10, {
      width,
      align: 'right',
      lineBreak: false,
    });
  }
}
