import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DataKeysError, KEY_FILE_NAME } from './data-keys';

/** What `npm run keys:rotate` works on. */
export interface RotationSettings {
  keyFile: string;
  keysJson: string | undefined;
  /** Asked for only when needed: adding a key to the file needs no database. */
  databaseUrl: () => string;
}

const sandboxFile = z.object({ databaseUrl: z.string() });

/**
 * Live: DATABASE_URL and OWNWARD_DATA_KEYS or OWNWARD_KEY_FILE. Sandbox: both are found in the data folder of the
 * running `npm start`. An empty variable is an unset one, as in `config/settings.ts`.
 */
export function rotationSettings(env: NodeJS.ProcessEnv = process.env): RotationSettings {
  const dataDir = env['OWNWARD_DATA_DIR'] || '.ownward';
  return {
    keyFile: env['OWNWARD_KEY_FILE'] || join(dataDir, KEY_FILE_NAME),
    keysJson: env['OWNWARD_DATA_KEYS'] || undefined,
    databaseUrl: () => env['DATABASE_URL'] || sandboxDatabaseUrl(join(dataDir, 'sandbox.json')),
  };
}

function sandboxDatabaseUrl(path: string): string {
  try {
    return sandboxFile.parse(JSON.parse(readFileSync(path, 'utf8'))).databaseUrl;
  } catch {
    throw new DataKeysError(`No database: set DATABASE_URL, or run npm start so that ${path} names one.`);
  }
}
