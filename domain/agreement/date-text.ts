import { addDays, type CalendarDate, calendarDate } from '../calendar-date';
import type { Language } from './agreement-document';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  en: 'January February March April May June July August September October November December'.split(' '),
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'.split(' '),
};

/** A date in words: `November 25, 2026` or `25 de noviembre de 2026`. */
export function dateText(date: CalendarDate, language: Language): string {
  const [year, month, day] = date.split('-').map(Number);
  const monthName = MONTHS[language][(month ?? 0) - 1] ?? '';
  return language === 'es' ? `${day} de ${monthName} de ${year}` : `${monthName} ${day}, ${year}`;
}

/**
 * The same day of the month, `months` later; a day the month lacks becomes its last one (31 January + 3 → 30 April).
 * California counts its early purchase in calendar months (domain.md 1.4).
 */
export function addCalendarMonths(date: CalendarDate, months: number): CalendarDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const monthIndex = year * 12 + (month - 1) + months;
  const firstOfNext = addDays(monthStart(monthIndex + 1), -1);
  const lastDay = Number(firstOfNext.slice(8));
  return addDays(monthStart(monthIndex), Math.min(day, lastDay) - 1);
}

function monthStart(monthIndex: number): CalendarDate {
  const year = String(Math.floor(monthIndex / 12)).padStart(4, '0');
  return calendarDate(`${year}-${String((monthIndex % 12) + 1).padStart(2, '0')}-01`);
}
