import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { type DueDelivery, recordDelivered } from '../../db/webhook-attempts';
import { secretRow } from '../../db/webhook-endpoints';
import type { Instant } from '../../domain/calendar-date';
import { noteFailure } from './failure';
import type { WebhookAnswer, WebhookPost } from './post';
import { signedHeaders } from './signature';

export interface WebhookDeps {
  db: Db;
  cipher: Cipher;
  postWebhook: WebhookPost;
}

export interface AttemptTime {
  /** 1: the first */
  number: number;
  /** what the retry schedule counts from */
  at: Instant;
}

/** `failed`: it is to be tried again; `over`: delivered, or nothing is left to try. */
export type AttemptOutcome = 'failed' | 'over';

/**
 * Tells an endpoint one event, once, and records what came of it. A repeat after a crash sends the same bytes under the
 * same `webhook-id`, and counts as the same attempt.
 *
 * @param beforeFailure what must have happened before a failure may stand in SQL
 * @throws anything when that fails, or the database cannot be reached: the attempt then counts as not made
 */
export async function attemptDelivery(
  deps: WebhookDeps,
  due: DueDelivery,
  { number, at }: AttemptTime,
  beforeFailure: () => Promise<void> = async () => undefined,
): Promise<AttemptOutcome> {
  const { deliveryId, endpointId } = due;
  const { status, error } = await tell(deps, due);
  const attempt = { deliveryId, endpointId, number, at };
  if (error === undefined && status !== null) {
    await recordDelivered(deps.db, { ...attempt, status });
    return 'over';
  }
  await beforeFailure();
  return await noteFailure(deps.db, { ...attempt, status, error: error ?? 'no answer', merchantId: due.merchantId });
}

async function tell({ cipher, postWebhook }: WebhookDeps, due: DueDelivery): Promise<WebhookAnswer> {
  const body = bodyOf(due);
  const nowMs = Date.now();
  const message = { id: due.event.id, timestamp: Math.floor(nowMs / 1_000), body };
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'Ownward-Webhooks/1',
    ...signedHeaders(message, liveSecrets(cipher, due, nowMs)),
  };
  return await postWebhook({ url: due.url, headers, body });
}

/** The same bytes at every attempt: all of it was fixed when the event was recorded. */
function bodyOf({ event, merchantId }: DueDelivery): string {
  const { id, type, sequence, at, leaseId, data } = event;
  return JSON.stringify({ id, type, sequence, at, merchantId, leaseId, data });
}

function liveSecrets(cipher: Cipher, due: DueDelivery, nowMs: number): string[] {
  const { endpointId, secret, previousSecret, previousSecretUntil } = due;
  const newest = cipher.open(secret, secretRow(endpointId, 'secret'));
  if (!previousSecret || !previousSecretUntil || Date.parse(previousSecretUntil) <= nowMs) return [newest];
  return [newest, cipher.open(previousSecret, secretRow(endpointId, 'previous_secret'))];
}
