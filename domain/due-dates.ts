import { addDays, calendarDate, dateOfEpochDay, epochDay, type CalendarDate } from './calendar-date';
import { assertNever } from './errors';
import type { PayFrequency } from './program';

/** When the customer is paid, as told in the application; payments are due on these days. */
export interface Paydays {
  payFrequency: PayFrequency;
  lastPaidOn: CalendarDate;
  nextPaidOn: CalendarDate;
}

/** No payment falls due in the first week after delivery (domain.md 3.2). */
export const FIRST_DUE_AFTER_DAYS = 7;

/**
 * The due dates of a lease: the customer's paydays from the first one at least 7 days after delivery.
 *
 * Each date is computed from the payday itself, never from the date before it, so a month's end does not drift:
 * 31 Jan, 28 Feb, 31 Mar. No date moves for a weekend or a holiday; the debit does (domain.md 3.2).
 *
 * @param deliveredOn local date of the store
 * @param count       number of payments
 * @returns `count` dates, strictly ascending
 */
export function dueDates(paydays: Paydays, deliveredOn: CalendarDate, count: number): CalendarDate[] {
  const earliestOn = addDays(deliveredOn, FIRST_DUE_AFTER_DAYS);
  switch (paydays.payFrequency) {
    case 'weekly':
      return everyDays(7, paydays.nextPaidOn, earliestOn, count);
    case 'biWeekly':
      return everyDays(14, paydays.nextPaidOn, earliestOn, count);
    case 'semiMonthly':
      return onDaysOfMonth(halfMonthDays(paydays), earliestOn, count);
    case 'monthly':
      return onDaysOfMonth([dayOfMonth(paydays.nextPaidOn)], earliestOn, count);
    default:
      return assertNever(paydays.payFrequency);
  }
}

/** The payday only sets the phase: it may lie years before or after the first due date. */
function everyDays(stepDays: number, paydayOn: CalendarDate, earliestOn: CalendarDate, count: number): CalendarDate[] {
  const earliest = epochDay(earliestOn);
  const sincePayday = (earliest - epochDay(paydayOn)) % stepDays;
  const untilPayday = (stepDays - sincePayday) % stepDays;
  return Array.from({ length: count }, (_, index) => dateOfEpochDay(earliest + untilPayday + index * stepDays));
}

function onDaysOfMonth(days: readonly number[], earliestOn: CalendarDate, count: number): CalendarDate[] {
  const dates: CalendarDate[] = [];
  for (let month = monthIndex(earliestOn); dates.length < count; month += 1) {
    dates.push(...datesOfMonth(month, days).filter((date) => date >= earliestOn));
  }
  return dates.slice(0, count);
}

/**
 * The paydays in one month, each clamped to the month's end, ascending and distinct. Where clamping brings two onto
 * one date (30 and 31 in February) the earlier goes one day ahead, to the 27th: both payments stay in their month,
 * and the month's end, which the customer knows as payday, stays one.
 */
function datesOfMonth(month: number, days: readonly number[]): CalendarDate[] {
  const lastDay = daysInMonth(month);
  const clamped = days.map((day) => Math.min(day, lastDay));
  return clamped.map((day, index) => dateInMonth(month, day === clamped[index + 1] ? day - 1 : day));
}

/**
 * The two paydays of a month, the earlier first. Two dates on the same day of the month (15 Nov, 15 Dec) tell only
 * one of them; the other is put half a month, 15 days, away, because a term of 24 payments is sold as 12 months and
 * one payment a month would make it 24.
 */
function halfMonthDays({ lastPaidOn, nextPaidOn }: Paydays): readonly number[] {
  const last = dayOfMonth(lastPaidOn);
  const next = dayOfMonth(nextPaidOn);
  if (last !== next) return [Math.min(last, next), Math.max(last, next)];
  return next <= 15 ? [next, next + 15] : [next - 15, next];
}

const dayOfMonth = (date: CalendarDate): number => Number(date.slice(8));

/** Months since the year 0, so that December is followed by January. */
const monthIndex = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;

const daysInMonth = (month: number): number => dayOfMonth(addDays(dateInMonth(month + 1, 1), -1));

function dateInMonth(month: number, day: number): CalendarDate {
  const year = String(Math.floor(month / 12)).padStart(4, '0');
  return calendarDate(`${year}-${twoDigits((month % 12) + 1)}-${twoDigits(day)}`);
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
