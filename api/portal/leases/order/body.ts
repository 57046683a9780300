import type { Language } from '../../../pages/language';
import type { FormFields } from '../../form-body';
import type { DeskLease, DeskLine } from '../desk-port';
import { type FieldNames, namedAs } from '../problems';
import { filled, typedCents, typedCount, typedText } from '../typed';
import { centsText } from './cents-text';
import { ORDER_WORDS } from './words';

/** Rows to begin with, and so many more each time; the API takes a hundred. */
const ROWS_STEP = 5;
const ROWS_MAX = 100;

const LINE_FIELDS = ['sku', 'description', 'category', 'quantity', 'price'] as const;
type LineField = (typeof LINE_FIELDS)[number];

export const lineField = (row: number, field: LineField): string => `${field}.${row}`;

export const DELIVERY_STATE = 'deliveryState';
export const INVOICE_NUMBER = 'invoiceNumber';
/** what says that a form has been sent for more rows, and not to be saved */
export const MORE = 'more';
export const ROWS = 'rows';

export type Values = Readonly<Record<string, string>>;

export interface OrderForm {
  body: Record<string, unknown>;
  /** of the rows that were filled in, in the order of the body's lines */
  rows: readonly number[];
}

/** A form brought to the body of `submitInvoiceInformation`. Totals are worked out here, not typed. */
export function orderForm(values: Values): OrderForm {
  const filledRows = range(rowCountOf(values)).filter((row) => isFilled(values, row));
  const lines = filledRows.map((row) => lineOf(values, row));
  const totals = lines.map(({ lineTotalCents }) => lineTotalCents);
  const body = filled({
    invoiceNumber: typedText(values[INVOICE_NUMBER] ?? ''),
    // Zero would be a second complaint about a line whose price cannot be read.
    invoiceTotalCents: totals.reduce((sum, one) => sum + one, 0) || 1,
    deliveryState: typedText(values[DELIVERY_STATE] ?? ''),
    lines,
  });
  return { body, rows: filledRows };
}

function lineOf(values: Values, row: number) {
  const at = (field: LineField): string => values[lineField(row, field)] ?? '';
  const quantity = typedCount(at('quantity'));
  const priceEachCents = typedCents(at('price'));
  const isCounted = typeof quantity === 'number' && typeof priceEachCents === 'number';
  const typed = { sku: typedText(at('sku')), description: typedText(at('description')), quantity, priceEachCents };
  const lineTotalCents = isCounted ? quantity * priceEachCents : 0;
  return { lineNumber: row + 1, category: at('category'), lineTotalCents, ...filled(typed) };
}

/** The kind of item is always chosen; alone it says nothing. */
const isFilled = (values: Values, row: number): boolean =>
  LINE_FIELDS.some((field) => field !== 'category' && (values[lineField(row, field)] ?? '') !== '');

const range = (count: number): number[] => Array.from({ length: count }, (_, row) => row);

export const rowCountOf = (values: Values): number => {
  const count = Number(values[ROWS]);
  return Number.isSafeInteger(count) && count >= 1 ? Math.min(count, ROWS_MAX) : ROWS_STEP;
};

export const withMoreRows = (values: Values): Values => ({ ...values, [ROWS]: String(rowCountOf(values) + ROWS_STEP) });

/** What was typed, to stand in the form again. */
export function orderValues(fields: FormFields): Values {
  const rows = rowCountOf({ [ROWS]: fields.text(ROWS) });
  const names = [INVOICE_NUMBER, DELIVERY_STATE, ROWS, ...range(rows).flatMap(namesOfRow)];
  return Object.fromEntries(names.map((name) => [name, fields.text(name)]));
}

const namesOfRow = (row: number): string[] => LINE_FIELDS.map((field) => lineField(row, field));

/** The order entered before, to be changed. */
export function knownOrder(
  invoiceNumber: string | null,
  { lines, deliveryState }: Pick<DeskLease, 'lines' | 'deliveryState'>,
): Values {
  const ofLines = lines.flatMap((line, row) => rowOf(line, row));
  const rows = String(Math.max(ROWS_STEP, lines.length));
  const state: Entry = [DELIVERY_STATE, deliveryState ?? ''];
  const entries: Entry[] = [[INVOICE_NUMBER, invoiceNumber ?? ''], state, [ROWS, rows], ...ofLines];
  return Object.fromEntries(entries);
}

type Entry = readonly [name: string, value: string];

function rowOf({ sku, description, category, quantity, priceEachCents }: DeskLine, row: number): Entry[] {
  return [
    [lineField(row, 'sku'), sku],
    [lineField(row, 'description'), description],
    [lineField(row, 'category'), category],
    [lineField(row, 'quantity'), String(quantity)],
    [lineField(row, 'price'), centsText(priceEachCents)],
  ];
}

const FIELD_OF_VALUE: Readonly<Record<string, LineField>> = {
  sku: 'sku',
  description: 'description',
  category: 'category',
  quantity: 'quantity',
  priceEachCents: 'price',
  lineTotalCents: 'price',
};

/** A value of the body back to the field it was typed in. */
export function orderFields({ rows }: OrderForm, language: Language): FieldNames {
  const words = ORDER_WORDS[language];
  const labels = { ...words, price: words.priceEach };
  const plain = namedAs({ [INVOICE_NUMBER]: words.invoiceNumber, [DELIVERY_STATE]: words.deliveryState });
  return (path) => {
    const [, index = '', value = ''] = /^lines\.(\d+)\.(\w+)$/.exec(path) ?? [];
    const [row, field] = [rows[Number(index)], FIELD_OF_VALUE[value]];
    if (row === undefined || field === undefined) return plain(path);
    return { name: lineField(row, field), label: `${words.line(row + 1)}, ${labels[field]}` };
  };
}
