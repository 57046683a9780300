import {
  ActivityFailure,
  condition,
  getExternalWorkflowHandle,
  log,
  proxyActivities,
  setCurrentDetails,
  setHandler,
  TimeoutFailure,
  workflowInfo,
} from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { type CalendarDate, instant } from '../../domain/calendar-date';
import { runRested } from '../daily-run/messages';
import { type FundingRunDay, runReleased } from './messages';

const act = proxyActivities<Activities>({ startToCloseTimeout: '30 minutes', heartbeatTimeout: '10 seconds' });

// From 17:00 to the end of the day in New York: a file handed over later is one of the next banking day.
const bank = proxyActivities<Pick<Activities, 'sendFundingFile'>>({
  startToCloseTimeout: '5 minutes',
  scheduleToCloseTimeout: '7 hours',
  heartbeatTimeout: '10 seconds',
});

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
  if (state !== 'settled') await handOver(runId, businessOn);
}

async function handOver(runId: string, businessOn: CalendarDate): Promise<void> {
  for (;;) {
    const { createdOn } = await act.sendingDay({ businessOn, at: instant(Date.now()) });
    try {
      return await bank.sendFundingFile({ runId, createdOn });
    } catch (error) {
      if (!(error instanceof ActivityFailure && error.cause instanceof TimeoutFailure)) throw error;
      log.warn('the bank could not be reached until the end of the day', { runId, createdOn });
    }
  }
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
