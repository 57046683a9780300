import { hostname } from 'node:os';
import { loadClientConnectConfig } from '@temporalio/envconfig';
import type { ClientConnectConfig } from '@temporalio/envconfig';

/** Where Temporal is and how to be let in; the same for clients and workers. */
export interface TemporalOptions {
  readonly connection: ClientConnectConfig['connectionOptions'];
  readonly namespace: string;
}

const NAMESPACE = 'ownward';

/** Letters of the host's name that go into an identity: the random tail by which pods and containers differ. */
const HOST_TAIL_COUNT = 5;

/**
 * Reads Temporal's own variables and profile file, as every Temporal tool does: TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE,
 * TEMPORAL_API_KEY, TEMPORAL_TLS_…, TEMPORAL_CONFIG_FILE, TEMPORAL_PROFILE. The address stays unset if nobody gave one.
 */
export function temporalOptions(env: Record<string, string>): TemporalOptions {
  const { connectionOptions, namespace } = loadClientConnectConfig({ overrideEnvVars: env });
  return { connection: connectionOptions, namespace: namespace ?? NAMESPACE };
}

/**
 * The name by which Temporal shows a process. Short, for it is written into every Workflow Task of every lease: the
 * SDK's default is about half the bytes of a wake-up. `w-…` is a worker, `a-…` an api, `s-…` an SFTP intake,
 * `l-…` a local tool.
 */
export function identityOf(role: 'api' | 'worker' | 'sftp' | 'local'): string {
  return `${role.slice(0, 1)}-${hostname().slice(-HOST_TAIL_COUNT)}`;
}
