import type { CalendarDate } from '../domain/calendar-date';

/** A run's own name: one per banking day, the same whoever starts it. */
export const fundingRunId = (businessOn: CalendarDate): string => `FRUN-${businessOn}`;
export const collectionRunId = (businessOn: CalendarDate): string => `CRUN-${businessOn}`;
