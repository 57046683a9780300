import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { fundingFileWorkflowId } from '../../workflows/funding-file/messages';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';

/** Starts the Workflow of a file that was received; one that has started already is left as it is. */
export async function startFundingFile(client: Client, fileId: string): Promise<void> {
  try {
    await client.workflow.start('fundingFile', {
      workflowId: fundingFileWorkflowId(fileId),
      taskQueue: LEASE_TASK_QUEUE,
      args: [{ fileId }],
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      staticSummary: `Funding file ${fileId}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
