import { isCalendarDate, type CalendarDate } from '../calendar-date';

/** `2026-11-24`, or `11-24-2026` as the incumbent's portal writes it (domain.md 4.2). Undefined for a day that is none. */
export function readDeliveryDate(text: string): CalendarDate | undefined {
  const date = text.trim().replace(/^(\d{2})-(\d{2})-(\d{4})$/, '$3-$1-$2');
  return isCalendarDate(date) ? date : undefined;
}
