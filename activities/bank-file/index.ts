import type { CalendarDate } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';

/** What the bank sends: returns and notifications of change. */
export function bankFileActivities(_deps: ActivityDeps) {
  return {
    /** Fetches and keeps what the bank has for us up to this day, oldest first. */
    async collectBankFiles(_input: { businessOn: CalendarDate }): Promise<{ fileIds: string[] }> {
      throw new Error('not built yet');
    },
    /** One transaction: every entry of a kept file leads to its action or is parked with a reason. */
    async applyBankFile(_input: { fileId: string }): Promise<void> {
      throw new Error('not built yet');
    },
  };
}
