import { defineSignal } from '@temporalio/workflow';
import type { RunDay } from '../../activities/daily-run';
import type { CalendarDate } from '../../domain/calendar-date';

/** One request to bring the runs up to a day. Without one: up to the newest banking day whose cut-off has passed. */
export interface DailyRunRequest {
  asOf?: CalendarDate;
  /** what an earlier run of this Workflow has done already */
  done?: RunDay[];
}

export const dailyRunWorkflowId = (asOf: CalendarDate): string => `daily-run:${asOf}`;

/** The Temporal Schedule that asks for the runs of each day, at 17:00 New York. */
export const DAILY_RUN_SCHEDULE_ID = 'daily-run';

/** From a run that waits for a person: the days after it need not wait with it. */
export const runRested = defineSignal<[workflowId: string]>('runRested');
