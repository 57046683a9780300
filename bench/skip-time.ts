import { randomUUID } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';

const DAY_MS = 86_400_000;
/** The server's own long poll ended before the Workflow got there. */
const POLL_TIMEOUT = 1;

/** Moves one Workflow's own time forward; all that falls due on the way happens. */
export async function skipDays(client: Client, workflowId: string, days: number): Promise<void> {
  const { namespace } = client.options;
  const workflowExecution = { workflowId };
  const id = randomUUID();
  await client.workflowService.updateWorkflowExecutionOptions({
    namespace,
    workflowExecution,
    workflowExecutionOptions: {
      timeSkippingConfig: { enabled: true, fastForwardConfig: { id, duration: msToTs(days * DAY_MS) } },
    },
    updateMask: { paths: ['time_skipping_config'] },
  });
  for (let result: number | null | undefined = POLL_TIMEOUT; result === POLL_TIMEOUT;) {
    const request = { namespace, workflowExecution, fastForwardId: id };
    result = (await client.workflowService.pollWorkflowExecutionTimeSkipping(request)).fastForwardPollingResult;
  }
}
