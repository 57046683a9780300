import PDFDocument from 'pdfkit';
import type { Letter } from '../../domain/letters/letter';
import { printable } from './printable';

export type PdfKit = InstanceType<typeof PDFDocument>;
export type Element = PDFKit.PDFStructureElement;

/** All lengths are points, 72 an inch, and whole ones. */
export const MARGIN = 54;
const FOOT = 64;
export const REGULAR = 'Helvetica';
export const BOLD = 'Helvetica-Bold';

/** A document under way: what is written goes to the end of it, and into its tree of structure for who hears it read. */
export interface Sheet {
  kit: PdfKit;
  root: Element;
  /** of what can be written on */
  width: number;
  /** whether something that was given could not be shown as it is */
  isInexact: boolean;
}

/**
 * Opens a document of US Letter pages. Nothing in it comes from a clock or from chance, and it is not compressed, since
 * what a release of zlib makes of it may change: the same letter is the same bytes on every machine and day.
 *
 * Tagged, with language and title, for screen readers. It does not call itself PDF/UA: that asks for typefaces inside
 * the file, and the standard ones stay outside.
 */
export function openSheet({ title, language, madeAt }: Letter): Sheet {
  const kit = new PDFDocument({
    size: 'LETTER',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: FOOT },
    bufferPages: true,
    compress: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: { Title: title, Creator: 'Ownward', Producer: 'Ownward', CreationDate: new Date(madeAt) },
  });
  const root = kit.struct('Document');
  kit.addStructure(root);
  return { kit, root, width: kit.page.width - 2 * MARGIN, isInexact: false };
}

interface Place {
  left?: number;
  top?: number;
  width?: number;
  align?: 'left' | 'right';
  /** of a heading of a table: which cells it is about */
  scope?: 'Column' | 'Row';
}

/** Writes a text as one element of the structure; what could not be shown stands there as it was given. */
export function write(sheet: Sheet, parent: Element, tag: string, given: string, place: Place = {}): void {
  const { kit } = sheet;
  const { text, isExact } = printable(given);
  if (!isExact) sheet.isInexact = true;
  const { left = MARGIN, top = kit.y, width = sheet.width, align = 'left', scope } = place;
  const draw = (): void => void kit.text(text, left, top, { width, align });
  parent.add(kit.struct(tag, { ...(isExact ? {} : { actual: given }), ...(scope ? { scope } : {}) }, draw));
}

/** What is no part of the text: lines, page numbers, headings repeated on a next page. */
export function decorate({ kit }: Sheet, type: 'Layout' | 'Pagination', draw: () => void): void {
  kit.markContent('Artifact', { type });
  draw();
  kit.endMarkedContent();
}

/** Begins a page where less than this is left of the present one. */
export function makeRoom({ kit }: Sheet, height: number): boolean {
  if (kit.y + height <= kit.page.height - FOOT) return false;
  kit.addPage();
  return true;
}

/** The finished file. */
export async function bytesOf(kit: PdfKit): Promise<Buffer> {
  return await new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    kit.on('data', (chunk: Buffer) => chunks.push(chunk));
    kit.on('end', () => resolve(Buffer.concat(chunks)));
    kit.on('error', reject);
    kit.end();
  });
}
