import { Temporal } from 'temporal-polyfill';

export const STORES = {
  sto_dallas: 'America/Chicago',
  sto_fresno: 'America/Los_Angeles',
  sto_albany: 'America/New_York',
} as const;
export type StoreId = keyof typeof STORES;

/** By the time-zone database, not by the code under test: an instant as the API writes it. */
export function at(date: string, time: string, timeZone: string): string {
  return new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: time }).epochMilliseconds,
  ).toISOString();
}

export const plusDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

export const plusMinutes = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** The store's date at an instant. */
export const localDate = (instant: string, timeZone: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString();

/** Today, as the machine that also gives new leases their time sees it. */
export const todayIn = (timeZone: string): string => Temporal.Now.plainDateISO(timeZone).toString();

/** The first change of the clocks at least 60 days from now, into (`spring`) or out of (`fall`) daylight saving time. */
export function nextClockChange(timeZone: string, season: 'spring' | 'fall'): string {
  let change: Temporal.ZonedDateTime | null = Temporal.Now.zonedDateTimeISO(timeZone).add({ days: 60 });
  do {
    change = change.getTimeZoneTransition('next');
    if (change === null) throw new Error(`${timeZone} has no clock changes any more`);
  } while ((change.month < 7 ? 'spring' : 'fall') !== season);
  return change.toPlainDate().toString();
}
