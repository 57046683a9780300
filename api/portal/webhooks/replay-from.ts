import { Temporal } from 'temporal-polyfill';
import { type Instant, instant, isCalendarDate } from '../../../domain/calendar-date';

/**
 * The first moment of a day as it was typed, by the retailer's clock.
 * @returns undefined for what is no day
 */
export function startOfDay(typed: string, timeZone: string): Instant | undefined {
  if (!isCalendarDate(typed)) return undefined;
  return instant(Temporal.PlainDate.from(typed).toZonedDateTime(timeZone).epochMilliseconds);
}
