import { dateText } from '../../domain/agreement/date-text';
import { moneyText } from '../../domain/agreement/money-text';
import { calendarDate, type CalendarDate, type Instant } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { Language } from './language';

/** `$1,234.56`, in either language. A number of cents as SQL and JSON hold it. */
export const money = (amountCents: number): string => moneyText(amountCents as Cents);

/** `November 25, 2026` or `25 de noviembre de 2026`. */
export const day = (date: CalendarDate, language: Language): string => dateText(date, language);

const NOON = { en: ['AM', 'PM'], es: ['a. m.', 'p. m.'] } as const;

/** An instant as the clock on the store's wall shows it: `November 25, 2026, 2:14 PM`. */
export function moment(at: Instant, timeZone: string, language: Language): string {
  const { date, hour, minute } = wallClock(at, timeZone);
  const time = `${hour % 12 === 0 ? 12 : hour % 12}:${minute} ${NOON[language][hour < 12 ? 0 : 1]}`;
  return `${dateText(date, language)}, ${time}`;
}

/** The date on the store's wall. */
export const localDate = (at: Instant, timeZone: string): CalendarDate => wallClock(at, timeZone).date;

/** The last day before a deadline at midnight: what people call "until". */
export function lastDayBefore(deadline: Instant, timeZone: string): CalendarDate {
  const justBefore = new Date(Date.parse(deadline) - 1).toISOString() as Instant;
  return localDate(justBefore, timeZone);
}

function wallClock(at: Instant, timeZone: string): { date: CalendarDate; hour: number; minute: string } {
  const format = new Intl.DateTimeFormat('en-US', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' },
    ...{ hour: '2-digit', minute: '2-digit' },
  });
  const parts = Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
  const { year = '', month = '', day: dayOfMonth = '', hour = '0', minute = '00' } = parts;
  return { date: calendarDate(`${year}-${month}-${dayOfMonth}`), hour: Number(hour), minute };
}
