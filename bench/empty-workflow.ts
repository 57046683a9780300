import { randomUUID } from 'node:crypto';
import { Worker, type WorkflowBundle } from '@temporalio/worker';
import type { Run } from './histories';
import { untilIdle } from './idle';
import { NAMESPACE, type System, workerOptions } from './system';

/** The history of a Workflow that has started and waits, and nothing more. */
export async function emptyHistory(
  { client, native }: System,
  workflowBundle: WorkflowBundle,
): Promise<Run['history']> {
  const workflowId = `empty:${randomUUID()}`;
  const taskQueue = 'empty';
  const worker = await Worker.create({
    ...workerOptions,
    connection: native,
    namespace: NAMESPACE,
    taskQueue,
    workflowBundle,
  });
  return await worker.runUntil(async () => {
    const handle = await client.workflow.start('empty', { workflowId, taskQueue });
    await untilIdle(client, workflowId, 'empty');
    const history = await handle.fetchHistory();
    await handle.terminate();
    return history;
  });
}
