import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { advanceLeaseClock } from '../../api/sandbox/lease-clock';
import { LeaseError } from '../../domain/errors';
import { instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { workflowBundle } from '../../worker/bundle';
import { LEASE_TASK_QUEUE, leaseWorkflowId } from '../../workflows/lease/messages';
import { temporalPath } from '../support/jest-engine';
import { anApplication } from '../support/lease-factories';
import { installQuietRuntime } from '../support/stage';

const CLOCK_FLAGS = ['frontend.WorkflowTimeSkippingEnabled=true', 'system.workflowTimeSkippingEnabled=true'];
const TEN_YEARS_MS = 3_660 * 86_400_000;
/** As short as a test may wait and a busy machine still answers in. */
const LIMIT_MS = 4_000;

let env: TestWorkflowEnvironment;

beforeAll(async () => {
  installQuietRuntime();
  const extraArgs = CLOCK_FLAGS.flatMap((flag) => ['--dynamic-config-value', flag]);
  const executable = { type: 'existing-path', path: temporalPath() } as const;
  env = await TestWorkflowEnvironment.createLocal({ server: { executable, extraArgs } });
}, 60_000);
afterAll(() => env.teardown());

/** A lease on the real server; whether anybody works on it is the test's to say. */
async function startLease(): Promise<LeaseId> {
  const application = anApplication();
  const { leaseId } = application.origin;
  const workflowId = leaseWorkflowId(leaseId);
  await env.client.workflow.start('lease', { taskQueue: LEASE_TASK_QUEUE, workflowId, args: [application] });
  return leaseId;
}

const away = () => Promise.reject(new Error('the database is away'));

/** Its database is away: no lease of this worker ever comes to rest. */
async function withWorker(work: () => Promise<void>): Promise<void> {
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: LEASE_TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: { decideApplication: away, recordLease: away },
  });
  await worker.runUntil(work());
}

async function timeOf(leaseId: LeaseId): Promise<number> {
  const { raw } = await env.client.workflow.getHandle(leaseWorkflowId(leaseId)).describe();
  const seconds = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime?.seconds;
  return seconds ? Number(seconds) * 1000 : Date.now();
}

async function refusal(leaseId: LeaseId, by: Parameters<typeof advanceLeaseClock>[2]): Promise<LeaseError> {
  const error: unknown = await advanceLeaseClock(env.client, leaseId, by, LIMIT_MS).catch((thrown: unknown) => thrown);
  if (error instanceof LeaseError) return error;
  throw error instanceof Error ? error : new Error(`the clock answered ${String(error)}`);
}

describe('the sandbox clock of a lease', () => {
  it('does not move, and says so, while no worker is up: nothing on the way could happen', async () => {
    const leaseId = await startLease();
    const { code, message } = await refusal(leaseId, { advanceDays: 91 });

    expect({ code, message }).toEqual({
      code: 'UNAVAILABLE',
      message: 'no worker answers for the lease; its clock was not moved',
    });
    expect(await timeOf(leaseId)).toBeLessThan(Date.now() + 60_000);
  });

  it('is never answered as if all had happened when the lease does not come to rest', async () => {
    const leaseId = await startLease();
    await withWorker(async () => {
      const { code, message } = await refusal(leaseId, { advanceDays: 91 });

      expect(code).toBe('UNAVAILABLE');
      expect(message).toMatch(
        /^the lease did not come to rest in time; its clock may show 20..-..-..T.*Z all the same$/,
      );
    });
  });

  it.each([
    ['the past', 'behind', () => Date.now() - 60_000],
    ['more than ten years ahead', 'too_far', () => Date.now() + TEN_YEARS_MS + 3_600_000],
  ])('does not move to %s', async (_where, code, target) => {
    const leaseId = await startLease();
    const { code: refused, extra } = await refusal(leaseId, { advanceTo: instant(target()) });

    expect(refused).toBe('VALIDATION_FAILED');
    expect(extra.errors).toEqual([expect.objectContaining({ pointer: '/advanceTo', code })]);
  });
});
