import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/client';
import { promptly } from '../../config/temporal-client';
import type { LeaseId } from '../../domain/ids';
import type { Envelope } from '../../domain/lease/recording';
import type { Report } from '../../domain/lease/reports';
import {
  LEASE_TASK_QUEUE,
  type LeaseApplication,
  leaseWorkflowId,
  reportSignals,
} from '../../workflows/lease/messages';

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

/** @returns false when the lease has ended: nobody is there to hear it */
export async function tellLease(client: Client, leaseId: LeaseId, by: Envelope, report: Report): Promise<boolean> {
  const { event, ...fields } = report;
  try {
    const handle = client.workflow.getHandle(leaseWorkflowId(leaseId));
    await promptly(client, () => handle.signal(reportSignals[event].name, { ...by, ...fields }));
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
