import { loadSettings, SettingsError } from '../config/settings';
import { openDatabase } from '../db/database';
import { migrate } from '../db/migrate';

/** Brings the database up to date and ends; production runs it before a new release starts. */
async function run(): Promise<void> {
  const db = openDatabase(loadSettings().databaseUrl, { maxConnectionCount: 1 });
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof SettingsError ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
