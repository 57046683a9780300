import { defineSignal } from '@temporalio/workflow';
import type { CalendarDate } from '../../domain/calendar-date';

export interface FundingRunDay {
  businessOn: CalendarDate;
}

/** One per banking day, whoever starts it. */
export const fundingRunWorkflowId = (businessOn: CalendarDate): string => `funding-run:${businessOn}`;

/** The second person has released a run that is above the limit. */
export const runReleased = defineSignal<[{ releasedBy: string }]>('runReleased');
