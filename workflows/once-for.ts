import {
  condition,
  ParentClosePolicy,
  proxyActivities,
  sleep,
  startChild,
  WorkflowIdReusePolicy,
} from '@temporalio/workflow';
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common';
import type { Activities } from '../activities';

const act = proxyActivities<Pick<Activities, 'isAtRest'>>({ startToCloseTimeout: '10 seconds' });

const ASK_AGAIN_MS = 1_000;

/**
 * Runs a Workflow that exists once for its ID, and waits until it has done its part: it has ended, or says so itself
 * because it waits for a person. Whoever else has started it meanwhile is as good as we are.
 */
export async function onceFor<Input>(
  workflowId: string,
  workflow: (input: Input) => Promise<unknown>,
  args: [Input],
  hasRested: () => boolean = () => false,
): Promise<void> {
  try {
    const child = await startChild(workflow, {
      workflowId,
      args,
      // It goes on if whoever asked for it is gone.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      workflowIdReusePolicy: WorkflowIdReusePolicy.ALLOW_DUPLICATE_FAILED_ONLY,
    });
    let hasEnded = false;
    const ended = child.result().then(() => {
      hasEnded = true;
    });
    await Promise.race([ended, condition(() => hasEnded || hasRested())]);
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    while (!(await act.isAtRest({ workflowId }))) await sleep(ASK_AGAIN_MS);
  }
}
