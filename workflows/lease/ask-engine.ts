import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { type Desk, now, tell } from './desk';
import { canStartAfresh } from './waiting';

const act = proxyActivities<Pick<Activities, 'decideApplication'>>({
  startToCloseTimeout: '20 seconds',
  summary: 'Ask the decision engine',
});

const FIRST_RETRY_MS = 1_000;
const LONGEST_RETRY_MS = 15 * 60_000;

/**
 * Asks the decision engine until it answers: at once, then ever less often, at most 15 minutes apart. The pauses are
 * durable timers, so an outage survives every restart and an operator sees in the Web UI when the next try is due.
 */
export async function askEngine(desk: Desk): Promise<void> {
  const { leaseId, storeId, movedApproval } = desk.lease.origin;
  for (let tries = 0; !canStartAfresh(desk); tries += 1) {
    const { clock, decision } = await act.decideApplication({
      leaseId,
      storeId,
      at: now(),
      ...(movedApproval ? { movedApproval } : {}),
    });
    if (decision) return tell(desk, { event: 'decided', ...decision, clock });
    if (desk.lease.version === 0) tell(desk, { event: 'engineDown', clock });

    const pauseMs = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(tries, 20));
    await condition(() => desk.isEngineRestored, pauseMs, { summary: 'Pending: next question to the decision engine' });
    desk.isEngineRestored = false;
  }
}
