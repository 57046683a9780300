import type { z } from 'zod';
import { BANK_LIVE_ONLY, bankServerFrom, originatorFrom } from './bank-environment';
import type { BankServer, OriginatorSettings } from './bank-environment';
import { ENVIRONMENT } from './environment';
import type { Environment, EnvironmentName } from './environment';
import { sftpFrom } from './sftp-environment';
import type { SftpSettings } from './sftp-environment';
import { temporalOptions } from './temporal';
import type { TemporalOptions } from './temporal';

/** A service of somebody else, spoken to over HTTP with a bearer token. */
export interface Endpoint {
  readonly url: string;
  readonly token: string;
}

/** What our processes are told from outside. Policy numbers are not here: they live in `domain/`. */
export interface Settings {
  readonly mode: 'sandbox' | 'live';
  readonly host: string;
  readonly port: number;
  /** Unset: no metrics are served. */
  readonly metricsPort: number | undefined;
  readonly databaseUrl: string;
  readonly databasePoolMaxCount: number;
  readonly temporal: TemporalOptions;
  /** For `loadDataKeys` of `config/data-keys.ts`, which reads and judges them. */
  readonly dataKeySource: { readonly keyFile: string | undefined; readonly keysJson: string | undefined };
  /** Both set in live mode; in the sandbox, unset means the sandbox's own adapter. */
  readonly decisionEngine: Endpoint | undefined;
  readonly cardProcessor: Endpoint | undefined;
  /** The processor's script that draws its card fields on our signing page. */
  readonly cardFieldsScriptUrl: string | undefined;
  readonly bank: BankServer | undefined;
  readonly originator: OriginatorSettings | undefined;
  readonly sftp: SftpSettings;
  /** Unset: the business's own limit. */
  readonly fundingReleaseLimitCents: number | undefined;
  readonly rateLimitPerMinuteCount: number;
  /** How many proxies of ours stand before the api; each adds its caller to `X-Forwarded-For`. */
  readonly trustedProxyCount: number;
  readonly logLevel: Environment['OWNWARD_LOG_LEVEL'];
  /** How many leases a worker keeps in memory between two wake-ups. */
  readonly workerCacheMaxCount: number;
}

/** The process was told too little or nonsense. The message lists everything at once and repeats no value: it may be secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

const LIVE_ONLY = [
  'DECISION_ENGINE_URL',
  'DECISION_ENGINE_TOKEN',
  'CARD_PROCESSOR_URL',
  'CARD_PROCESSOR_TOKEN',
  'CARD_FIELDS_SCRIPT_URL',
  ...BANK_LIVE_ONLY,
] as const satisfies readonly EnvironmentName[];

const RATE_LIMITS_PER_MINUTE = { live: 600, sandbox: 6_000 } as const;

/**
 * Reads the settings of api, worker and SFTP intake.
 * @throws SettingsError naming every variable that is missing or malformed
 */
export function loadSettings(env: NodeJS.ProcessEnv = process.env): Settings {
  const given = withoutEmpty(env);
  const parsed = ENVIRONMENT.safeParse(given);
  const temporal = temporalFrom(given);
  const problems = [...missing(given), ...malformed(parsed.error, given), ...(temporal.problem ?? [])];
  if (problems.length > 0 || !parsed.success || temporal.options === undefined) {
    const mode = given['OWNWARD_MODE'] ?? 'live';
    throw new SettingsError([`Ownward cannot start in ${mode} mode:`, ...problems].join('\n  - '));
  }
  return settingsFrom(parsed.data, temporal.options);
}

function settingsFrom(env: Environment, temporal: TemporalOptions): Settings {
  return {
    mode: env.OWNWARD_MODE,
    host: env.HOST,
    port: env.PORT,
    metricsPort: env.METRICS_PORT,
    databaseUrl: env.DATABASE_URL,
    databasePoolMaxCount: env.DATABASE_POOL_MAX,
    temporal,
    dataKeySource: { keyFile: env.OWNWARD_KEY_FILE, keysJson: env.OWNWARD_DATA_KEYS },
    decisionEngine: endpointFrom(env.DECISION_ENGINE_URL, env.DECISION_ENGINE_TOKEN),
    cardProcessor: endpointFrom(env.CARD_PROCESSOR_URL, env.CARD_PROCESSOR_TOKEN),
    cardFieldsScriptUrl: env.CARD_FIELDS_SCRIPT_URL,
    bank: bankServerFrom(env),
    originator: originatorFrom(env),
    sftp: sftpFrom(env),
    fundingReleaseLimitCents: env.FUNDING_RELEASE_LIMIT_CENTS,
    rateLimitPerMinuteCount: env.OWNWARD_RATE_LIMIT_PER_MINUTE ?? RATE_LIMITS_PER_MINUTE[env.OWNWARD_MODE],
    trustedProxyCount: env.OWNWARD_TRUSTED_PROXIES,
    logLevel: env.OWNWARD_LOG_LEVEL,
    workerCacheMaxCount: env.WORKER_CACHE_SIZE,
  };
}

function endpointFrom(url: string | undefined, token: string | undefined): Endpoint | undefined {
  return url === undefined || token === undefined ? undefined : { url, token };
}

/** A compose file passes `${NAME:-}` as an empty text: that is "not set". */
function withoutEmpty(env: NodeJS.ProcessEnv): Record<string, string> {
  const set = Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '') !== '');
  return Object.fromEntries(set);
}

function missing(env: Record<string, string>): string[] {
  const required = ['DATABASE_URL', ...(env['OWNWARD_MODE'] === 'sandbox' ? [] : LIVE_ONLY)];
  const absent = required.filter((name) => !(name in env));
  if (!('OWNWARD_KEY_FILE' in env || 'OWNWARD_DATA_KEYS' in env)) absent.push('OWNWARD_DATA_KEYS or OWNWARD_KEY_FILE');
  return absent.map((name) => `${name} is missing`);
}

function malformed(error: z.ZodError | undefined, env: Record<string, string>): string[] {
  const issues = error?.issues ?? [];
  // What is absent is listed as missing already.
  return issues
    .filter(({ path }) => String(path[0]) in env)
    .map(({ path, message }) => `${String(path[0])}: ${message}`);
}

function temporalFrom(env: Record<string, string>): { options?: TemporalOptions; problem?: string[] } {
  try {
    const options = temporalOptions(env);
    return options.connection.address === undefined ? { problem: ['TEMPORAL_ADDRESS is missing'] } : { options };
  } catch (error) {
    // Only the first line: a profile file that cannot be parsed is quoted below it, API key and all.
    const [sentence] = String(error instanceof Error ? error.message : error).split('\n');
    return { problem: [`the TEMPORAL_ variables or their profile file: ${sentence}`] };
  }
}
