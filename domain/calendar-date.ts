/** A calendar date `YYYY-MM-DD` without a time zone. Text order is date order. */
export type CalendarDate = string & { readonly __kind: 'calendar date' };

/** An instant: ISO 8601 UTC with milliseconds (`2026-11-24T20:14:38.000Z`). Text order is time order. */
export type Instant = string & { readonly __kind: 'instant' };

const DAY_MS = 86_400_000;

/** @param text `YYYY-MM-DD`; callers parse foreign input at the edge, this only brands. */
export const calendarDate = (text: string): CalendarDate => text as CalendarDate;

/** @param epochMs milliseconds since 1970-01-01T00:00Z */
export const instant = (epochMs: number): Instant => new Date(epochMs).toISOString() as Instant;

/** True for a day that exists: `2028-02-29` yes, `2027-02-29` no. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const epochMs = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(epochMs) && new Date(epochMs).toISOString().slice(0, 10) === text;
}

/** Calendar arithmetic, never multiples of 24 hours of local time (domain.md 1.4). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfEpochDay(epochDay(date) + days);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from);
}

/** Days since 1970-01-01. */
export function epochDay(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** The other way round. @param day whole days since 1970-01-01 */
export function dateOfEpochDay(day: number): CalendarDate {
  return new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}
