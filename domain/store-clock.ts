import { addDays, dateOfEpochDay, epochDay, instant, type CalendarDate, type Instant } from './calendar-date';
import { LeaseError } from './errors';

/** From `from` on, the store's wall clock shows UTC plus `utcOffsetMinutes` (Chicago in winter: -360). */
export interface StoreOffset {
  from: Instant;
  utcOffsetMinutes: number;
}

/**
 * A store's offset table, ascending by `from`. The first entry also covers everything before it, the last everything
 * after. Made outside the Workflow and recorded in its history, because a time-zone update under a replay would move
 * a deadline (design.md 3, style.md TW21).
 */
export type StoreClock = readonly StoreOffset[];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** One stretch of unchanged offset: `fromMs` inclusive, `untilMs` exclusive. */
interface Stretch {
  fromMs: number;
  untilMs: number;
  offsetMs: number;
}

function stretches(clock: StoreClock): Stretch[] {
  return clock.map((offset, index) => {
    const next = clock[index + 1];
    return {
      fromMs: index === 0 ? -Infinity : Date.parse(offset.from),
      untilMs: next === undefined ? Infinity : Date.parse(next.from),
      offsetMs: offset.utcOffsetMinutes * MINUTE_MS,
    };
  });
}

/**
 * The date on the store's wall calendar at an instant.
 *
 * @param at instant, UTC
 * @throws LeaseError INTERNAL when `clock` is empty or `at` is no instant
 */
export function localDate(clock: StoreClock, at: Instant): CalendarDate {
  const atMs = Date.parse(at);
  const stretch = stretches(clock).find(({ untilMs }) => atMs < untilMs);
  if (stretch === undefined) throw new LeaseError('INTERNAL', `no offset for ${at}`);
  return dateOfEpochDay(Math.floor((atMs + stretch.offsetMs) / DAY_MS));
}

/**
 * The first instant at which the store's calendar shows `date`: local midnight, or, where clocks jump over midnight,
 * the instant of the jump. Where midnight comes twice, the first.
 *
 * @throws LeaseError INTERNAL when `clock` is empty or `date` is no date
 */
export function startOfDay(clock: StoreClock, date: CalendarDate): Instant {
  const midnightMs = epochDay(date) * DAY_MS;
  for (const { fromMs, untilMs, offsetMs } of stretches(clock)) {
    const atMs = Math.max(fromMs, midnightMs - offsetMs);
    if (atMs < untilMs) return instant(atMs);
  }
  throw new LeaseError('INTERNAL', `no offset for ${date}`);
}

/**
 * The expiry instant of a deadline of `days` calendar days: 00:00 of the day after day `days`, so the whole of that
 * day is still usable (domain.md 1.4). Calendar days, never multiples of 24 hours: a day of clock change counts as one.
 *
 * @param dayZero local date on which the deadline started; it does not count
 * @param days    length of the deadline in calendar days
 * @throws LeaseError INTERNAL when `clock` is empty or `dayZero` is no date
 */
export function endOfDayAfter(clock: StoreClock, dayZero: CalendarDate, days: number): Instant {
  return startOfDay(clock, addDays(dayZero, days + 1));
}
