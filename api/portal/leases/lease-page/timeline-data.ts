import { calendarDate, isCalendarDate } from '../../../../domain/calendar-date';
import { day, money } from '../../../pages/formatting';
import type { Language } from '../../../pages/language';
import { refusalText } from '../refusal-words';

type Show = (value: unknown, language: Language) => string | undefined;

const amount: Show = (value) => (typeof value === 'number' ? money(value) : undefined);
const date: Show = (value, language) =>
  typeof value === 'string' && isCalendarDate(value) ? day(calendarDate(value), language) : undefined;
const refusal: Show = (value, language) => (typeof value === 'string' ? refusalText(value, language) : undefined);
const leaseNumber: Show = (value) => (typeof value === 'string' && /^\d{7,10}$/.test(value) ? value : undefined);

/** Of an event's data what a store can use; the rest is for programs. */
const SHOWN: Readonly<Record<string, Show>> = {
  invoiceTotalCents: amount,
  amountCents: amount,
  merchantDebitCents: amount,
  signedOn: date,
  deliveredOn: date,
  code: refusal,
  toLeaseId: leaseNumber,
  fromLeaseId: leaseNumber,
};

/** What an event's data says, in the order of the data: `$1,000.00`, `November 25, 2026`. */
export function eventDetails(data: Readonly<Record<string, unknown>>, language: Language): string[] {
  return Object.entries(data).flatMap(([name, value]) => {
    const text = Object.hasOwn(SHOWN, name) ? SHOWN[name]?.(value, language) : undefined;
    return text === undefined ? [] : [text];
  });
}
