import { canonicalJson } from '../domain/agreement/canonical-json';
import { messageId, type MessageId } from '../domain/ids';
import type { Cipher } from './cipher';

/** 132 bits of a keyed hash: enough to be unique, and short in every event of a history. */
const ID_LENGTH = 22;

/**
 * The message a key names. A keyed hash, because callers put what they like into a key, and message IDs are shown in
 * histories and logs.
 *
 * @param scope whose keys are kept apart: a merchant's, or a kind of our own people's
 */
export function messageIdFor(cipher: Cipher, scope: string, idempotencyKey: string): MessageId {
  const hash = cipher.lookup('message', JSON.stringify([scope, idempotencyKey]));
  return messageId(`msg_${hash.toString('base64url').slice(0, ID_LENGTH)}`);
}

/** Tells one request from another under the same key. Keyed too: the body may hold what is easily guessed. */
export function fingerprintOf(
  cipher: Cipher,
  request: { operationId: string; leaseId?: string; body: unknown },
): Buffer {
  return cipher.lookup('fingerprint', canonicalJson(JSON.parse(JSON.stringify(request))));
}
