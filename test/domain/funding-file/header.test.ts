import fc from 'fast-check';
import { readHeader, REQUIRED_COLUMNS } from '../../../domain/funding-file/header';
import { COLUMNS, headerOf } from './rows';

const PLACES = {
  store_name: 0,
  lease_id: 1,
  customer_name: 2,
  invoice_amount: 3,
  delivery_date: 4,
  merchant_ref: 5,
};

describe('the header of a funding file', () => {
  it.each([
    [['store_name', 'lease_id', 'customer_name', 'invoice_amount', 'delivery_date', 'merchant_ref']],
    [['STORE_NAME', 'Lease_ID', 'CUSTOMER_NAME', 'Invoice_Amount', 'DELIVERY_DATE', 'Merchant_Ref']],
    [['store name', 'lease ID', 'customer name', 'invoice amount', 'confirmed delivery date', 'merchant ref']],
    [['  Store  Name ', 'Lease-Id', 'CustomerName', 'invoice\u00a0amount', 'Delivery\tDate', 'merchantRef']],
    [['\uFEFFstore_name', 'lease_id', 'customer_name', 'invoice_amount', 'delivery_date', 'merchant_ref']],
  ])('is known without regard to case, spaces, underscores and a byte order mark: %j', (cells) => {
    expect(readHeader(cells)).toMatchObject({ places: PLACES });
  });

  it('may have its columns in any order, with others between them', () => {
    const others = fc.uniqueArray(fc.constantFrom('note', 'row', 'result', '', 'Región', '=x'), { maxLength: 4 });
    const orders = others.chain((more) => fc.shuffledSubarray([...COLUMNS, ...more], { minLength: 6 + more.length }));
    fc.assert(
      fc.property(orders, (cells) => {
        const { columns, places } = headerOf(cells);
        expect(columns).toEqual(cells);
        for (const column of COLUMNS) expect(cells[places[column] ?? -1]).toBe(column);
      }),
    );
  });

  it('keeps every column as it was received, but for a byte order mark', () => {
    expect(headerOf(['\uFEFFStore Name', ...COLUMNS.slice(1), 'Región']).columns).toEqual([
      'Store Name',
      ...COLUMNS.slice(1),
      'Región',
    ]);
  });

  it.each(REQUIRED_COLUMNS)('without %s is refused by its name', (missing) => {
    const cells = COLUMNS.filter((column) => column !== missing);
    expect(readHeader(cells)).toEqual({ code: 'MISSING_COLUMN', particulars: missing });
  });

  it('does without the merchant reference', () => {
    const { merchant_ref: _, ...required } = PLACES;
    expect(headerOf(REQUIRED_COLUMNS).places).toEqual(required);
  });

  it('that is parted by semicolons, or is missing altogether, lacks every column', () => {
    const all = { code: 'MISSING_COLUMN', particulars: REQUIRED_COLUMNS.join(', ') };
    expect(readHeader([COLUMNS.join(';')])).toEqual(all);
    expect(readHeader(['BestSofa Dallas', '1002003001', 'Ruiz, Ana', '1000.00', '2026-11-24'])).toEqual(all);
  });

  it.each([
    ['lease_id', 'Lease ID'],
    ['delivery_date', 'confirmed delivery date'],
    ['merchant_ref', 'MerchantRef'],
  ])('with two columns for %s is refused: which one is meant?', (column, again) => {
    expect(readHeader([...COLUMNS, again])).toEqual({ code: 'DUPLICATE_COLUMN', particulars: column });
  });

  it.each([[[]], [['']], [['\uFEFF', ' ']]])('of nothing is an empty file: %j', (cells) => {
    expect(readHeader(cells)).toEqual({ code: 'EMPTY' });
  });
});
