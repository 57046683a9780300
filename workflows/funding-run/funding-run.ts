import {
  condition,
  getExternalWorkflowHandle,
  log,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { runRested } from '../daily-run/messages';
import { HAND_OVER, handOver } from '../hand-over';
import { type FundingRunDay, runReleased } from './messages';

const act = proxyActivities<Activities>({ startToCloseTimeout: '30 minutes', heartbeatTimeout: '10 seconds' });

const bank = proxyActivities<Pick<Activities, 'sendFundingFile'>>({ startToCloseTimeout: '5 minutes', ...HAND_OVER });

/** What merchants are paid for one banking day. Workflow ID: `funding-run:<businessOn>`. */
export async function fundingRun({ businessOn }: FundingRunDay): Promise<void> {
  let releasedBy: string | undefined;
  setHandler(runReleased, (release) => {
    releasedBy ??= release.releasedBy;
  });

  // Money that was on its way has arrived.
  await act.settleFundings({ businessOn });

  // One transaction decides who gets what; from here on the run is a fact.
  const { runId, state } = await act.cutFundingRun({ businessOn });

  // Above the limit, a second person must agree; other days do not wait for it.
  if (state === 'held') {
    setCurrentDetails(`**${runId}** is above the release limit and waits for a second person to release it.`);
    await tellWhoAsked();
    await condition(() => releasedBy !== undefined);
    await act.releaseFundingRun({ runId, releasedBy: releasedBy ?? '' });
    setCurrentDetails(`**${runId}** was released.`);
  }

  // The bank gets the file once. Where it cannot be reached until the day ends, the file moves to the next banking day.
  if (state !== 'settled') await handOver({ runId, businessOn }, bank.sendFundingFile);
}

async function tellWhoAsked(): Promise<void> {
  const { parent, workflowId } = workflowInfo();
  if (!parent) return;
  try {
    await getExternalWorkflowHandle(parent.workflowId, parent.runId).signal(runRested, workflowId);
  } catch (error) {
    log.warn('whoever asked for the run has gone', { error: String(error) });
  }
}
