import { Client } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { identityOf } from '../config/temporal';
import type { Floor } from './floor';
import { NAMESPACE, type System, workerOptions } from './system';
import { paymentActivities } from './twins/payments';

/** Our API over another Workflow: what it starts and tells is a twin of the lease, built to be measured beside it. */
export interface TwinSystem {
  apiUrl: string;
  retailer: System['retailer'];
  client: Client;
  /** numbers of the payments its activities have collected */
  collected: readonly number[];
}

const TASK_QUEUE = 'twins';

/**
 * The textbook runs on the SDK's defaults, as its readers would; the direct twin, which is to be as fast as ours, on
 * our own settings.
 */
const TWINS = {
  textbook: { worker: {}, identity: {} },
  direct: { worker: workerOptions, identity: { identity: identityOf('api') } },
} as const;

export async function withTwin<Answer>(
  floor: Floor,
  workflowType: keyof typeof TWINS,
  measure: (twin: TwinSystem) => Promise<Answer>,
): Promise<Answer> {
  const system = await floor.system();
  const collected: number[] = [];
  const worker = await Worker.create({
    ...TWINS[workflowType].worker,
    connection: system.native,
    namespace: NAMESPACE,
    taskQueue: TASK_QUEUE,
    workflowBundle: await floor.twins(),
    activities: { ...system.activities, ...paymentActivities(collected) },
  });
  const client = twinClient(system, workflowType);
  const apiUrl = await system.serveApi(client);
  return await worker.runUntil(() => measure({ apiUrl, retailer: system.retailer, client, collected }));
}

/** Speaks to the server as the API's own client does, but starts the twin on the twins' queue. */
function twinClient({ client }: System, workflowType: keyof typeof TWINS): Client {
  return new Client({
    connection: client.connection,
    namespace: NAMESPACE,
    ...TWINS[workflowType].identity,
    interceptors: {
      workflow: [
        {
          startWithDetails: (input, next) =>
            next({ ...input, workflowType, options: { ...input.options, taskQueue: TASK_QUEUE } }),
        },
      ],
    },
  });
}
