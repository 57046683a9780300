import { existsSync } from 'node:fs';

import type { Client } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { ensureKeyFile, loadDataKeys } from '../config/data-keys';
import { type LocalSettings, childEnvironment } from '../config/local-settings';
import { loadSettings, type Settings } from '../config/settings';
import { connectClient } from '../config/temporal-client';
import { createCipher } from '../db/cipher';
import { openDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { LEASE_TASK_QUEUE } from '../workflows/lease/messages';
import { endOrphans } from './child-records';
import { devServerArgs, nodeChild } from './child-plans';
import type { DataFolder } from './data-folder';
import { requireKeysOf } from './database-keys';
import { beginMaking, finishMaking } from './first-making';
import { requireFreePorts } from './ports';
import { askApi, askDatabase, askSftp, askTemporal, askWorker, untilAnswers } from './readiness';
import { Refusal } from './refusal';
import { type SandboxPlaces, readSandboxSeed, writeSandboxFile } from './sandbox-file';
import { seedSandbox } from './seed';
import { ensureSftpKeys, seedSftpPartners } from './sftp-keys';
import { seedPortal } from './seed-portal';
import type { Supervisor } from './supervisor';
import { findTemporal } from './temporal-binary';

const EXISTING_SERVICE_LIMIT_MS = 5_000;

export interface Start {
  readonly settings: LocalSettings;
  readonly folder: DataFolder;
  readonly supervisor: Supervisor;
  readonly report: (line: string) => void;
}

const placesOf = (settings: LocalSettings): SandboxPlaces => {
  const loopback = 'http://127.0.0.1';
  return {
    apiUrl: `${loopback}:${settings.port}`,
    temporalAddress: settings.temporalAddress ?? `127.0.0.1:${settings.temporalPort}`,
    temporalNamespace: settings.temporalNamespace,
    temporalUiUrl: settings.temporalAddress === undefined ? `${loopback}:${settings.temporalUiPort}` : undefined,
    databaseUrl: settings.databaseUrl ?? `postgres://postgres@127.0.0.1:${settings.databasePort}/postgres`,
    sftp: { host: '127.0.0.1', port: settings.sftpPort },
  };
};

const requirePorts = ({ settings }: Start): Promise<void> => {
  const temporalPorts = [
    { variable: 'TEMPORAL_PORT', port: settings.temporalPort },
    { variable: 'TEMPORAL_UI_PORT', port: settings.temporalUiPort },
  ];
  return requireFreePorts([
    { variable: 'PORT', port: settings.port },
    { variable: 'SFTP_PORT', port: settings.sftpPort },
    ...(settings.temporalAddress === undefined ? temporalPorts : []),
    ...(settings.databaseUrl === undefined ? [{ variable: 'DATABASE_PORT', port: settings.databasePort }] : []),
  ]);
};

/**
 * The embedded database is made together with its keys, so that one without the other is seen before anything runs;
 * of an existing one `requireKeysOf` asks who is in it.
 */
const requireKeyFile = ({ settings, folder }: Start): void => {
  const { keyFile } = settings;
  if (keyFile === undefined || settings.databaseUrl !== undefined) return;
  if (!existsSync(keyFile) && existsSync(folder.database)) {
    throw new Refusal(
      `The key file ${keyFile} is missing, and without it the personal data in ${folder.database} cannot be read: ` +
        'restore it from a copy, or move the data folder away to start with an empty one.',
    );
  }
  ensureKeyFile(keyFile);
};

/** With TLS and API key where the environment or a profile names them, as api and worker connect. */
const temporalClient = ({ temporalAddress, temporalNamespace }: SandboxPlaces) => {
  const { connectionOptions } = loadClientConnectConfig();
  const connection = { ...connectionOptions, address: temporalAddress };
  return connectClient({ connection, namespace: temporalNamespace }, 'local');
};

/** Closed when all its questions are answered, not before: the library's retries would throw out of a timer. */
const askedOf = async (places: SandboxPlaces, ask: (client: Client) => Promise<void>): Promise<void> => {
  const client = temporalClient(places);
  await ask(client).finally(() => client.connection.close());
};

const startTemporal = async (start: Start, places: SandboxPlaces): Promise<void> => {
  const { settings, folder, supervisor, report } = start;
  if (settings.temporalAddress !== undefined) {
    const what = `Temporal at ${settings.temporalAddress}, namespace ${settings.temporalNamespace},`;
    return askedOf(places, (client) =>
      untilAnswers(what, () => askTemporal(client), undefined, EXISTING_SERVICE_LIMIT_MS),
    );
  }
  const binary = await findTemporal(report);
  const file = folder.temporalDatabase;
  const { temporalPort: port, temporalUiPort: uiPort, temporalNamespace: namespace } = settings;
  const args = devServerArgs({ port, uiPort, namespace, databaseFile: file });
  beginMaking(file, [`${file}-wal`, `${file}-shm`, `${file}-journal`]);
  await supervisor.start(
    nodeChild({
      name: 'temporal',
      script: ['local/temporal-main.ts', file, binary, ...args],
      ready: (signal) =>
        askedOf(places, (client) => untilAnswers('The Temporal server', () => askTemporal(client), signal)),
    }),
  );
  finishMaking(file);
};

const startDatabase = async ({ settings, folder, supervisor }: Start, places: SandboxPlaces): Promise<void> => {
  if (settings.databaseUrl !== undefined) {
    const ask = () => askDatabase(places.databaseUrl);
    return untilAnswers('The database of DATABASE_URL', ask, undefined, EXISTING_SERVICE_LIMIT_MS);
  }
  const script = ['local/database-main.ts', folder.database, String(settings.databasePort)] as const;
  await supervisor.start(nodeChild({ name: 'database', script: [...script] }));
};

/** Live has no demo retailers and no keys in clear: there the schema is all that is prepared. */
const prepareDatabase = async (
  { settings, folder, report }: Start,
  places: SandboxPlaces,
  { dataKeySource, sftp: { hostKeyFile } }: Settings,
): Promise<void> => {
  report('preparing the database');
  if (settings.mode === 'sandbox') {
    const previous = readSandboxSeed(folder.sandbox);
    const cipher = createCipher(loadDataKeys(dataKeySource));
    const { databaseUrl } = places;
    const seed = await seedPortal({ databaseUrl, cipher, seed: await seedSandbox({ databaseUrl, cipher, previous }) });
    const sftp = ensureSftpKeys(folder.sftpKeys, hostKeyFile);
    await seedSftpPartners(databaseUrl, sftp);
    return writeSandboxFile(folder.sandbox, places, seed, sftp);
  }
  const db = openDatabase(places.databaseUrl, { maxConnectionCount: 1 });
  await migrate(db).finally(() => db.destroy());
};

const ownEnvironment = ({ settings, folder }: Start, places: SandboxPlaces): NodeJS.ProcessEnv =>
  childEnvironment({
    OWNWARD_MODE: settings.mode,
    OWNWARD_DATA_DIR: folder.path,
    ...(settings.keyFile === undefined ? {} : { OWNWARD_KEY_FILE: settings.keyFile }),
    DATABASE_URL: places.databaseUrl,
    TEMPORAL_ADDRESS: places.temporalAddress,
    TEMPORAL_NAMESPACE: places.temporalNamespace,
    PORT: String(settings.port),
    SFTP_PORT: String(settings.sftpPort),
    SFTP_FOLDER: folder.sftp,
  });

const startOurs = async ({ supervisor, report }: Start, places: SandboxPlaces, env: NodeJS.ProcessEnv) => {
  report('starting worker, API and SFTP');
  const worker = nodeChild({
    name: 'worker',
    script: ['worker/main.ts'],
    env,
    ready: (signal) =>
      askedOf(places, (client) => untilAnswers('The worker', () => askWorker(client, LEASE_TASK_QUEUE), signal)),
  });
  const api = nodeChild({
    name: 'api',
    script: ['api/main.ts'],
    env,
    ready: (signal) => untilAnswers('The API', () => askApi(places.apiUrl), signal),
  });
  const sftp = nodeChild({
    name: 'sftp',
    script: ['sftp/main.ts'],
    env,
    ready: (signal) => untilAnswers('The SFTP server', () => askSftp(places.sftp.port), signal),
  });
  await Promise.all([supervisor.start(worker), supervisor.start(api), supervisor.start(sftp)]);
};

/**
 * Everything of `npm start`, in the order in which one needs the other.
 * @throws Refusal with one sentence, wherever it cannot go on
 */
export const bringUp = async (start: Start): Promise<SandboxPlaces> => {
  const { folder, settings, report } = start;
  const places = placesOf(settings);
  const env = ownEnvironment(start, places);
  // What our processes would refuse is better said before anything runs.
  const own = loadSettings(env);
  await endOrphans(folder.children, report);
  await requirePorts(start);
  requireKeyFile(start);
  report('starting Temporal and the database');
  await Promise.all([startTemporal(start, places), startDatabase(start, places)]);
  const database = settings.databaseUrl === undefined ? folder.database : 'the database of DATABASE_URL';
  await requireKeysOf(places.databaseUrl, database, own.dataKeySource);
  await prepareDatabase(start, places, own);
  await startOurs(start, places, env);
  return places;
};
