import { Client } from '@temporalio/client';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import { leaseSignals } from '../activities/adapters/lease-signals';
import { createAdapters } from '../activities/adapters/choose';
import { keepLetters } from '../activities/letters/keep-letters';
import { webhooksOf } from '../activities/webhooks/mode';
import { loadDataKeys } from '../config/data-keys';
import { createLogger } from '../config/logger';
import { loadSettings, type Settings } from '../config/settings';
import { identityOf } from '../config/temporal';
import { connectWorker } from '../config/temporal-worker';
import { createCipher } from '../db/cipher';
import { openDatabase } from '../db/database';
import { LESSOR } from '../domain/lessor';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../domain/originator';
import { LEASE_TASK_QUEUE } from '../workflows/lease/messages';
import { workflowBundle } from './bundle';
import { ensureDailyRunSchedule } from './daily-run-schedule';
import { startRelay } from './relay';
import { sandboxStore } from './sandbox-store';

/** In live mode the settings have been refused without an originator. */
function originationOf({ mode, originator, fundingReleaseLimitCents = RELEASE_LIMIT_CENTS }: Settings) {
  const who = mode === 'sandbox' ? SANDBOX_ORIGINATOR : originator;
  if (!who) throw new Error('live mode cannot start without an originator');
  return { originator: who, releaseLimitCents: fundingReleaseLimitCents };
}

/** The worker's parts, put together: workflows, activities and what they act on. */
async function run(settings: Settings): Promise<void> {
  const logger = createLogger(settings, 'worker');
  const metrics = settings.metricsPort && { prometheus: { bindAddress: `${settings.host}:${settings.metricsPort}` } };
  Runtime.install({
    ...(metrics ? { telemetryOptions: { metrics } } : {}),
    logger: new DefaultLogger('WARN', ({ level, message, meta }) =>
      logger[level === 'ERROR' ? 'error' : 'warn']({ meta }, message),
    ),
  });
  const db = openDatabase(settings.databaseUrl, { maxConnectionCount: settings.databasePoolMaxCount });
  const cipher = createCipher(loadDataKeys(settings.dataKeySource));
  const adapters = createAdapters(settings, sandboxStore(db, cipher));
  const { postWebhook } = webhooksOf(settings.mode);
  const connection = await connectWorker(settings.temporal);
  const client = new Client({ connection, namespace: settings.temporal.namespace });
  const worker = await Worker.create({
    connection,
    namespace: settings.temporal.namespace,
    taskQueue: LEASE_TASK_QUEUE,
    identity: identityOf('worker'),
    workerDeploymentOptions: {
      version: { deploymentName: 'o', buildId: '1' },
      useWorkerVersioning: false,
    },
    workflowBundle: await workflowBundle(),
    activities: createActivities({
      ...{ db, cipher, lessor: LESSOR, leases: leaseSignals(client), postWebhook },
      ...originationOf(settings),
      ...adapters,
    }),
    maxCachedWorkflows: settings.workerCacheMaxCount,
    // A killed worker's leases are taken over after this long instead of ten seconds.
    stickyQueueScheduleToStartTimeout: '2s',
    shutdownGraceTime: '5s',
  });
  await ensureDailyRunSchedule(client);
  const listeners = [keepLetters({ db, cipher, lessor: LESSOR })];
  const relay = startRelay({ db, cipher, client, postWebhook, logger, listeners });
  logger.info('worker is ready');
  try {
    await worker.run();
  } finally {
    await relay.stop();
    await connection.close();
    await db.destroy();
  }
}

async function main(): Promise<void> {
  await run(loadSettings());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
