import { openEmbeddedDatabase } from './embedded-database';
import { tellParent } from './parent-link';
import { Refusal, reasonOf } from './refusal';

/** The one process that owns the database folder: `database-main.ts <folder> <port>`. */
const main = async (dataDir: string, port: number): Promise<void> => {
  let closing: Promise<void> | undefined;
  const database = await openEmbeddedDatabase({ dataDir, port });
  const stop = (): void => {
    closing ??= database.close().then(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  await tellParent({ kind: 'ready' });
  await database.failed;
};

const fail = async (error: unknown): Promise<never> => {
  if (error instanceof Refusal) await tellParent({ kind: 'refusal', sentence: error.message });
  process.stderr.write(`${reasonOf(error)}\n`);
  process.exit(1);
};

const [dataDir, port] = process.argv.slice(2);
if (dataDir === undefined || port === undefined) throw new Error('usage: database-main.ts <folder> <port>');
main(dataDir, Number(port)).catch(fail);
