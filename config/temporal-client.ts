import { Client, Connection } from '@temporalio/client';
import { identityOf } from './temporal';
import type { TemporalOptions } from './temporal';

/** The client library repeats silently for 20 s; a caller of ours is answered 503 long before that. */
export const CALL_DEADLINE_MS = 1_700;

/** A client that connects at its first call, so that the api starts, and answers 503, while Temporal is down. */
export function connectClient(
  { connection, namespace }: TemporalOptions,
  role: 'api' | 'sftp' | 'local' = 'api',
): Client {
  return new Client({ connection: Connection.lazy(connection), namespace, identity: identityOf(role) });
}

/**
 * Runs Temporal calls made for one HTTP request under one deadline. A passed deadline does not tell that a Signal was not
 * taken: the caller repeats with the same Idempotency-Key.
 */
export async function promptly<Answer>(client: Client, calls: () => Promise<Answer>): Promise<Answer> {
  return await client.withDeadline(Date.now() + CALL_DEADLINE_MS, calls);
}
