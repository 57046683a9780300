import { type HandOver, sendingDay } from '../ach-files/sending-day';
import type { ActivityDeps } from '../deps';
import { cutFundingRun } from './cut';
import { releaseFundingRun } from './release';
import { sendFundingFile } from './send';
import { settleFundings } from './settle';

/** The steps of a funding run, each safe to repeat. */
export function fundingRunActivities(deps: ActivityDeps) {
  const send = sendFundingFile(deps);
  return {
    /** Money that merchants were sent and that has settled by this day. */
    settleFundings: settleFundings(deps),
    /** One transaction: takes what became payable, nets it, fixes entries and trace numbers, posts the payments. */
    cutFundingRun: cutFundingRun(deps),
    /** held → released */
    releaseFundingRun: releaseFundingRun(deps),
    /** Renders the file once, checks it, hands it to the bank, marks everything in it. */
    async sendFundingFile({ runId, handOver }: { runId: string; handOver?: HandOver }): Promise<void> {
      await send({ runId, ...(handOver ? { createdOn: await sendingDay(deps.db, handOver) } : {}) });
    },
  };
}
