import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { WorkflowNotFoundError } from '@temporalio/client';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import { z } from 'zod';

import { loadDataKeys } from '../config/data-keys';
import { type LocalSettings, loadLocalSettings } from '../config/local-settings';
import { rotationSettings } from '../config/rotation-settings';
import { connectClient } from '../config/temporal-client';
import { auditBooks, type LawReport, type ReadWorkflow } from '../db/books';
import { type Cipher, createCipher } from '../db/cipher';
import { openDatabase } from '../db/database';
import { leaseQuery, leaseWorkflowId } from '../workflows/lease/messages';
import { readJsonFile } from './json-file';
import { Refusal, reasonOf } from './refusal';

type Say = (line: string) => void;

/** Money on its way (a refund the processor has not taken yet, a lease being opened) is looked at again before it is called wrong. */
const LOOKS_MAX = 3;
const BETWEEN_LOOKS_MS = 2_000;

/** A lease that nobody asked for long is first replayed by its worker. */
const QUERY_DEADLINE_MS = 10_000;

/** A law reads the whole ledger. */
const LAW_TIMEOUT_MS = 600_000;

const places = z.looseObject({ databaseUrl: z.string(), temporalAddress: z.string(), temporalNamespace: z.string() });

/**
 * Looks at the books until they hold, at most three times, and says what was seen last, one line a law.
 * @returns the process's exit code: 1 on any finding
 */
export async function sayBooks(
  look: () => Promise<LawReport[]>,
  say: Say,
  wait: () => Promise<unknown> = () => pause(BETWEEN_LOOKS_MS),
): Promise<0 | 1> {
  let reports = await look();
  for (let looks = 1; looks < LOOKS_MAX && !hold(reports); looks += 1) {
    await wait();
    reports = await look();
  }
  reports.flatMap(linesOf).forEach(say);
  return hold(reports) ? 0 : 1;
}

const hold = (reports: readonly LawReport[]): boolean => reports.every(({ findings }) => findings.length === 0);

function linesOf({ law, counted, checkedCount, findings }: LawReport): string[] {
  const looked = `(${checkedCount} ${counted})`;
  if (findings.length === 0) return [`${law} holds ${looked}`];
  return [`${law} is not proven ${looked}:`, ...findings.map(({ subject, detail }) => `  ${subject}: ${detail}`)];
}

/** What the environment names, else what the data folder of `npm start` names. */
function placesOf({ databaseUrl, dataDir }: LocalSettings) {
  const { connectionOptions: connection, namespace } = loadClientConnectConfig();
  const file = join(dataDir, 'sandbox.json');
  const sandbox = places.safeParse(readJsonFile(file)).data;
  const address = connection.address ?? sandbox?.temporalAddress;
  const database = databaseUrl ?? sandbox?.databaseUrl;
  if (!database || !address) {
    throw new Refusal(`No books: set DATABASE_URL and TEMPORAL_ADDRESS, or run npm start so that ${file} names both.`);
  }
  const temporal = { connection: { ...connection, address }, namespace: namespace ?? sandbox?.temporalNamespace };
  return { database, temporal };
}

/** The keys of the personal data, where they are at hand: only the files at the simulated bank are opened with them. */
function cipherAtHand(): { cipher?: Cipher } {
  const { keyFile, keysJson } = rotationSettings();
  return keysJson === undefined && !existsSync(keyFile)
    ? {}
    : { cipher: createCipher(loadDataKeys({ keyFile, keysJson })) };
}

/** `npm run books`: proves the money laws on the running database, and that Workflows and SQL agree. */
async function books(say: Say): Promise<0 | 1> {
  const settings = loadLocalSettings();
  const { database, temporal } = placesOf(settings);
  const client = connectClient({ ...temporal, namespace: temporal.namespace ?? settings.temporalNamespace }, 'local');
  const db = openDatabase(database, { maxConnectionCount: 1, queryTimeoutMs: LAW_TIMEOUT_MS });
  const readWorkflow: ReadWorkflow = async (leaseId) => {
    try {
      const handle = client.workflow.getHandle(leaseWorkflowId(leaseId));
      return await client.withDeadline(Date.now() + QUERY_DEADLINE_MS, () => handle.query(leaseQuery));
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return undefined;
      throw new Refusal(`lease ${leaseId}: ${reasonOf(error)} (are Temporal and a worker up?)`);
    }
  };
  try {
    return await sayBooks(() => auditBooks(db, { readWorkflow, ...cipherAtHand() }), say);
  } finally {
    await db.destroy();
  }
}

if (require.main === module) {
  const say: Say = (line) => void process.stdout.write(`${line}\n`);
  void books(say)
    .catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      return 1;
    })
    // Ends the calls that the Temporal client may still be repeating: closing its connection under them would throw.
    .then((code) => process.exit(code));
}
