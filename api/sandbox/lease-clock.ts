import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { promptly } from '../../config/temporal-client';
import { type Instant, instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import { leaseQuery, type LeaseSummary, leaseWorkflowId } from '../../workflows/lease/messages';
import { isOutage } from '../availability';
import { ADVANCE_DAYS_MAX } from '../schemas/sandbox';

const DAY_MS = 86_400_000;
/** Temporal counts time in nanoseconds, which end in 2262; the api takes no instant beyond 2199 either. */
const LAST_MS = Date.UTC(2199, 11, 31);
const POLL_TIMEOUT = temporal.api.enums.v1.FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT;
const SETTLE_POLL_MS = 15;
/**
 * Left to real time. A jump that ends in the very instant of a timer was seen, rarely, to go on to the next timer: the
 * server had not yet written down that the jump was over.
 */
const LAST_STEP_MS = 5;
/** For the whole call. A lease that has not come to rest by then waits for something that only real time brings. */
const LIMIT_MS = 25_000;
/** A worker answers in milliseconds, or in seconds on a busy machine; a longer silence is that of none. */
const WORKER_LIMIT_MS = 10_000;

type Advance = { advanceDays: number } | { advanceTo: Instant };

/**
 * Moves one lease's own time forward by Temporal's time skipping per Workflow; timers, deadlines and `Date` inside see
 * the new time, and continue-as-new keeps it. Resolves when all that fell due on the way has happened and SQL shows it.
 *
 * @returns the lease's time now
 * @throws LeaseError VALIDATION_FAILED when the instant lies behind the lease's own time, or too far ahead of it
 * @throws LeaseError UNAVAILABLE when no worker is up, or the lease has not come to rest in time; the clock may have moved
 */
export async function advanceLeaseClock(
  client: Client,
  leaseId: LeaseId,
  advance: Advance,
  limitMs = LIMIT_MS,
): Promise<Instant> {
  const until = Date.now() + limitMs;
  const startedAt = await promptly(client, () => leaseTime(client, leaseId));
  const target = targetOf(startedAt, advance);
  await orUnavailable('no worker answers for the lease; its clock was not moved', () =>
    summaryOf(client, leaseId, until),
  );
  await orUnavailable(
    `the lease did not come to rest in time; its clock may show ${instant(target)} all the same`,
    () =>
      client.withDeadline(until, async () => {
        await forward(client, leaseId, target);
        await settled(client, leaseId, instant(target), until);
      }),
  );
  return instant(target);
}

/** @throws LeaseError VALIDATION_FAILED */
function targetOf(startedAt: number, advance: Advance): number {
  const target = 'advanceTo' in advance ? Date.parse(advance.advanceTo) : startedAt + advance.advanceDays * DAY_MS;
  const now = instant(startedAt);
  if (target <= startedAt) throw refused(advance, 'behind', `the lease's clock only moves forward; it shows ${now}`);
  const furthest = instant(Math.min(startedAt + ADVANCE_DAYS_MAX * DAY_MS, LAST_MS));
  if (target <= Date.parse(furthest)) return target;
  throw refused(advance, 'too_far', `the lease's clock shows ${now} and moves no further than ${furthest} at once`);
}

function refused(advance: Advance, code: string, detail: string): LeaseError {
  const [field = ''] = Object.keys(advance);
  return new LeaseError('VALIDATION_FAILED', detail, { errors: [{ pointer: `/${field}`, code, detail }] });
}

/** A deadline that has passed looks like an outage; here it is the very thing the caller must hear about. */
async function orUnavailable<Answer>(detail: string, work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work();
  } catch (error) {
    throw isOutage(error) ? new LeaseError('UNAVAILABLE', detail) : error;
  }
}

/** The lease's own time in milliseconds since 1970. */
export async function leaseTime(client: Client, leaseId: LeaseId): Promise<number> {
  const { raw } = await client.workflow.getHandle(leaseWorkflowId(leaseId)).describe();
  const time = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return time?.seconds ? Number(time.seconds) * 1000 + Math.floor((time.nanos ?? 0) / 1_000_000) : Date.now();
}

async function forward(client: Client, leaseId: LeaseId, target: number): Promise<void> {
  const execution = {
    namespace: client.options.namespace,
    workflowExecution: { workflowId: leaseWorkflowId(leaseId) },
  };
  // Asked anew: the lease's clock has gone on meanwhile, and must not end up beyond the target by as much.
  const byMs = target - LAST_STEP_MS - (await promptly(client, () => leaseTime(client, leaseId)));
  if (byMs <= 0) return;
  const id = randomUUID();
  const timeSkippingConfig = { enabled: true, fastForwardConfig: { id, duration: msToTs(byMs) } };
  try {
    await promptly(client, () =>
      client.workflowService.updateWorkflowExecutionOptions({
        ...execution,
        workflowExecutionOptions: { timeSkippingConfig },
        updateMask: { paths: ['time_skipping_config'] },
      }),
    );
    const ask = { ...execution, fastForwardId: id };
    // The server's own long poll may end before the caller's patience: ask again, until the deadline around all of this.
    while (
      (await client.workflowService.pollWorkflowExecutionTimeSkipping(ask)).fastForwardPollingResult === POLL_TIMEOUT
    );
  } catch (error) {
    // A lease that has ended, before or on the way, has nothing left that could fall due.
    if (!isEnded(error)) throw error;
  }
}

/** The server moves the clock first and fires what fell due a moment later. */
async function settled(client: Client, leaseId: LeaseId, now: Instant, until: number): Promise<void> {
  for (;;) {
    const { status } = await client.workflow.getHandle(leaseWorkflowId(leaseId)).describe();
    if (status.name !== 'RUNNING' && status.name !== 'CONTINUED_AS_NEW') return;
    const { isSettled, nextDeadlineAt } = await summaryOf(client, leaseId, until);
    if (isSettled && !(nextDeadlineAt && nextDeadlineAt <= now)) return;
    await pause(SETTLE_POLL_MS);
  }
}

/** Only a worker can answer it. */
async function summaryOf(client: Client, leaseId: LeaseId, until: number): Promise<LeaseSummary> {
  return await client.withDeadline(Math.min(until, Date.now() + WORKER_LIMIT_MS), () =>
    client.workflow.getHandle(leaseWorkflowId(leaseId)).query(leaseQuery),
  );
}

function isEnded(error: unknown): boolean {
  return (
    error instanceof WorkflowNotFoundError ||
    (error instanceof Error && /already completed|not found/i.test(error.message))
  );
}
