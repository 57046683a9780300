import type { Db } from '../../db/database';
import { newestRunOn } from '../../db/run-days';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
import { closingDayAt } from '../new-york';

/** When a run's file is handed over. */
export interface HandOver {
  businessOn: CalendarDate;
  /** Workflow time */
  at: Instant;
}

/**
 * The day that a file is one of which is handed over now: the run's own, or a later one. The newest run counts because
 * runs of the sandbox lead the clock.
 *
 * @throws LeaseError NOT_A_BANKING_DAY outside 2020-2100
 */
export async function sendingDay(db: Db, { businessOn, at }: HandOver): Promise<CalendarDate> {
  const newestOn = (await newestRunOn(db)) ?? businessOn;
  return [businessOn, newestOn, closingDayAt(at)].reduce((latest, day) => (day > latest ? day : latest));
}
