import type { HandOver } from '../../activities/ach-files/sending-day';
import { type CalendarDate, calendarDate, instant } from '../../domain/calendar-date';

/** A file handed over in New York's afternoon of a banking day. */
export function handedOverOn(day: string): { handOver: HandOver } {
  const businessOn: CalendarDate = calendarDate(day);
  return { handOver: { businessOn, at: instant(Date.parse(`${day}T21:30:00Z`)) } };
}
