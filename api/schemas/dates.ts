import { z } from 'zod';
import { calendarDate, instant, isCalendarDate } from '../../domain/calendar-date';

/** Years beyond these are typing errors, and some of them nothing PostgreSQL could store. */
const DATE = /^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$/;

/** A calendar date in the store's time zone. */
export const OnDate = z
  .string()
  // `abort`: rules further on compute with the date, and what is none has no next day.
  .regex(DATE, { error: 'must be a date YYYY-MM-DD', abort: true })
  .refine(isCalendarDate, { message: 'must be a day that exists', abort: true })
  .transform(calendarDate)
  .meta({ format: 'date', description: "Calendar date in the store's time zone" });

const INSTANT = /^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?Z$/;

/** An instant, ISO 8601 UTC; brought to milliseconds. */
export const AtInstant = z
  .string()
  .regex(INSTANT, 'must be an instant in UTC, 2026-11-24T20:14:38.000Z')
  .refine(isInstant, { message: 'must be an instant that exists' })
  .transform((text) => instant(Date.parse(text)))
  .meta({ format: 'date-time', description: 'Instant, ISO 8601 UTC' });

/** The date by itself too: JavaScript takes 30 February for 2 March. */
function isInstant(text: string): boolean {
  return isCalendarDate(text.slice(0, 10)) && !Number.isNaN(Date.parse(text));
}

/** Going out: nothing is left to judge. */
export const DateOut = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
  .meta({ format: 'date' });
export const InstantOut = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/)
  .meta({ format: 'date-time' });
