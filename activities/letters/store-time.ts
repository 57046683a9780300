import { Temporal } from 'temporal-polyfill';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import type { StoreTime } from '../../domain/letters/certificate';

/**
 * An instant as the store's clock showed it.
 * @param timeZone IANA name
 * @throws RangeError when `timeZone` is not known to this machine
 */
export function storeTime(timeZone: string, at: Instant): StoreTime {
  const zoned = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone);
  return {
    on: calendarDate(zoned.toPlainDate().toString()),
    time: zoned.toPlainTime().toString({ smallestUnit: 'second', roundingMode: 'trunc' }),
    timeZone,
    utcOffset: zoned.offset,
  };
}
