import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvText } from '../../activities/funding-file/csv-text';
import { type ReportedRow, reportHeader, reportRow } from '../../domain/funding-file/result-report';
import { rowResult } from '../../domain/funding-file/row-result';

const REFUSED: ReportedRow = {
  cells: [],
  rowNumber: 1,
  result: rowResult('INVALID_LEASE_ID'),
  leaseStatus: null,
  fundedCents: null,
  funding: null,
};

/** What a sender could put into a cell to make our report do something: quotes, line ends, signs, control characters. */
const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^[\t\r\n"=+@,'-][ -~\t\r\n]{0,10}$/),
  fc.stringMatching(/^\p{Cc}{1,3}[=+@-].{0,5}$/u),
);
const header = fc.array(cell, { minLength: 1, maxLength: 6 });
const row = fc.array(cell, { maxLength: 8 });

describe('a result report that is read again', () => {
  it('has as many lines as were written, makes no spreadsheet calculate, and lost nothing of what was sent', () => {
    fc.assert(
      fc.property(header, row, (columns, cells) => {
        const [names = [], values = [], ...more] = parse(
          csvText([reportHeader(columns), reportRow(columns, { ...REFUSED, cells })]),
        );
        expect(more).toEqual([]);
        expect(values.slice(columns.length)).toEqual(reportRow([], REFUSED));
        const sent = [...columns, ...columns.map((_, place) => cells[place] ?? '')];
        const echoed = [...names.slice(0, columns.length), ...values.slice(0, columns.length)];
        for (const [place, text] of echoed.entries()) {
          expect(text).not.toMatch(/^(?:\p{Cc}*[=+\-@]|[\t\r\n])/u);
          expect([text, text.replace(/^'/, '')]).toContain(sent[place]);
        }
      }),
    );
  });
});
