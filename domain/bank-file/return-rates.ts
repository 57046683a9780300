import { addDays, type CalendarDate } from '../calendar-date';
import { codesOfClass, type RateClass, type ReturnCode } from './return-codes';

/** What Nacha watches of an originator's debits (domain.md 5.7). */
export interface RateLimit {
  rateClass: RateClass | 'overall';
  limitBps: number;
  /** null: every code */
  codes: readonly ReturnCode[] | null;
}

export const RATE_LIMITS: readonly RateLimit[] = [
  { rateClass: 'unauthorized', limitBps: 50, codes: codesOfClass('unauthorized') },
  { rateClass: 'administrative', limitBps: 300, codes: codesOfClass('administrative') },
  { rateClass: 'overall', limitBps: 1_500, codes: null },
];

export const RATE_WINDOW_DAYS = 60;

/** We want to hear of it at 80 % of a limit, while there is time to do something. */
export const WARNING_PERCENT = 80;

/**
 * Below this many debits in the window nothing is said: of fewer than a hundred a single return is over the limit of
 * 0.5 %, which says nothing about how customers were asked (decision 0014).
 */
export const RATE_DEBITS_MIN_COUNT = 100;

/** The first day of the window that ends on `today`: sixty days, both ends included. */
export const rateWindowFromOn = (today: CalendarDate): CalendarDate => addDays(today, 1 - RATE_WINDOW_DAYS);
