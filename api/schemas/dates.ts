import { z } from 'zod';
import { calendarDate, instant, isCalendarDate } from '../../domain/calendar-date';

/** Years beyond these are typing errors, and some of them nothing PostgreSQL could store. */
const PLAUSIBLE_YEAR = /^(19|20|21)\d\d-/;

/** A calendar date in the store's time zone. */
export const OnDate = z
  .string()
  .regex(/^(19|20|21)\d{2}-\d{2}-\d{2}$/, 'must be a date YYYY-MM-DD')
  .refine(isCalendarDate, { message: 'must be a day that exists' })
  .transform(calendarDate)
  .meta({ format: 'date', description: "Calendar date in the store's time zone" });

/** An instant, ISO 8601 UTC; brought to milliseconds. */
export const AtInstant = z.iso
  .datetime({ error: 'must be an instant in UTC, 2026-11-24T20:14:38.000Z' })
  .refine((text) => PLAUSIBLE_YEAR.test(text), { message: 'must lie in the years 1900 to 2199' })
  .transform((text) => instant(Date.parse(text)))
  .meta({ format: 'date-time', description: 'Instant, ISO 8601 UTC' });

/** Going out: nothing is left to judge. */
export const DateOut = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .meta({ format: 'date' });
export const InstantOut = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .meta({ format: 'date-time' });
