import { setTimeout as pause } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { promptly } from '../../config/temporal-client';
import { whoAskedForRun } from '../../db/daily-run-requests';
import type { Db } from '../../db/database';
import type { CalendarDate } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { fundingRunWorkflowId, runReleased } from '../../workflows/funding-run/messages';
import type { Caller } from '../ports';
import { findFundingRun } from './funding-runs';
import type { FundingRunView } from './fundings-port';

const RELEASE_WAIT_MS = 3_000;
const POLL_MS = 50;

/**
 * Lets a held run go. Who asked for the run is the first person, so somebody else must be the second; a run that the
 * clock has started has no first person (decision 0012).
 *
 * @returns the run, no longer held; one that is not held is answered as it is, so that a repeat does no harm
 * @throws LeaseError NOT_FOUND, FORBIDDEN, UNAVAILABLE
 */
export async function releaseRun(
  { db, temporal }: { db: Db; temporal: Client },
  caller: Caller,
  runId: string,
  waitMs = RELEASE_WAIT_MS,
): Promise<FundingRunView> {
  const run = await findFundingRun(db, caller, runId);
  if (run.state !== 'held') return run;
  if ((await whoAskedForRun(db, run.businessOn)) === caller.keyId) {
    throw new LeaseError('FORBIDDEN', 'the key that asked for this run cannot release it: a second person must');
  }
  await tellRun(temporal, run.businessOn, caller.keyId);
  return await noLongerHeld(db, caller, runId, Date.now() + waitMs);
}

async function tellRun(temporal: Client, businessOn: CalendarDate, releasedBy: string): Promise<void> {
  try {
    const handle = temporal.workflow.getHandle(fundingRunWorkflowId(businessOn));
    await promptly(temporal, () => handle.signal(runReleased, { releasedBy }));
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
    throw new LeaseError('UNAVAILABLE', 'nobody carries this run on: ask for its day again');
  }
}

async function noLongerHeld(db: Db, caller: Caller, runId: string, until: number): Promise<FundingRunView> {
  for (;;) {
    const run = await findFundingRun(db, caller, runId);
    if (run.state !== 'held') return run;
    if (Date.now() >= until) throw new LeaseError('UNAVAILABLE', 'the release is kept; the run takes it up later');
    await pause(POLL_MS);
  }
}
