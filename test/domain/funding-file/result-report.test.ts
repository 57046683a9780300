import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { withoutFormula } from '../../../domain/funding-file/formula';
import {
  refusedReport,
  REPORT_COLUMNS,
  type ReportedRow,
  reportHeader,
  reportRow,
  reportTotals,
} from '../../../domain/funding-file/result-report';
import { rowResult } from '../../../domain/funding-file/row-result';
import { cellsOf, COLUMNS } from './rows';

const FUNDED: ReportedRow = {
  cells: cellsOf(),
  rowNumber: 1,
  result: rowResult('FUNDED', { deliveredOn: calendarDate('2026-11-24') }),
  leaseStatus: 'funded',
  fundedCents: cents(100_000),
  funding: { runId: 'FRUN-2026-11-25', effectiveOn: calendarDate('2026-11-27') },
};

describe('a result report', () => {
  it('has the columns as received and ours behind them', () => {
    expect(reportHeader(['Store Name', 'Región'])).toEqual(['Store Name', 'Región', ...REPORT_COLUMNS]);
    expect(REPORT_COLUMNS).toEqual([
      'row',
      'result',
      'code',
      'message_en',
      'message_es',
      'lease_status_after',
      'funded_amount',
      'funding_run_id',
      'expected_ach_effective_date',
    ]);
  });

  it('says of a funded row how much, by which run, and when the bank has it', () => {
    expect(reportRow(COLUMNS, FUNDED)).toEqual([
      ...cellsOf(),
      '1',
      'accepted',
      'FUNDED',
      'Funded, delivered on 2026-11-24.',
      'Aceptado para pago; entregado el 2026-11-24.',
      'funded',
      '1000.00',
      'FRUN-2026-11-25',
      '2026-11-27',
    ]);
  });

  it('leaves empty what a refused row has not', () => {
    const row = {
      ...FUNDED,
      result: rowResult('LEASE_NOT_FOUND'),
      leaseStatus: null,
      fundedCents: null,
      funding: null,
    };
    const [, , , , , , ...ours] = reportRow(COLUMNS, row);
    expect(ours.slice(0, 3)).toEqual(['1', 'rejected', 'LEASE_NOT_FOUND']);
    expect(ours.slice(5)).toEqual(['', '', '', '']);
  });

  it('keeps ours under their names, whether a row has too few cells or too many', () => {
    for (const cells of [[], ['x'], [...cellsOf(), '25', '26']]) {
      const row = reportRow(COLUMNS, { ...FUNDED, cells });
      expect(row).toHaveLength(COLUMNS.length + REPORT_COLUMNS.length);
      expect(row[COLUMNS.length]).toBe('1');
    }
  });

  it('ends with counts and the sum in dollars', () => {
    const totals = {
      rowCount: 7,
      acceptedCount: 1,
      scheduledCount: 1,
      repeatCount: 0,
      rejectedCount: 5,
      fundedCents: 100_000,
    };
    expect(reportTotals(totals)).toEqual(['#TOTALS', '7', '1', '1', '0', '5', '1000.00']);
    expect(reportTotals({ ...totals, fundedCents: 5 }).at(-1)).toBe('0.05');
    expect(reportTotals({ ...totals, fundedCents: 0 }).at(-1)).toBe('0.00');
  });

  it('of a refused file is one line with its code, and totals of nothing', () => {
    const [header, line = [], totals, ...more] = refusedReport({ code: 'TRAILER_MISMATCH', particulars: 'rows 8 ≠ 7' });
    expect(header).toEqual(REPORT_COLUMNS);
    expect(line.slice(0, 3)).toEqual(['', 'rejected', 'TRAILER_MISMATCH']);
    expect(line[3]).toContain('rows 8 ≠ 7');
    expect(line).toHaveLength(REPORT_COLUMNS.length);
    expect(totals).toEqual(['#TOTALS', '0', '0', '0', '0', '0', '0.00']);
    expect(more).toEqual([]);
    const known = refusedReport({ code: 'TRAILER_MISMATCH' }, COLUMNS);
    expect(known[0]).toEqual([...COLUMNS, ...REPORT_COLUMNS]);
    expect(known[1]).toHaveLength(COLUMNS.length + REPORT_COLUMNS.length);
  });
});

describe('what is echoed', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '\u0000=1', '＝1', '-5.00', '="1002003001"'])(
    'is no formula any more: %j',
    (cell) => {
      expect(withoutFormula(cell)).toBe(`'${cell}`);
    },
  );

  it.each(['', 'Ruiz, Ana', '1000.00', "O'Brien", '2026-11-24', 'a=b', ' =1', '#TRAILER', '(5.00)', "'=1"])(
    'is left as it is: %j',
    (cell) => {
      expect(withoutFormula(cell)).toBe(cell);
    },
  );
});
