import type { CalendarDate } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';

export interface RunDay {
  businessOn: CalendarDate;
  fundingRunId: string;
  collectionRunId: string;
}

/** What the daily run asks SQL. */
export function dailyRunActivities(_deps: ActivityDeps) {
  return {
    /** The banking days up to `asOf` that have not run yet, in order; and `asOf` itself when nothing is missing. */
    async bankingDaysToRun(_input: { asOf: CalendarDate }): Promise<RunDay[]> {
      throw new Error('not built yet');
    },
  };
}
