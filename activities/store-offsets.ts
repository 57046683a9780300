import { Temporal } from 'temporal-polyfill';
import { instant, type Instant } from '../domain/calendar-date';
import type { StoreClock, StoreOffset } from '../domain/store-clock';

const NANOSECONDS_PER_MINUTE = 60_000_000_000;

function offsetFrom(zoned: Temporal.ZonedDateTime): StoreOffset {
  return {
    from: instant(zoned.epochMilliseconds),
    utcOffsetMinutes: zoned.offsetNanoseconds / NANOSECONDS_PER_MINUTE,
  };
}

/**
 * The offset table a Workflow receives in place of time-zone rules (design.md 3).
 *
 * Starts one year back, so that every day a caller may still report about (a delivery up to 30 days ago) has its
 * own offset, and not the first entry's by extension.
 *
 * @param timeZone IANA name of the store's time zone, e.g. `America/Chicago`
 * @param fromAt   instant the table is made for: the decision's Workflow time, never this machine's clock
 * @param years    years after `fromAt` to cover: the longest possible origination
 * @throws RangeError when `timeZone` is not known to this machine
 */
export function storeOffsets(timeZone: string, fromAt: Instant, years: number): StoreClock {
  const made = Temporal.Instant.from(fromAt).toZonedDateTimeISO(timeZone);
  const endMs = made.add({ years }).epochMilliseconds;

  const first = made.subtract({ years: 1 });
  const offsets = [offsetFrom(first)];
  let change = first.getTimeZoneTransition('next');
  while (change !== null && change.epochMilliseconds <= endMs) {
    offsets.push(offsetFrom(change));
    change = change.getTimeZoneTransition('next');
  }
  return offsets;
}
