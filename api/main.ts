import { createServer } from 'node:http';
import { startUnstartedFundingFiles } from '../activities/funding-file/unstarted';
import { loadDataKeys } from '../config/data-keys';
import { createLogger } from '../config/logger';
import { loadSettings, type Settings } from '../config/settings';
import { connectClient } from '../config/temporal-client';
import { findKeyHolder } from '../db/api-keys';
import { createCipher } from '../db/cipher';
import { type Db, openDatabase } from '../db/database';
import { calendarDate, instant } from '../domain/calendar-date';
import { createApp } from './app';
import { withAvailability } from './availability';
import type { CommandDeps } from './commands/deps';
import { leaseCommands } from './commands/lease-commands';
import { startUnstartedLeases } from './commands/unstarted-leases';
import { VerdictWaiter } from './commands/verdict-waiter';
import { commerceReads } from './commerce-api/reads';
import { documentReads } from './documents/documents';
import { webhooksOf } from '../activities/webhooks/mode';
import { webhookEndpoints } from './webhooks/webhooks';
import { fundingFiles } from './funding-files/funding-files';
import { moneyPorts } from './money/money';
import { createMetrics } from './metrics';
import { type ApiKeys, type Scope, SCOPES } from './ports';
import { storePortal } from './portal/portal';
import type { Logger } from './problems';
import { readiness } from './readiness';
import { leaseReads } from './reads/lease-reads';
import { sandbox } from './sandbox/sandbox';
import { signPages } from './sign/sign-pages';

/** A request must not hang on a lost database: the caller hears 503 within two seconds. */
const QUERY_TIMEOUT_MS = 1_900;

/** How often leases are looked for whose start was lost. */
const SWEEP_MS = 15_000;

/** The API's parts, put together. Stateless: any number of them may run side by side. */
async function run(settings: Settings): Promise<void> {
  const logger = createLogger(settings, 'api');
  const db = openDatabase(settings.databaseUrl, {
    maxConnectionCount: settings.databasePoolMaxCount,
    queryTimeoutMs: QUERY_TIMEOUT_MS,
  });
  const cipher = createCipher(loadDataKeys(settings.dataKeySource));
  const temporal = connectClient(settings.temporal);
  const commandDeps = { db, cipher, temporal, waiter: new VerdictWaiter(db) };
  const isSandbox = settings.mode === 'sandbox';
  const commands = withAvailability(leaseCommands(commandDeps));
  const reads = withAvailability(leaseReads(db, cipher));
  const documents = withAvailability(documentReads({ db, cipher }));
  const signing = { db, cipher, commands, reads, documents, isSandbox, logger };
  const clock = { today: () => calendarDate(instant(Date.now()).slice(0, 10)) };
  const limits = {
    requestsPerMinute: settings.rateLimitPerMinuteCount,
    openRequestsPerMinute: settings.rateLimitPerMinuteCount,
  };
  const app = createApp({
    keys: withAvailability(apiKeys(db)),
    commands,
    reads,
    money: moneyPorts({ db, cipher, temporal }),
    documents,
    commerce: withAvailability(commerceReads({ db, cipher })),
    webhooks: withAvailability(webhookEndpoints({ db, cipher, admitUrl: webhooksOf(settings.mode).admitUrl })),
    fundingFiles: withAvailability(fundingFiles({ db, cipher, temporal })),
    readiness: readiness(db, temporal),
    ...(isSandbox ? { sandbox: withAvailability(sandbox(db, cipher, temporal)) } : {}),
    clock,
    logger,
    metrics: createMetrics(),
    limits,
    pages: [
      signPages({
        ...signing,
        cardFieldsScriptUrl: settings.cardFieldsScriptUrl,
        openRequestsPerMinute: settings.rateLimitPerMinuteCount,
      }),
    ],
    portal: (ports) => storePortal({ db, cipher, ports, clock, logger, limits, isSandbox }),
    checksAnswers: isSandbox,
    trustedProxyCount: settings.trustedProxyCount,
  });

  const server = createServer(app).listen(settings.port, settings.host, () => {
    logger.info({ host: settings.host, port: settings.port }, 'api is listening');
  });
  const sweep = setInterval(() => startWhatWasLost(commandDeps, logger), SWEEP_MS);
  const stop = (): void => {
    clearInterval(sweep);
    server.close(() => {
      void Promise.allSettled([db.destroy(), temporal.connection.close()]).then(() => process.exit(0));
    });
    server.closeIdleConnections();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Applications and files that were kept, and whose Workflows nobody started: their process ended in between. */
function startWhatWasLost(deps: CommandDeps, logger: Logger): void {
  startUnstartedLeases(deps).then(
    (count) => count > 0 && logger.info({ count }, 'kept applications were started'),
    (error: unknown) => logger.error({ err: error }, 'kept applications could not be started'),
  );
  startUnstartedFundingFiles(deps.db, deps.temporal).then(
    (count) => count > 0 && logger.info({ count }, 'received funding files were started'),
    (error: unknown) => logger.error({ err: error }, 'received funding files could not be started'),
  );
}

function apiKeys(db: Db): ApiKeys {
  return {
    async authenticate(keyId, secret) {
      const holder = await findKeyHolder(db, keyId, secret);
      return holder && { ...holder, scopes: holder.scopes.filter(isScope) };
    },
  };
}

function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

async function main(): Promise<void> {
  await run(loadSettings());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
