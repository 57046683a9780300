import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { promptly } from '../../config/temporal-client';
import { LEASE_TASK_QUEUE, type LeaseApplication, leaseWorkflowId } from '../../workflows/lease/messages';

/** Starts the lease; a lease that runs already, or has run, is left as it is. */
export async function startLease(client: Client, application: LeaseApplication): Promise<void> {
  const { leaseId, merchantId, storeId } = application.origin;
  try {
    await promptly(client, () =>
      client.workflow.start('lease', {
        workflowId: leaseWorkflowId(leaseId),
        taskQueue: LEASE_TASK_QUEUE,
        args: [application],
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        staticSummary: `Lease ${leaseId} of ${merchantId}`,
        typedSearchAttributes: [
          { key: { name: 'MerchantId', type: 'KEYWORD' }, value: merchantId },
          { key: { name: 'StoreId', type: 'KEYWORD' }, value: storeId },
          { key: { name: 'LeaseStatus', type: 'KEYWORD' }, value: 'pending' },
        ],
      }),
    );
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}
