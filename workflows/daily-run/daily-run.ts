import { continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { RunDay } from '../../activities/daily-run';
import { instant } from '../../domain/calendar-date';
import { collectionRun } from '../collection-run/collection-run';
import { collectionRunWorkflowId } from '../collection-run/messages';
import { fundingRun } from '../funding-run/funding-run';
import { fundingRunWorkflowId } from '../funding-run/messages';
import { onceFor } from '../once-for';
import { type DailyRunRequest, runRested } from './messages';

const act = proxyActivities<Pick<Activities, 'bankingDaysToRun'>>({ startToCloseTimeout: '10 seconds' });

/**
 * Every banking day that has not run yet, in order: first what comes from and goes to customers, then the merchants.
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
    await onceFor(collectionRunWorkflowId(businessOn), collectionRun, [{ businessOn }]);
    const funding = fundingRunWorkflowId(businessOn);
    await onceFor(funding, fundingRun, [{ businessOn }], () => rested.has(funding));
  }
  return [...done, ...days];
}
