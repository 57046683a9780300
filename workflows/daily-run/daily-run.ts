import { continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { RunDay } from '../../activities/daily-run';
import { instant } from '../../domain/calendar-date';
import { bankFile } from '../bank-file/bank-file';
import { bankFileWorkflowId } from '../bank-file/messages';
import { collectionRun } from '../collection-run/collection-run';
import { collectionRunWorkflowId } from '../collection-run/messages';
import { fundingRun } from '../funding-run/funding-run';
import { fundingRunWorkflowId } from '../funding-run/messages';
import { onceFor } from '../once-for';
import { type DailyRunRequest, runRested } from './messages';

const act = proxyActivities<Pick<Activities, 'bankingDaysToRun'>>({ startToCloseTimeout: '10 seconds' });
const bank = proxyActivities<Pick<Activities, 'collectBankFiles'>>({
  startToCloseTimeout: '30 minutes',
  heartbeatTimeout: '10 seconds',
});

/**
 * Every banking day that has not run yet, in order.
 * Asked for by a Schedule at each cut-off, by an operator, or by the sandbox.
 */
export async function dailyRun({ asOf, done = [] }: DailyRunRequest): Promise<RunDay[]> {
  const rested = new Set<string>();
  setHandler(runRested, (workflowId) => void rested.add(workflowId));

  const days = await act.bankingDaysToRun({ ...(asOf ? { asOf } : {}), at: instant(Date.now()) });
  for (const [index, { businessOn }] of days.entries()) {
    if (workflowInfo().continueAsNewSuggested) {
      return await continueAsNew<typeof dailyRun>({
        ...(asOf ? { asOf } : {}),
        done: [...done, ...days.slice(0, index)],
      });
    }
    // What the bank says about earlier days comes first: nothing is settled or paid again that came back.
    const { fileIds } = await bank.collectBankFiles({ businessOn });
    for (const fileId of fileIds) await onceFor(bankFileWorkflowId(fileId), bankFile, [{ fileId }]);

    // Customers and merchants, side by side: neither waits for the other.
    const funding = fundingRunWorkflowId(businessOn);
    await Promise.all([
      onceFor(collectionRunWorkflowId(businessOn), collectionRun, [{ businessOn }]),
      onceFor(funding, fundingRun, [{ businessOn }], () => rested.has(funding)),
    ]);
  }
  return [...done, ...days];
}
