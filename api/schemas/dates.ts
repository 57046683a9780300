import { z } from 'zod';
import { calendarDate, instant } from '../../domain/calendar-date';

/** Years beyond these are typing errors, and some of them nothing PostgreSQL could store. */
const CENTURY = '(19|20|21)[0-9]{2}';
const MONTH_AND_DAY =
  '((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))';
const LEAP_DAY =
  '(19(0[48]|[2468][048]|[13579][26])|20([02468][048]|[13579][26])|21(0[48]|[2468][048]|[13579][26]))-02-29';
/** As exact as a regular expression can be, so that who reads only the document makes no day that does not exist. */
const DATE = `(${CENTURY}-${MONTH_AND_DAY}|${LEAP_DAY})`;

/** A calendar date in the store's time zone. */
export const OnDate = z
  .string()
  // `abort`: rules further on compute with the date, and what is none has no next day.
  .regex(new RegExp(`^${DATE}$`), { error: 'must be a date YYYY-MM-DD that exists', abort: true })
  .transform(calendarDate)
  .meta({ description: "Calendar date YYYY-MM-DD in the store's time zone" });

const TIME = '([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]{1,9})?';

/** An instant, ISO 8601 UTC; brought to milliseconds. */
export const AtInstant = z
  .string()
  .regex(new RegExp(`^${DATE}T${TIME}Z$`), 'must be an instant in UTC, 2026-11-24T20:14:38.000Z')
  .transform((text) => instant(Date.parse(text)))
  .meta({ description: 'Instant, ISO 8601 UTC' });

/** Going out: nothing is left to judge. */
export const DateOut = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)
  .meta({ format: 'date' });
export const InstantOut = z
  .string()
  .regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z$/)
  .meta({ format: 'date-time' });
