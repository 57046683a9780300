import { checkTrailer, readTrailer } from '../../../domain/funding-file/trailer';
import { cellsOf } from './rows';

describe('a trailer', () => {
  it.each([
    [['#TRAILER', '7', '6399.25']],
    [[' #trailer ', ' 7 ', ' 6399.25 ']],
    [['#TRAILER', '7', '6,399.25']],
    [['#TRAILER', '7', '6399.25', '', ' ', '']],
  ])('says how many rows there are and what they come to: %j', (cells) => {
    expect(readTrailer(cells)).toEqual({ rowCount: 7, totalCents: 639_925 });
  });

  it.each([[cellsOf()], [['', '#TRAILER', '7', '1.00']], [['TRAILER', '7', '1.00']], [[]]])(
    'is told from a row: %j',
    (cells) => {
      expect(readTrailer(cells)).toBeUndefined();
    },
  );

  it.each([
    [['#TRAILER']],
    [['#TRAILER', '7']],
    [['#TRAILER', '7', '']],
    [['#TRAILER', '7.0', '1.00']],
    [['#TRAILER', '-7', '1.00']],
    [['#TRAILER', '', '1.00']],
    [['#TRAILER', '7', '$1.00']],
    [['#TRAILER', '7', '1', '000.00']],
  ])('that cannot be read is a mismatch, not a row: %j', (cells) => {
    expect(readTrailer(cells)).toEqual({ code: 'TRAILER_MISMATCH' });
  });

  const sums = { rowCount: 7, totalCents: 639_925, unreadableCount: 0 };

  it('that fits the rows says nothing', () => {
    expect(checkTrailer({ rowCount: 7, totalCents: 639_925 }, sums)).toBeUndefined();
  });

  it.each([
    [8, 639_925, 'rows 8 ≠ 7'],
    [6, 639_925, 'rows 6 ≠ 7'],
    [7, 639_926, 'total 6399.26 ≠ 6399.25'],
    [7, 639_924, 'total 6399.24 ≠ 6399.25'],
  ])('of %i rows and %i cents refuses the file: %s', (rowCount, totalCents, particulars) => {
    expect(checkTrailer({ rowCount, totalCents }, sums)).toEqual({ code: 'TRAILER_MISMATCH', particulars });
  });

  // One bad row never stops the others (domain.md 4.4): what it is worth is known to the sender alone.
  it('leaves room for rows whose amount cannot be read, and no more', () => {
    const torn = { ...sums, unreadableCount: 1 };
    expect(checkTrailer({ rowCount: 7, totalCents: 700_000 }, torn)).toBeUndefined();
    expect(checkTrailer({ rowCount: 7, totalCents: 639_925 }, torn)).toBeUndefined();
    expect(checkTrailer({ rowCount: 7, totalCents: 639_924 }, torn)).toMatchObject({ code: 'TRAILER_MISMATCH' });
    expect(checkTrailer({ rowCount: 8, totalCents: 700_000 }, torn)).toMatchObject({ code: 'TRAILER_MISMATCH' });
  });
});
