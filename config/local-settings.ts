import { homedir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { z } from 'zod';
import { KEY_FILE_NAME } from './data-keys';

/** What `npm start` is told from outside. */
export interface LocalSettings {
  readonly dataDir: string;
  readonly port: number;
  readonly temporalPort: number;
  readonly temporalUiPort: number;
  readonly databasePort: number;
  readonly sftpPort: number;
  /** Set: an existing PostgreSQL; unset: the embedded one. */
  readonly databaseUrl: string | undefined;
  /** Set: an existing Temporal service; unset: the dev server. */
  readonly temporalAddress: string | undefined;
  readonly temporalNamespace: string;
  readonly mode: 'sandbox' | 'live';
  /** Keys for personal data; undefined when the operator gives them in OWNWARD_DATA_KEYS. */
  readonly keyFile: string | undefined;
}

/** Where engine binaries may be found and kept. */
export interface BinaryPlaces {
  readonly searchPath: readonly string[];
  /** Per user, not per project: `npm start` and `npm test` of every clone share it. */
  readonly cacheDir: string;
}

export const PROJECT_ROOT = resolve(__dirname, '..');

export class LocalSettingsError extends Error {
  override readonly name = 'LocalSettingsError';
}

const portNumber = (usual: number) => z.coerce.number().int().min(1).max(65_535).default(usual);

const variables = z.object({
  OWNWARD_DATA_DIR: z.string().default(join(PROJECT_ROOT, '.ownward')),
  PORT: portNumber(3000),
  TEMPORAL_PORT: portNumber(7233),
  TEMPORAL_UI_PORT: portNumber(8233),
  DATABASE_PORT: portNumber(54_329),
  SFTP_PORT: portNumber(2222),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  TEMPORAL_ADDRESS: z.string().optional(),
  TEMPORAL_NAMESPACE: z.string().default('ownward'),
  OWNWARD_MODE: z.enum(['sandbox', 'live']).default('sandbox'),
  OWNWARD_KEY_FILE: z.string().optional(),
  OWNWARD_DATA_KEYS: z.string().optional(),
});

const withoutEmpty = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '') !== ''));

/**
 * Reads the settings of `npm start`.
 * @throws LocalSettingsError naming the variable; never its value, which may hold a password
 */
export const loadLocalSettings = (env: NodeJS.ProcessEnv = process.env): LocalSettings => {
  const parsed = variables.safeParse(withoutEmpty(env));
  if (!parsed.success) {
    const names = [...new Set(parsed.error.issues.map((issue) => issue.path.join('.')))];
    throw new LocalSettingsError(
      `Ownward cannot start: ${names.join(', ')} ${names.length > 1 ? 'are' : 'is'} not valid.`,
    );
  }
  const values = parsed.data;
  const dataDir = resolve(values.OWNWARD_DATA_DIR);
  const keyFile =
    values.OWNWARD_KEY_FILE === undefined ? join(dataDir, KEY_FILE_NAME) : resolve(values.OWNWARD_KEY_FILE);
  return {
    dataDir,
    port: values.PORT,
    temporalPort: values.TEMPORAL_PORT,
    temporalUiPort: values.TEMPORAL_UI_PORT,
    databasePort: values.DATABASE_PORT,
    sftpPort: values.SFTP_PORT,
    databaseUrl: values.DATABASE_URL,
    temporalAddress: values.TEMPORAL_ADDRESS,
    temporalNamespace: values.TEMPORAL_NAMESPACE,
    mode: values.OWNWARD_MODE,
    keyFile: values.OWNWARD_DATA_KEYS === undefined ? keyFile : undefined,
  };
};

/** Reads where binaries are looked for and cached. */
export const loadBinaryPlaces = (env: NodeJS.ProcessEnv = process.env): BinaryPlaces => {
  const { PATH, OWNWARD_CACHE_DIR } = withoutEmpty(env) as { PATH?: string; OWNWARD_CACHE_DIR?: string };
  return {
    searchPath: (PATH ?? '').split(delimiter).filter((folder) => folder !== ''),
    cacheDir: OWNWARD_CACHE_DIR === undefined ? join(homedir(), '.cache', 'ownward') : resolve(OWNWARD_CACHE_DIR),
  };
};

/** The environment of a child: ours, with its own variables on top. */
export const childEnvironment = (own: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...own,
});
