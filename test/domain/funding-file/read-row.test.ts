import { isBlankRow, readRow } from '../../../domain/funding-file/read-row';
import { cellsOf, headerOf, read } from './rows';

describe('a row', () => {
  it('is read by the names of its columns', () => {
    expect(read()).toEqual({
      storeName: 'BestSofa Dallas',
      leaseId: '1002003001',
      customerName: 'Ruiz, Ana',
      amountCents: 100_000,
      deliveredOn: '2026-11-24',
      merchantRef: 'A-17',
    });
  });

  it('is read in whatever order the columns come', () => {
    const columns = ['delivery_date', 'note', 'invoice_amount', 'customer_name', 'lease_id', 'store_name'];
    const row = readRow(headerOf(columns), ['11-24-2026', 'x', '1,000.00', 'Ana Ruiz', ' 1002003001 ', ' Dallas ']);
    expect(row).toMatchObject({ leaseId: '1002003001', amountCents: 100_000, storeName: 'Dallas', merchantRef: null });
  });

  it.each(['1234567', '12345678', '123456789', '1234567890', '0002003001'])('takes %s for a lease ID', (id) => {
    expect(read({ lease_id: id })).toMatchObject({ leaseId: id });
  });

  it.each([
    ['12345', {}],
    ['123456', {}],
    ['12345678901', {}],
    ['', {}],
    ['1002003O01', {}],
    ['100-200-3001', {}],
    ["'1002003001", {}],
    ['="1002003001"', {}],
    ['١٠٠٢٠٠٣٠٠١', {}],
    ['1002003001\u0000', {}],
    ['1002003001\u200b', {}],
    ['1.00E+09', { isSpreadsheetNumber: true }],
    ['4.82191E+09', { isSpreadsheetNumber: true }],
    ['4,82191E+09', { isSpreadsheetNumber: true }],
    ['1002003001.00', { isSpreadsheetNumber: true }],
    ['1e9', { isSpreadsheetNumber: true }],
    ['+1002003001', { isSpreadsheetNumber: true }],
  ])('does not take %j, and says when a spreadsheet has damaged it', (id, detail) => {
    expect(readRow(headerOf(), cellsOf({ lease_id: id }))).toEqual({
      result: { code: 'INVALID_LEASE_ID', detail },
      leaseId: null,
    });
  });

  it('names the lease ID before the date, where both are wrong', () => {
    expect(read({ lease_id: '12345', delivery_date: 'soon' })).toBe('INVALID_LEASE_ID');
  });

  // The first row of a lease wins, also when it is wrong: whoever sent two of them must look at both.
  it('says which lease it is of, also when its date is none', () => {
    expect(readRow(headerOf(), cellsOf({ delivery_date: '2026-02-30' }))).toEqual({
      result: { code: 'DELIVERY_DATE_INVALID', detail: {} },
      leaseId: '1002003001',
    });
  });

  it('with an amount that is none is still a row: the lease knows what was expected', () => {
    expect(read({ invoice_amount: '$1,000' })).toMatchObject({ amountCents: null });
  });

  it('that a comma has torn has no amount that could be trusted', () => {
    const torn = readRow(headerOf(), [...cellsOf({ invoice_amount: '450' }), '25']);
    expect(torn).toMatchObject({ amountCents: null });
    const padded = readRow(headerOf(), [...cellsOf(), '', ' ']);
    expect(padded).toMatchObject({ amountCents: 100_000 });
  });

  it('with too few cells lacks what is not there', () => {
    expect(readRow(headerOf(), cellsOf().slice(0, 4))).toMatchObject({ result: { code: 'DELIVERY_DATE_INVALID' } });
    expect(readRow(headerOf(), [])).toMatchObject({ result: { code: 'INVALID_LEASE_ID' } });
    expect(readRow(headerOf(), cellsOf().slice(0, 5))).toMatchObject({ amountCents: 100_000, merchantRef: null });
  });

  it.each([
    ['a NUL', 'Best\u0000Sofa'],
    ['a line break', 'Best\nSofa'],
    ['an escape', '\u001b[31mBestSofa'],
    ['more than 100 characters', 'B'.repeat(101)],
    ['a very long cell', 'B'.repeat(1_000_000)],
  ])('names no store with %s in it, so that none reaches SQL', (_, name) => {
    expect(read({ store_name: name })).toMatchObject({ storeName: '' });
  });

  it('takes a store of 100 characters, and a reference of 30', () => {
    expect(read({ store_name: 'B'.repeat(100) })).toMatchObject({ storeName: 'B'.repeat(100) });
    expect(read({ merchant_ref: 'r'.repeat(30) })).toMatchObject({ merchantRef: 'r'.repeat(30) });
    expect(read({ merchant_ref: 'r'.repeat(31) })).toMatchObject({ merchantRef: null });
    expect(read({ merchant_ref: '' })).toMatchObject({ merchantRef: null });
  });

  it('has nobody for a customer whose name goes on and on', () => {
    expect(read({ customer_name: `Ruiz, ${'Ana '.repeat(1_000)}` })).toMatchObject({ customerName: '' });
  });

  it('of empty cells is none', () => {
    expect(isBlankRow(['', ' ', '\t'])).toBe(true);
    expect(isBlankRow([])).toBe(true);
    expect(isBlankRow(['', '0'])).toBe(false);
  });
});
