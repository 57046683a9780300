import fc from 'fast-check';
import { LeaseError } from '../../domain/errors';
import type { AchFile } from '../../domain/nacha/ach-file';
import type { AchContext } from '../../domain/nacha/checks/context';
import { parseAchFile } from '../../domain/nacha/parse';
import { renderAchFile } from '../../domain/nacha/render';
import { validateAchFile } from '../../domain/nacha/validate';
import { originatedFile, returnedFile } from '../domain/nacha/arbitrary-files';
import { sampleFile } from '../domain/nacha/sample';

const contextOf = ({ header }: AchFile): AchContext => ({
  today: header.createdOn,
  direction: 'mixed',
  entryClasses: ['CCD', 'PPD', 'WEB', 'TEL'],
  usedFileIdModifiers: [],
});

/** Refused with a code and a line; anything else thrown is a fault of the reader. */
function isRefused(text: string): boolean {
  try {
    parseAchFile(text);
    return false;
  } catch (error) {
    return error instanceof LeaseError && error.code === 'BANK_FILE_INVALID' && /^line \d+: /.test(error.message);
  }
}

/**
 * Where another digit makes another file that is just as good: nothing in a file checks an account number, a name or a
 * free text. Only the run's nets (V28) and its earlier bytes (V29) know better. By record type, 1-based.
 */
const FREE: Readonly<Record<string, readonly (readonly [first: number, last: number])[]>> = {
  // Origin, creation time, modifier, names, reference.
  1: [
    [14, 23],
    [30, 34],
    [41, 94],
  ],
  // Company name, discretionary data, description, descriptive date, and another banking day within the window.
  5: [
    [5, 40],
    [54, 75],
  ],
  // Kind of account, account number, identification, name, discretionary data.
  6: [
    [2, 2],
    [13, 29],
    [40, 78],
  ],
  // Payment information.
  7: [[4, 83]],
};

/** A prenote may become a zero-dollar entry; without an addenda a sequence may become another that ascends. */
const FREE_WITHOUT_MONEY = [3, 3] as const;
const FREE_WITHOUT_ADDENDA = [88, 94] as const;

function isFree(line: string, position: number): boolean {
  const type = line.charAt(0);
  const ranges = [
    ...(FREE[type] ?? []),
    ...(type === '6' && /^0+$/.test(line.slice(29, 39)) ? [FREE_WITHOUT_MONEY] : []),
    ...(type === '6' && line[78] === '0' ? [FREE_WITHOUT_ADDENDA] : []),
  ];
  return ranges.some(([first, last]) => position >= first && position <= last);
}

/** Every other digit at one place of the text that neither the reader nor the validator minds. */
function unseenAt(text: string, at: number, context: AchContext): string[] {
  const others = Array.from('0123456789').filter((digit) => digit !== text[at]);
  const changed = others.map((digit) => text.slice(0, at) + digit + text.slice(at + 1));
  return changed.filter((each) => !isRefused(each) && validateAchFile(each, context).length === 0);
}

const placesOf = (text: string): number[] => [...text.matchAll(/\d/g)].map(({ index }) => index);

const isFreeAt = (text: string, at: number): boolean =>
  isFree(text.split('\n')[Math.floor(at / 95)] ?? '', (at % 95) + 1);

describe('ACH files', () => {
  it.each([
    ['files we send', originatedFile],
    ['returns and notifications of change', returnedFile],
  ])('are read as they were written: %s', (_what, file) => {
    fc.assert(fc.property(file, (written) => expect(parseAchFile(renderAchFile(written))).toEqual(written)));
  });

  it('are whole blocks of ten records of 94 characters', () => {
    fc.assert(
      fc.property(originatedFile, (file) => {
        const lines = renderAchFile(file).split('\n');
        expect([lines.length % 10, lines.filter((line) => !/^[ -~]{94}$/.test(line))]).toEqual([0, []]);
      }),
    );
  });

  it('that we write pass the thirty checks', () => {
    fc.assert(
      fc.property(originatedFile, (file) => expect(validateAchFile(renderAchFile(file), contextOf(file))).toEqual([])),
    );
  });

  it('hold printable upper-case ASCII whatever names come in', () => {
    const name = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(name, (receiverName) => {
        const { header, batches } = sampleFile();
        const text = renderAchFile({
          header,
          batches: batches.map((batch) => ({
            ...batch,
            entries: batch.entries.map((entry) => ({ ...entry, receiverName })),
          })),
        });
        expect(text).toMatch(/^(?:[ -`{-~]{94}\n){9}[ -`{-~]{94}$/);
        expect(renderAchFile(parseAchFile(text))).toBe(text);
      }),
    );
  });

  it('cut at any byte are refused', () => {
    const text = renderAchFile(sampleFile(4));
    const cuts = Array.from({ length: text.length }, (_, at) => at);
    expect(cuts.filter((at) => !isRefused(text.slice(0, at)))).toEqual([]);
    const windows = text.replaceAll('\n', '\r\n');
    expect([...windows].flatMap((_, at) => (isRefused(windows.slice(0, at)) ? [] : [at]))).toEqual([]);
  });

  it('of any shape cut at any byte are refused', () => {
    fc.assert(
      fc.property(fc.oneof(originatedFile, returnedFile), fc.double({ min: 0, max: 1, noNaN: true }), (file, share) => {
        const text = renderAchFile(file);
        expect(isRefused(text.slice(0, Math.floor(share * (text.length - 1))))).toBe(true);
      }),
    );
  });

  it('with one digit changed are noticed, at every place that means anything to anybody', () => {
    const file = sampleFile(4);
    const text = renderAchFile(file);
    const unseen = placesOf(text).filter((at) => !isFreeAt(text, at) && unseenAt(text, at, contextOf(file)).length > 0);
    expect(unseen).toEqual([]);
  });

  it('of any shape with one digit changed are noticed', () => {
    fc.assert(
      fc.property(originatedFile, fc.nat(), (file, nth) => {
        const text = renderAchFile(file);
        const places = placesOf(text).filter((at) => !isFreeAt(text, at));
        const at = places[nth % places.length] ?? 0;
        expect([at, unseenAt(text, at, contextOf(file))]).toEqual([at, []]);
      }),
    );
  });

  it('with one digit changed anywhere are noticed when the run’s earlier bytes are at hand', () => {
    const file = sampleFile(4);
    const text = renderAchFile(file);
    const netCents = new Map(
      file.batches.flatMap(({ entries }) => entries.map((entry) => [entry.identificationNumber, entry.amountCents])),
    );
    const context = { ...contextOf(file), run: { netCents, earlierText: text } };
    expect(placesOf(text).filter((at) => unseenAt(text, at, context).length > 0)).toEqual([]);
  });
});
