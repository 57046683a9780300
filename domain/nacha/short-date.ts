import { calendarDate, isCalendarDate, type CalendarDate } from '../calendar-date';
import { unwritable } from './damage';

/**
 * A date as ACH writes it, `YYMMDD`. The century is not written: it is this one.
 * @throws LeaseError BANK_FILE_INVALID when the date lies outside 2000-2099
 */
export function shortDate(date: CalendarDate): string {
  if (!date.startsWith('20')) throw unwritable(`${date} is not in 2000-2099`);
  return date.slice(2, 4) + date.slice(5, 7) + date.slice(8, 10);
}

/** The day that `YYMMDD` means, or undefined when there is no such day. */
export function readShortDate(text: string): CalendarDate | undefined {
  const date = `20${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4)}`;
  return isCalendarDate(date) ? calendarDate(date) : undefined;
}
