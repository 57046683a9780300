import type { CalendarDate } from '../../domain/calendar-date';
import type { ActivityDeps } from '../deps';

export interface CutFundingRun {
  runId: string;
  /** held: above the release limit, a second person must release it; settled: there is nothing to pay */
  state: 'held' | 'released' | 'sent' | 'settled';
}

/** The steps of a funding run, each safe to repeat. */
export function fundingRunActivities(_deps: ActivityDeps) {
  return {
    /** Money that merchants were sent and that has settled by this day. */
    async settleFundings(_input: { businessOn: CalendarDate }): Promise<void> {
      throw new Error('not built yet');
    },
    /** One transaction: takes what became payable, nets it, fixes entries and trace numbers, posts the payments. */
    async cutFundingRun(_input: { businessOn: CalendarDate }): Promise<CutFundingRun> {
      throw new Error('not built yet');
    },
    /** held → released */
    async releaseFundingRun(_input: { runId: string; releasedBy: string }): Promise<void> {
      throw new Error('not built yet');
    },
    /** Renders the file once, checks it, hands it to the bank, marks everything in it. */
    async sendFundingFile(_input: { runId: string }): Promise<void> {
      throw new Error('not built yet');
    },
  };
}
