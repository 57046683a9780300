import { renderPdf } from '../../../activities/pdf/render-pdf';
import { LANGUAGES } from '../../../domain/agreement/agreement-document';
import type { Letter, LetterBlock } from '../../../domain/letters/letter';
import { left, right } from '../../../domain/letters/letter';
import { writeLetter } from '../../../domain/letters/write-letter';
import { pdfPages } from '../../api/files/pdf-text';
import { everyFacts, SIGNED_AT, textsOf } from '../../domain/letters/letter-fixture';

const letterWith = (...blocks: LetterBlock[]): Letter => ({
  ...{ title: 'Title', language: 'en', madeAt: SIGNED_AT, footer: 'Lease 1002003001' },
  blocks,
});

/** How often each kind of element stands in the structure. */
function elementsOf(bytes: Buffer): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { 1: tag = '' } of bytes.toString('latin1').matchAll(/\/S \/(\w+)\n/g))
    counts[tag] = (counts[tag] ?? 0) + 1;
  return counts;
}

const words = (text: string) => text.replace(/[\s\u00b7]+/g, '');

/** What is drawn on all pages, without the foot of each. */
const drawn = (bytes: Buffer) => words(pdfPages(bytes).join('\n'));

const payments = (count: number): LetterBlock => ({
  kind: 'table',
  columns: [left('Payment', 2), left('Due', 4), right('Amount', 6)],
  rows: Array.from({ length: count }, (_, index) => [`Nr. ${index + 1}`, 'January 1, 2027', '$75.04']),
});

describe('a letter on paper', () => {
  it.each(LANGUAGES)('shows every text of every kind, in order: %s', async (language) => {
    for (const facts of everyFacts({ language })) {
      const letter = writeLetter(facts);
      const all = drawn(await renderPdf(letter));
      let at = 0;
      for (const text of textsOf(letter).map(words)) {
        const next = all.indexOf(text.slice(0, 20), at);
        expect(next).toBeGreaterThanOrEqual(at);
        at = next;
      }
    }
  });

  it('is tagged: language, title, structure, and reads in the order in which it was written', async () => {
    const bytes = await renderPdf({ ...writeLetter(everyFacts({ language: 'es' })[0] as never) });
    const raw = bytes.toString('latin1');
    for (const part of [
      '%PDF-1.7',
      '/MarkInfo',
      '/Marked true',
      '/StructTreeRoot',
      '/Lang (es)',
      '/DisplayDocTitle true',
    ]) {
      expect(raw).toContain(part);
    }
    expect(elementsOf(bytes)).toMatchObject({ Document: 1, H1: 1, Table: 6, THead: 2, TBody: 6 });
    expect(elementsOf(bytes)['H3']).toBeGreaterThan(15);
    expect(raw).not.toContain('/AcroForm');
  });

  it('gives every cell of a table its element, and repeats headings for the eye alone', async () => {
    const bytes = await renderPdf(letterWith(payments(52)));
    const pages = pdfPages(bytes);
    expect(pages.length).toBe(2);
    for (const page of pages) expect(page).toContain('Payment\nDue\nAmount');
    const told = pages
      .join('\n')
      .split('\n')
      .filter((text) => text.startsWith('Nr. '));
    expect(told).toEqual(Array.from({ length: 52 }, (_, index) => `Nr. ${index + 1}`));
    expect(elementsOf(bytes)).toMatchObject({ TR: 53, TH: 3, TD: 156 });
    expect(bytes.toString('latin1').match(/\/Artifact <<\n\/Type \/Pagination/g)).toHaveLength(3);
  });

  it('numbers its pages, and leaves no page empty', async () => {
    const pages = pdfPages(
      await renderPdf(letterWith(payments(60), { kind: 'newPage' }, { kind: 'heading', text: 'End' })),
    );
    pages.forEach((page, index) => {
      expect(page).toContain(`Lease 1002003001\nPage ${index + 1} of ${pages.length}`);
      expect(page.split('\n').length).toBeGreaterThan(2);
    });
  });

  it('is the same bytes for the same letter, and others when a cent changes', async () => {
    const once = await renderPdf(letterWith({ kind: 'paragraph', text: '$1.00' }));
    expect((await renderPdf(letterWith({ kind: 'paragraph', text: '$1.00' }))).equals(once)).toBe(true);
    expect((await renderPdf(letterWith({ kind: 'paragraph', text: '$1.01' }))).equals(once)).toBe(false);
  });
});

describe('what the typeface cannot show', () => {
  const facts = (name: string): LetterBlock => ({ kind: 'facts', rows: [['Name', name]] });

  it('stands in the structure as it was given, and the letter says why it looks otherwise', async () => {
    const bytes = await renderPdf(letterWith(facts('Łukasz Жук')));
    expect(drawn(bytes)).toContain('Lukasz[?]');
    expect(drawn(bytes)).toContain(words('lacks some letters of what was given to us'));
    const utf16 = Buffer.from('Łukasz Жук', 'utf16le').swap16().toString('latin1');
    expect(bytes.toString('latin1')).toContain(`/ActualText (\xfe\xff${utf16.replace(/[\\()]/g, '\\$&')})`);
  });

  it('is spoken of only where it is', async () => {
    expect(drawn(await renderPdf(letterWith(facts('José'))))).not.toContain('typeface');
  });

  it.each([
    ['300 letters without a space', 'W'.repeat(300)],
    ['a name of emojis', '👩‍👩‍👧'.repeat(100)],
    ['something that looks like PDF', ') Tj ET endstream endobj (<script>'],
    ['from right to left', `\u202E${'محمد '.repeat(40)}`],
    ['backslashes and brackets', '\\(\\)(((\\\\'],
  ])('breaks no page: %s', async (_, name) => {
    const bytes = await renderPdf(letterWith(facts(name), { kind: 'lines', lines: [name, name] }, payments(3)));
    const text = pdfPages(bytes).join('\n');
    expect(text).toContain('Nr. 3');
    expect(text).toContain('Page 1 of 1');
  });
});
