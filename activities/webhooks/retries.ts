import { type Client, WorkflowExecutionAlreadyStartedError, WorkflowIdReusePolicy } from '@temporalio/client';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';
import { webhookDeliveryId } from '../../workflows/webhook-delivery/messages';

/** Starts what tries a delivery again. Starting it twice is safe: it exists once for the delivery. */
export type BeginRetries = (deliveryId: string) => Promise<void>;

/**
 * Also after its end a Workflow is not started again: a delivery is tried on one schedule only.
 * @throws anything when Temporal cannot be reached; whether it was started is then unknown, and asking again is safe
 */
export function webhookRetries(client: Client): BeginRetries {
  return async (deliveryId) => {
    try {
      await client.workflow.start('webhookDelivery', {
        workflowId: webhookDeliveryId(deliveryId),
        taskQueue: LEASE_TASK_QUEUE,
        args: [{ deliveryId }],
        workflowIdReusePolicy: WorkflowIdReusePolicy.REJECT_DUPLICATE,
        staticSummary: `Delivery ${deliveryId}`,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  };
}
