import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/agreement/canonical-json';
import type { LeaseId } from '../../domain/ids';
import { isSpent } from '../../db/spent-requests';
import type { CommandDeps } from './deps';
import { messageIdFor } from './message-ids';

/** Nobody is refused the same thing so often without reading why. */
const CHAIN_MAX = 100;

/**
 * The Idempotency-Key of a request that brings none, made of its content: a repeat names the same message, as long as
 * what it asked for still stands. A refused request, or one that another accepted report has followed since (cart A, B,
 * A again), is over: the same content then is a new request, named after the one before it.
 *
 * Two repeats at once get the same key: it depends on nothing but what SQL knows.
 */
export async function derivedKey(
  { db, cipher }: Pick<CommandDeps, 'db' | 'cipher'>,
  scope: string,
  { operationId, leaseId, body }: { operationId: string; leaseId?: LeaseId; body: unknown },
): Promise<string> {
  const asked = JSON.parse(JSON.stringify({ operationId, leaseId, body })) as object;
  let key = keyOf(asked, '');
  for (let length = 1; length < CHAIN_MAX; length += 1) {
    const messageId = messageIdFor(cipher, scope, key);
    if (!(await isSpent(db, messageId))) return key;
    key = keyOf(asked, messageId);
  }
  return key;
}

function keyOf(asked: object, after: string): string {
  return `content-${createHash('sha256').update(canonicalJson({ asked, after })).digest('hex')}`;
}
