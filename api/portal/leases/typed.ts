/**
 * What people type, brought to what the API takes. What cannot be read stays as it was typed: the API's own schema then
 * says of that very field that it is wrong. An empty field is one that was not filled in.
 */
export type Typed<Value> = Value | string | undefined;

/** Three digits between commas, cents after a point; a dollar sign or none. */
const AMOUNT = /^(-?)\$?\s?((?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,11}))(?:\.([0-9]{1,2}))?$/;
const US_DATE = /^([0-9]{1,2})[/-]([0-9]{1,2})[/-]([0-9]{4})$/;

/** `1,234.5` is 123450 cents: digits are put together, never divided. */
export function typedCents(text: string): Typed<number> {
  if (text === '') return undefined;
  const [, sign = '', dollars, fraction = ''] = AMOUNT.exec(text) ?? [];
  if (dollars === undefined) return text;
  return Number(`${sign}${dollars.replaceAll(',', '')}${fraction.padEnd(2, '0')}`);
}

export function typedCount(text: string): Typed<number> {
  if (text === '') return undefined;
  return /^[0-9]{1,9}$/.test(text) ? Number(text) : text;
}

/** A browser without a calendar leaves a text field; people here then write the month first. */
export function typedDate(text: string): Typed<string> {
  const [, month, dayOfMonth, year] = US_DATE.exec(text) ?? [];
  if (month === undefined || dayOfMonth === undefined || year === undefined) return typedText(text);
  return `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
}

/** Numbers that are names: people write them with spaces, brackets and dashes. */
export const typedDigits = (text: string): Typed<string> => typedText(text.replace(/[\s().-]/g, ''));

export const typedText = (text: string): string | undefined => (text === '' ? undefined : text);

/** Only what was filled in. */
export function filled(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
