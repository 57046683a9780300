import type { CalendarDate } from '../../domain/calendar-date';

export interface CollectionRunDay {
  businessOn: CalendarDate;
}

/** One per banking day, whoever starts it. */
export const collectionRunWorkflowId = (businessOn: CalendarDate): string => `collection-run:${businessOn}`;
