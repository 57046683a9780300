import { InvoiceBody } from '../../../api/schemas/invoice';
import { parseBody } from '../../../api/http/parse';
import { MAX_CENTS, sumCents } from '../../../domain/cents';
import { INVOICE } from '../support/bodies';
import { judged, withField } from '../support/judged';

const withChange = (pointer: string, value?: unknown) => judged(InvoiceBody, withField(INVOICE, pointer, value));
const lines = (count: number) => Array.from({ length: count }, () => INVOICE.lines[0]);

describe('an invoice', () => {
  it('with repeated line numbers passes the edge: the lease answers DUPLICATE_LINE', () => {
    expect(judged(InvoiceBody, { ...INVOICE, lines: lines(2) })).toBe('ok');
  });

  it('has 1 to 100 lines', () => {
    expect(judged(InvoiceBody, { ...INVOICE, lines: lines(100) })).toBe('ok');
    expect(judged(InvoiceBody, { ...INVOICE, lines: lines(101) })).toEqual(['/lines too_big']);
    expect(judged(InvoiceBody, { ...INVOICE, lines: [] })).toEqual(['/lines too_small']);
  });

  it('never reaches the lease with sums that are no money', () => {
    const most = { ...INVOICE.lines[0], lineTotalCents: 9_999_999_999 };
    const hundred = Array.from({ length: 100 }, () => most);
    const parsed = parseBody(InvoiceBody, { ...INVOICE, lines: hundred });

    expect(() => sumCents(parsed.lines.map((line) => line.lineTotalCents))).not.toThrow();
    expect(withChange('/lines/0/lineTotalCents', 10_000_000_000)).toEqual(['/lines/0/lineTotalCents too_big']);
  });

  it.each([
    ['/invoiceTotalCents', 0, 'too_small'],
    ['/invoiceTotalCents', 899.5, 'wrong_type'],
    ['/invoiceTotalCents', MAX_CENTS + 1, 'too_big'],
    ['/invoiceNumber', 'x'.repeat(36), 'too_big'],
    ['/invoiceNumber', '4111111111111111', 'card_number'],
    ['/deliveryState', 'Texas', 'not_allowed'],
    ['/lines/0/category', 'boats', 'not_allowed'],
    ['/lines/0/quantity', 0, 'too_small'],
    ['/lines/0/quantity', 10_000, 'too_big'],
    ['/lines/0/quantity', 1.5, 'wrong_type'],
    ['/lines/0/lineNumber', 0, 'too_small'],
    ['/lines/0/priceEachCents', -1, 'too_small'],
    ['/lines/0/description', 'card 5555 5555 5555 4444', 'card_number'],
    ['/lines/0/sku', '5555555555554444', 'card_number'],
    ['/lines/0/colour', 'red', 'unknown_field'],
  ])('with %s = %p is refused as %s', (pointer, value, code) => {
    expect(withChange(pointer, value)).toEqual([`${pointer} ${code}`]);
  });

  it('takes an article number that only looks like a card by chance', () => {
    expect(withChange('/lines/0/sku', '9006381333937')).toBe('ok');
  });

  it('counts characters as people do', () => {
    expect(withChange('/lines/0/description', '😀'.repeat(200))).toBe('ok');
    expect(withChange('/lines/0/description', '😀'.repeat(201))).toEqual(['/lines/0/description too_big']);
  });
});
