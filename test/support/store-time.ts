import { Temporal } from 'temporal-polyfill';

/** Instants a story needs, reckoned by Temporal's own calendar and not by the code under test. */

/** 00:00 on the store's wall, `days` calendar days after the store's date at `at`. UTC text. */
export function startOfDayAfter(timeZone: string, at: string, days: number): string {
  const date = Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().add({ days });
  return utc(date.toZonedDateTime(timeZone).epochMilliseconds);
}

/** The store's calendar date, `days` after its date at `at`. */
export function storeDate(timeZone: string, at: string, days = 0): string {
  return Temporal.Instant.from(at).toZonedDateTimeISO(timeZone).toPlainDate().add({ days }).toString();
}

export function minutesFrom(at: string, minutes: number): string {
  return utc(Date.parse(at) + minutes * 60_000);
}

const utc = (epochMs: number): string => new Date(epochMs).toISOString();
