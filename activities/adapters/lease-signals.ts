import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { LeaseId } from '../../domain/ids';
import type { Envelope } from '../../domain/lease/recording';
import type { Report } from '../../domain/lease/reports';
import { leaseWorkflowId, reportSignals } from '../../workflows/lease/messages';
import type { LeaseSignals } from '../ports';

/** Reports as Signals: durable from the moment the call returns, also with no worker up. */
export function leaseSignals(client: Client): LeaseSignals {
  return {
    async tell(leaseId: LeaseId, by: Envelope, report: Report): Promise<boolean> {
      const { event, ...fields } = report;
      try {
        const handle = client.workflow.getHandle(leaseWorkflowId(leaseId));
        await handle.signal(reportSignals[event].name, { ...by, ...fields });
        return true;
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    },
  };
}
