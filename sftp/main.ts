import { startFundingFile } from '../activities/funding-file/start';
import { loadDataKeys } from '../config/data-keys';
import { createLogger } from '../config/logger';
import { loadSettings, type Settings } from '../config/settings';
import { connectClient } from '../config/temporal-client';
import { createCipher } from '../db/cipher';
import { openDatabase } from '../db/database';
import { findSftpPartner } from '../db/sftp-partners';
import { deskMaker } from './desks';
import { Intake } from './intake';
import { ensurePrivateKey, fingerprintOf } from './key-pair';
import { LIMITS } from './limits';
import { envelopesOf } from './open-pgp';
import { SftpServer } from './server';

/** How often the folders are looked into when nobody says that something has come. */
const ROUND_EVERY_MS = 1_000;

/** A start that Temporal does not answer in time is made up for by the api's sweep. */
const START_DEADLINE_MS = 5_000;

/** The parts of the SFTP intake, put together. */
async function run(settings: Settings): Promise<void> {
  const logger = createLogger(settings, 'sftp');
  const { sftp } = settings;
  const db = openDatabase(settings.databaseUrl, { maxConnectionCount: settings.databasePoolMaxCount });
  const cipher = createCipher(loadDataKeys(settings.dataKeySource));
  const temporal = connectClient(settings.temporal, 'sftp');
  const start = (fileId: string): Promise<void> =>
    temporal.withDeadline(Date.now() + START_DEADLINE_MS, () => startFundingFile(temporal, fileId));
  const channel = sftp.intake === 'server' ? 'sftp' : 'folder';
  const envelopes = await envelopesOf(sftp);
  let server: SftpServer | undefined;
  const intake = new Intake(
    { ...{ db, cipher, logger, channel, envelopes }, start },
    { ...sftp, everyMs: ROUND_EVERY_MS, onPartners: (partners) => server?.connections.keepOnly(partners) },
  );
  if (sftp.intake === 'server') {
    const hostKey = ensurePrivateKey(sftp.hostKeyFile);
    server = new SftpServer({
      ...{ hostKeys: [hostKey], limits: LIMITS, logger },
      find: (username) => findSftpPartner(db, username),
      deskOf: deskMaker(intake, LIMITS),
    });
    const port = await server.listen(sftp.port, settings.host);
    logger.info({ host: settings.host, port, hostKeySha256: fingerprintOf(hostKey) }, 'sftp is listening');
  }
  intake.start();

  const stop = async (): Promise<void> => {
    await server?.close();
    await intake.stop();
    await Promise.allSettled([db.destroy(), temporal.connection.close()]);
    process.exit(0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

async function main(): Promise<void> {
  await run(loadSettings());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
