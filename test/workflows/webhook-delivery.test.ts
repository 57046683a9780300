import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { AttemptOutcome } from '../../activities/webhooks/attempt';
import type { RetryWebhook } from '../../activities/webhooks';
import { webhookRetries } from '../../activities/webhooks/retries';
import { workflowBundle } from '../../worker/bundle';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';
import { webhookDeliveryId } from '../../workflows/webhook-delivery/messages';
import { testServerPath } from '../support/jest-engine';
import { installQuietRuntime } from '../support/stage';

const SECOND = 1;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** Written down here, not computed: 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 10 h after the attempt before. */
const SCHEDULE = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];

describe('a delivery whose first attempt failed', () => {
  let env: TestWorkflowEnvironment;
  let worker: Worker;
  let running: Promise<void>;
  let attempts: RetryWebhook[] = [];
  let answer: (attempt: RetryWebhook) => AttemptOutcome;

  beforeAll(async () => {
    installQuietRuntime();
    const executable = { type: 'existing-path', path: testServerPath() } as const;
    env = await TestWorkflowEnvironment.createTimeSkipping({ server: { executable } });
    worker = await Worker.create({
      connection: env.nativeConnection,
      taskQueue: LEASE_TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: {
        retryWebhook: async (attempt: RetryWebhook) => {
          attempts.push(attempt);
          return answer(attempt);
        },
      },
    });
    running = worker.run();
  }, 120_000);
  afterAll(async () => {
    worker.shutdown();
    await running;
    await env.teardown();
  });
  beforeEach(() => {
    attempts = [];
    answer = () => 'failed';
  });

  /** Tells its whole story. @returns seconds between its attempts, from its start */
  async function story(deliveryId: string): Promise<number[]> {
    const startMs = await env.currentTimeMs();
    await webhookRetries(env.client)(deliveryId);
    await env.client.workflow.getHandle(webhookDeliveryId(deliveryId)).result();
    const times = [startMs, ...attempts.map(({ at }) => Date.parse(at))];
    return times.slice(1).map((time, index) => Math.round((time - (times[index] ?? 0)) / 1_000));
  }

  it('is attempted seven times more, over a little more than a day, and then given up', async () => {
    const seconds = await story('whd_never');

    expect(attempts.map(({ deliveryId, attempt }) => [deliveryId, attempt])).toEqual(
      [2, 3, 4, 5, 6, 7, 8].map((attempt) => ['whd_never', attempt]),
    );
    // The activity itself takes real time: a second either way.
    for (const [index, due] of SCHEDULE.entries()) expect(Math.abs((seconds[index] ?? 0) - due)).toBeLessThanOrEqual(1);
  });

  it('is attempted no more once it was taken, or nobody is to be called any more', async () => {
    answer = ({ attempt }) => (attempt === 4 ? 'over' : 'failed');
    await story('whd_fourth');

    expect(attempts.map(({ attempt }) => attempt)).toEqual([2, 3, 4]);
  });

  it('has one Workflow however often it is handed over, also after its end', async () => {
    answer = () => 'over';
    const begin = webhookRetries(env.client);
    await story('whd_once');
    const handle = env.client.workflow.getHandle(webhookDeliveryId('whd_once'));
    const { runId } = await handle.describe();
    await begin('whd_once');
    await begin('whd_once');

    expect((await handle.describe()).runId).toBe(runId);
    expect(attempts).toHaveLength(1);
  });
});
