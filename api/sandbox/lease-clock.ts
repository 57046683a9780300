import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { temporal } from '@temporalio/proto';
import { type Instant, instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import { leaseQuery, leaseWorkflowId } from '../../workflows/lease/messages';

const DAY_MS = 86_400_000;
const POLL_TIMEOUT = temporal.api.enums.v1.FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT;
const SETTLE_POLL_MS = 15;
/** A lease that does not come to rest in this time waits for something that only real time brings. */
const SETTLE_MS = 20_000;

type Advance = { advanceDays: number } | { advanceTo: Instant };

/**
 * Moves one lease's own time forward by Temporal's time skipping per Workflow; timers, deadlines and `Date` inside see
 * the new time, and continue-as-new keeps it. Resolves when all that fell due on the way has happened and SQL shows it.
 *
 * @returns the lease's time now
 * @throws LeaseError VALIDATION_FAILED when the instant lies behind the lease's own time
 */
export async function advanceLeaseClock(client: Client, leaseId: LeaseId, advance: Advance): Promise<Instant> {
  const workflowExecution = { workflowId: leaseWorkflowId(leaseId) };
  const { namespace } = client.options;
  const startedAt = await leaseTime(client, leaseId);
  const target = 'advanceTo' in advance ? Date.parse(advance.advanceTo) : startedAt + advance.advanceDays * DAY_MS;
  if (target <= startedAt) throw behind(instant(startedAt));

  const id = randomUUID();
  const duration = msToTs(target - startedAt);
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace,
      workflowExecution,
      workflowExecutionOptions: {
        timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration } },
      },
      updateMask: { paths: ['time_skipping_config'] },
    });
    await untilForwarded(client, workflowExecution, id);
  } catch (error) {
    // A lease that has ended, before or on the way, has nothing left that could fall due.
    if (!isEnded(error)) throw error;
  }
  await untilSettled(client, leaseId, instant(target));
  return instant(target);
}

function behind(now: Instant): LeaseError {
  const detail = `the lease's clock only moves forward; it shows ${now}`;
  return new LeaseError('VALIDATION_FAILED', detail, { errors: [{ pointer: '/advanceTo', code: 'behind', detail }] });
}

/** The lease's own time in milliseconds since 1970. */
async function leaseTime(client: Client, leaseId: LeaseId): Promise<number> {
  const { raw } = await client.workflow.getHandle(leaseWorkflowId(leaseId)).describe();
  const time = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return time?.seconds ? Number(time.seconds) * 1000 + Math.floor((time.nanos ?? 0) / 1_000_000) : Date.now();
}

async function untilForwarded(client: Client, workflowExecution: { workflowId: string }, id: string): Promise<void> {
  const request = { namespace: client.options.namespace, workflowExecution, fastForwardId: id };
  for (;;) {
    const answer = await client.workflowService.pollWorkflowExecutionTimeSkipping(request);
    // The server's own long poll ended: ask again.
    if (answer.fastForwardPollingResult !== POLL_TIMEOUT) return;
  }
}

/** The server moves the clock first and fires what fell due a moment later. */
async function untilSettled(client: Client, leaseId: LeaseId, now: Instant): Promise<void> {
  const handle = client.workflow.getHandle(leaseWorkflowId(leaseId));
  const until = performance.now() + SETTLE_MS;
  while (performance.now() < until) {
    const { status } = await handle.describe();
    if (status.name !== 'RUNNING' && status.name !== 'CONTINUED_AS_NEW') return;
    const { isSettled, nextDeadlineAt } = await handle.query(leaseQuery);
    if (isSettled && !(nextDeadlineAt && nextDeadlineAt <= now)) return;
    await pause(SETTLE_POLL_MS);
  }
}

function isEnded(error: unknown): boolean {
  return (
    error instanceof WorkflowNotFoundError ||
    (error instanceof Error && /already completed|not found/i.test(error.message))
  );
}
