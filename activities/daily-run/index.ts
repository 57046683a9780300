import { newestRunOn, oldestEntryAt, unfinishedRunDays } from '../../db/run-days';
import { isAtRest } from '../../db/runs-at-rest';
import { collectionRunId, fundingRunId } from '../../db/run-ids';
import { isBankingDay, nextBankingDay, previousBankingDay } from '../../domain/banking-calendar';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';
import { bankingDayAt, cutOffOf } from '../new-york';

export interface RunDay {
  businessOn: CalendarDate;
  fundingRunId: string;
  collectionRunId: string;
}

/** What the daily run asks SQL. */
export function dailyRunActivities({ db }: ActivityDeps) {
  return {
    /**
     * The banking days up to `asOf` that have not run yet, in order; `asOf` alone when it has run already.
     *
     * @param asOf a banking day; absent: the newest one whose cut-off has passed at `at`
     * @param at   Workflow time
     * @throws LeaseError NOT_A_BANKING_DAY
     */
    async bankingDaysToRun({ asOf, at }: { asOf?: CalendarDate; at: Instant }): Promise<RunDay[]> {
      const last = asOf ?? newestClosedDay(at);
      const newestOn = await newestRunOn(db);
      const unfinished = (await unfinishedRunDays(db)).filter((day) => day <= last);
      const firstOn = newestOn ? nextBankingDay(newestOn) : await firstDayEver(last);
      const missing = daysFrom(firstOn, last).filter((day) => !unfinished.includes(day));
      const days = [...unfinished, ...missing];
      const isRepeat = days.length === 0 && asOf !== undefined && newestOn !== undefined && asOf <= newestOn;
      return (isRepeat ? [last] : days).map(runDay);
    },

    /** Whether a run or bank file that somebody else has started has done its part. */
    async isAtRest({ workflowId }: { workflowId: string }): Promise<boolean> {
      return await isAtRest(db, workflowId);
    },
  };

  /** Before the first run there is nothing to make up, but what was posted since we opened. */
  async function firstDayEver(last: CalendarDate): Promise<CalendarDate> {
    const openedAt = await oldestEntryAt(db);
    const openedOn = openedAt ? bankingDayAt(openedAt) : last;
    return openedOn < last ? openedOn : last;
  }
}

function newestClosedDay(at: Instant): CalendarDate {
  const open = bankingDayAt(at);
  return cutOffOf(open) <= at ? open : previousBankingDay(open);
}

function daysFrom(firstOn: CalendarDate, last: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = firstOn; day <= last; day = nextBankingDay(day)) if (isBankingDay(day)) days.push(day);
  return days;
}

function runDay(businessOn: CalendarDate): RunDay {
  return { businessOn, fundingRunId: fundingRunId(businessOn), collectionRunId: collectionRunId(businessOn) };
}
