import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { NativeConnection, Worker } from '@temporalio/worker';
import { createActivities } from '../activities';
import { leaseSignals } from '../activities/adapters/lease-signals';
import { createAdapters } from '../activities/adapters/choose';
import { webhooksOf } from '../activities/webhooks/mode';
import { createApp } from '../api/app';
import { leaseCommands } from '../api/commands/lease-commands';
import { VerdictWaiter } from '../api/commands/verdict-waiter';
import { createMetrics } from '../api/metrics';
import { SCOPES } from '../api/ports';
import { readiness } from '../api/readiness';
import { commerceReads } from '../api/commerce-api/reads';
import { documentReads } from '../api/documents/documents';
import { webhookEndpoints } from '../api/webhooks/webhooks';
import { fundingFiles } from '../api/funding-files/funding-files';
import { moneyPorts } from '../api/money/money';
import { leaseReads } from '../api/reads/lease-reads';
import { sandbox } from '../api/sandbox/sandbox';
import { ensureKeyFile, KEY_FILE_NAME, loadDataKeys } from '../config/data-keys';
import { createLogger } from '../config/logger';
import { identityOf } from '../config/temporal';
import { connectClient } from '../config/temporal-client';
import { findKeyHolder } from '../db/api-keys';
import { type Cipher, createCipher } from '../db/cipher';
import { type Db, openDatabase } from '../db/database';
import { calendarDate, instant } from '../domain/calendar-date';
import { LESSOR } from '../domain/lessor';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../domain/originator';
import { devServerArgs } from '../local/child-plans';
import { askDatabase, askTemporal, untilAnswers } from '../local/readiness';
import type { SandboxRetailer } from '../local/sandbox-file';
import { seedSandbox } from '../local/seed';
import { findTemporal } from '../local/temporal-binary';
import { workflowBundle } from '../worker/bundle';
import { sandboxStore } from '../worker/sandbox-store';
import { LEASE_TASK_QUEUE } from '../workflows/lease/messages';
import { endChild, endWithUs, freePort, startNode } from './children';

/** All of Ownward: real server, real database, both in processes of their own; worker and API in this one. */
export interface System {
  client: Client;
  native: NativeConnection;
  temporalAddress: string;
  db: Db;
  databaseUrl: string;
  cipher: Cipher;
  keyFile: string;
  activities: ReturnType<typeof createActivities>;
  retailer: SandboxRetailer;
  apiUrl: string;
  /** Serves the API once more, over another client. */
  serveApi(temporal: Client): Promise<string>;
  close(): Promise<void>;
}

export const NAMESPACE = 'ownward';

export type Undo = () => Promise<unknown>;

/** Brings all of it up; `close` ends what it started, in reverse. */
export async function startSystem(): Promise<System> {
  const undos: Undo[] = [];
  const close = async (): Promise<void> => {
    for (const undo of undos.splice(0).reverse()) await undo();
  };
  try {
    return { ...(await bringUp((undo) => undos.push(undo))), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function bringUp(later: (undo: Undo) => void): Promise<Omit<System, 'close'>> {
  const folder = await mkdtemp(join(tmpdir(), 'ownward-bench-'));
  later(() => rm(folder, { recursive: true, force: true }));
  const [temporalAddress, databaseUrl] = await Promise.all([
    startTemporal(folder, later),
    startDatabase(folder, later),
  ]);

  const client = connectClient({ connection: { address: temporalAddress }, namespace: NAMESPACE });
  later(() => client.connection.close());
  await untilAnswers('The Temporal server', () => askTemporal(client));
  const keyFile = join(folder, KEY_FILE_NAME);
  ensureKeyFile(keyFile);
  const cipher = createCipher(loadDataKeys({ keyFile }));
  const { retailers } = await seedSandbox({ databaseUrl, cipher, previous: undefined });
  const [retailer] = retailers;
  if (!retailer) throw new Error('the sandbox has no retailer');

  const db = openDatabase(databaseUrl);
  later(() => db.destroy());
  const activities = createActivities({
    db,
    cipher,
    lessor: LESSOR,
    leases: leaseSignals(client),
    postWebhook: webhooksOf('sandbox').postWebhook,
    originator: SANDBOX_ORIGINATOR,
    releaseLimitCents: RELEASE_LIMIT_CENTS,
    ...createAdapters({ mode: 'sandbox' }, sandboxStore(db, cipher)),
  });

  const native = await NativeConnection.connect({ address: temporalAddress });
  later(() => native.close());
  later(await startWorker(native, activities));
  const serveApi = (temporal: Client) => startApi({ client: temporal, db, cipher }, later);
  const apiUrl = await serveApi(client);
  const places = { temporalAddress, databaseUrl, keyFile, apiUrl };
  return { ...places, client, native, db, cipher, activities, retailer, serveApi };
}

async function startTemporal(folder: string, later: (undo: Undo) => void): Promise<string> {
  const binary = await findTemporal((line) => console.error(line));
  const [port, uiPort] = [await freePort(), await freePort()];
  const args = devServerArgs({ port, uiPort, namespace: NAMESPACE, databaseFile: join(folder, 'temporal.db') });
  const server = spawn(binary, args, { stdio: 'ignore' });
  endWithUs(server);
  later(() => endChild(server));
  return `127.0.0.1:${port}`;
}

export async function startDatabase(folder: string, later: (undo: Undo) => void): Promise<string> {
  const port = await freePort();
  const owner = startNode(['local/database-main.ts', join(folder, 'database'), String(port)]);
  later(() => endChild(owner));
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await untilAnswers('The database', () => askDatabase(url));
  return url;
}

/** As `worker/main.ts` has them. */
export const workerOptions = {
  identity: identityOf('worker'),
  workerDeploymentOptions: { version: { deploymentName: 'o', buildId: '1' }, useWorkerVersioning: false },
  maxCachedWorkflows: 1_000,
  stickyQueueScheduleToStartTimeout: '2s',
} as const;

async function startWorker(connection: NativeConnection, activities: System['activities']): Promise<Undo> {
  const worker = await Worker.create({
    ...workerOptions,
    connection,
    namespace: NAMESPACE,
    taskQueue: LEASE_TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities,
  });
  const running = worker.run();
  return async () => {
    worker.shutdown();
    await running;
  };
}

/** With the settings of `api/main.ts` in live mode, but for the rate limit. */
async function startApi(parts: Pick<System, 'client' | 'db' | 'cipher'>, later: (undo: Undo) => void): Promise<string> {
  const { client: temporal, db, cipher } = parts;
  const app = createApp({
    keys: {
      async authenticate(keyId, secret) {
        const holder = await findKeyHolder(db, keyId, secret);
        return holder && { ...holder, scopes: SCOPES.filter((scope) => holder.scopes.includes(scope)) };
      },
    },
    commands: leaseCommands({ db, cipher, temporal, waiter: new VerdictWaiter(db) }),
    reads: leaseReads(db, cipher),
    money: moneyPorts({ db, cipher, temporal }),
    documents: documentReads({ db, cipher }),
    commerce: commerceReads({ db, cipher }),
    webhooks: webhookEndpoints({ db, cipher, admitUrl: webhooksOf('sandbox').admitUrl }),
    fundingFiles: fundingFiles({ db, cipher, temporal }),
    readiness: readiness(db, temporal),
    sandbox: sandbox(db, cipher, temporal),
    clock: { today: () => calendarDate(instant(Date.now()).slice(0, 10)) },
    logger: createLogger({ logLevel: 'silent' }, 'api'),
    metrics: createMetrics(),
    limits: { requestsPerMinute: 1_000_000, openRequestsPerMinute: 1_000_000 },
    checksAnswers: false,
  });
  const port = await freePort();
  const server = createServer(app);
  await new Promise<void>((resolve) => void server.listen(port, '127.0.0.1', resolve));
  later(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${port}`;
}
