import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { FILE_FAULT_CODES, MAX_FILE_BYTES, MAX_FILE_ROWS } from '../../../domain/funding-file/file-fault';
import { fileFaultText } from '../../../domain/funding-file/file-words';
import { ROW_OUTCOMES, type RowCode, type RowDetail, rowResult } from '../../../domain/funding-file/row-result';
import { rowText } from '../../../domain/funding-file/row-words';

const ROW_CODES = Object.keys(ROW_OUTCOMES) as RowCode[];

const FULL: RowDetail = {
  expectedCents: cents(234_999),
  amount: 'lower',
  earliestOn: calendarDate('2026-10-26'),
  latestOn: calendarDate('2026-12-25'),
  distanceDays: -55,
  deliveredOn: calendarDate('2026-11-24'),
  signedOn: calendarDate('2026-10-20'),
  isSpreadsheetNumber: true,
};

const both = (code: RowCode, detail: RowDetail): [string, string] => [
  rowText(rowResult(code, detail), 'en'),
  rowText(rowResult(code, detail), 'es'),
];

describe('the words beside a code', () => {
  it.each(ROW_CODES)('of %s are whole sentences in both languages, also when nothing more is known', (code) => {
    for (const detail of [FULL, {}]) {
      const [english, spanish] = both(code, detail);
      for (const text of [english, spanish]) {
        expect(text).toMatch(/^[\p{Lu}].*\.$/u);
        expect(text).not.toMatch(/undefined|null|NaN|\[object|\s\s|\s[.,;]/);
      }
      expect(english).not.toBe(spanish);
    }
  });

  it('say which amount was expected, and what to do about it', () => {
    const lower = { expectedCents: cents(234_999), amount: 'lower' } as const;
    expect(both('AMOUNT_MISMATCH', lower)).toEqual([
      'The amount is lower than the invoice of $2,349.99. If the price was lowered, send the price adjustment first.',
      'El importe es menor que la factura de $2,349.99. Si se rebajó el precio, envíe primero el ajuste de precio.',
    ]);
    expect(both('AMOUNT_MISMATCH', { ...lower, amount: 'higher' })).toEqual([
      'The amount is higher than the invoice of $2,349.99.',
      'El importe es mayor que la factura de $2,349.99.',
    ]);
    expect(both('AMOUNT_MISMATCH', { ...lower, amount: 'unreadable' })[0]).toContain('$2,349.99');
    expect(both('PARTIAL_DELIVERY', lower)[0]).toContain('$2,349.99');
  });

  it('say how far away a date is, and which one would have been taken', () => {
    expect(both('DELIVERY_DATE_OUT_OF_WINDOW', FULL)).toEqual([
      'The delivery date is 55 days ago; the oldest allowed is 2026-10-26.',
      'La fecha de entrega fue hace 55 días; la más antigua admitida es 2026-10-26.',
    ]);
    expect(both('DELIVERY_DATE_OUT_OF_WINDOW', { ...FULL, distanceDays: 31 })).toEqual([
      'The delivery date is 31 days ahead; the latest allowed is 2026-12-25.',
      'La fecha de entrega es dentro de 31 días; la última admitida es 2026-12-25.',
    ]);
  });

  it.each([
    ['ALREADY_FUNDED', '2026-11-24'],
    ['SCHEDULED', '2026-11-24'],
    ['DELIVERED_BEFORE_SIGNED', '2026-10-20'],
  ] as const)('of %s name the date', (code, date) => {
    for (const text of both(code, FULL)) expect(text).toContain(date);
  });

  it('tell who lost digits to a spreadsheet how to keep them', () => {
    expect(both('INVALID_LEASE_ID', { isSpreadsheetNumber: true })[0]).toContain('as text');
    expect(both('INVALID_LEASE_ID', {})[0]).not.toContain('spreadsheet');
  });
});

describe('the words of a refused file', () => {
  it.each(FILE_FAULT_CODES)('for %s exist in both languages, with the particulars', (code) => {
    const texts = [fileFaultText({ code }, 'en'), fileFaultText({ code }, 'es')];
    expect(new Set(texts).size).toBe(2);
    for (const text of texts) expect(text).toMatch(/^\p{Lu}.*\.$/u);
    expect(fileFaultText({ code, particulars: 'lease_id' }, 'es')).toMatch(/\. \(lease_id\)$/);
  });

  it('name the limits that are kept', () => {
    const text = fileFaultText({ code: 'TOO_LARGE' }, 'en');
    expect(text).toContain(`${MAX_FILE_ROWS / 1_000},000 rows`);
    expect(text).toContain(`${MAX_FILE_BYTES / 1_000_000} MB`);
  });
});
