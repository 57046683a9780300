import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from '@temporalio/client';

const ASK_EVERY_MS = 20;
const LIMIT_MS = 30_000;

/**
 * Waits until a Workflow has nothing under way, as it is between two commands in real life. Two that meet in one
 * Workflow Task would make a history look lighter than it is.
 */
export async function untilIdle(client: Client, workflowId: string, type: string): Promise<void> {
  for (const until = performance.now() + LIMIT_MS; performance.now() < until;) {
    const description = await client.workflow.getHandle(workflowId).describe();
    const { pendingWorkflowTask, pendingActivities = [] } = description.raw;
    // A new run has an event of its own before its first Workflow Task is even scheduled.
    const hasBegun = description.historyLength > 3;
    if (description.type === type && hasBegun && !pendingWorkflowTask && pendingActivities?.length === 0) return;
    await pause(ASK_EVERY_MS);
  }
  throw new Error(`${workflowId} did not come to rest`);
}
