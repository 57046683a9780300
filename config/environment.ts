import { z } from 'zod';
import { BANK_ENVIRONMENT } from './bank-environment';
import { SFTP_ENVIRONMENT } from './sftp-environment';

const port = z.coerce.number().int().min(0).max(65535);
const count = z.coerce.number().int().min(1);
const LOOPBACK = new Set(['127.0.0.1', '[::1]', 'localhost']);

/** Personal data and card tokens go there: never in clear over a network. */
const endpoint = z.url({ protocol: /^https?$/ }).refine(
  (text) => {
    const { protocol, hostname } = new URL(text);
    return protocol === 'https:' || LOOPBACK.has(hostname);
  },
  { error: 'must be https (plain http is for this machine only)' },
);

/** Every variable the api, the worker and the SFTP intake read, but Temporal's own (`config/temporal.ts`). `docs/OPERATIONS.md` explains each. */
export const ENVIRONMENT = z.object({
  OWNWARD_MODE: z.enum(['sandbox', 'live']).default('live'),
  HOST: z.string().default('127.0.0.1'),
  PORT: port.default(3000),
  METRICS_PORT: port.optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }),
  DATABASE_POOL_MAX: count.default(10),
  OWNWARD_KEY_FILE: z.string().optional(),
  OWNWARD_DATA_KEYS: z.string().optional(),
  DECISION_ENGINE_URL: endpoint.optional(),
  DECISION_ENGINE_TOKEN: z.string().optional(),
  CARD_PROCESSOR_URL: endpoint.optional(),
  CARD_PROCESSOR_TOKEN: z.string().optional(),
  CARD_FIELDS_SCRIPT_URL: endpoint.optional(),
  ...BANK_ENVIRONMENT,
  ...SFTP_ENVIRONMENT,
  OWNWARD_RATE_LIMIT_PER_MINUTE: count.optional(),
  // Each proxy more is an address more that a caller may make up where that proxy is not there.
  OWNWARD_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  OWNWARD_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  WORKER_CACHE_SIZE: count.default(1000),
});

export type Environment = z.infer<typeof ENVIRONMENT>;
export type EnvironmentName = keyof Environment;
