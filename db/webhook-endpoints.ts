import type { Selectable, Updateable } from 'kysely';
import type { MerchantId } from '../domain/ids';
import type { SealedRow } from './cipher';
import type { Db, Trx } from './database';
import type { WebhookEndpointsTable } from './schema-webhooks';

export type WebhookEndpointRow = Selectable<WebhookEndpointsTable>;

/** The place a secret is sealed for: one that is rotated must be sealed anew as the previous one. */
export const secretRow = (endpointId: string, column: 'secret' | 'previous_secret'): SealedRow => ({
  table: 'webhook_endpoints',
  column,
  id: endpointId,
});

export interface NewEndpoint {
  endpointId: string;
  merchantId: MerchantId;
  url: string;
  eventTypes: readonly string[];
  description: string | null;
  secret: Buffer;
}

/** Enabled from now on: it is told what happens next, and what happened before only when it asks. */
export async function insertEndpoint(trx: Trx, endpoint: NewEndpoint): Promise<WebhookEndpointRow> {
  const { endpointId, merchantId, url, eventTypes, description, secret } = endpoint;
  return await trx
    .insertInto('webhook_endpoints')
    .values({
      ...{ endpoint_id: endpointId, merchant_id: merchantId, url, event_types: [...eventTypes], description, secret },
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** How many a merchant has, and keeps: who counts holds the merchant until the end of the transaction. */
export async function countEndpoints(trx: Trx, merchantId: MerchantId): Promise<number> {
  await trx
    .selectFrom('merchants')
    .select('merchant_id')
    .where('merchant_id', '=', merchantId)
    .forNoKeyUpdate()
    .execute();
  const { count } = await trx
    .selectFrom('webhook_endpoints')
    .select((where) => where.fn.countAll<number>().as('count'))
    .where('merchant_id', '=', merchantId)
    .where('state', '<>', 'deleted')
    .executeTakeFirstOrThrow();
  return count;
}

/** Oldest first; what was deleted is gone. */
export async function endpointsOf(db: Db, merchantId: MerchantId): Promise<WebhookEndpointRow[]> {
  return await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('state', '<>', 'deleted')
    .orderBy('created_at')
    .orderBy('endpoint_id')
    .execute();
}

/** One that this merchant has; undefined for an unknown, a deleted or another's. */
export async function findEndpoint(
  db: Db | Trx,
  merchantId: MerchantId,
  endpointId: string,
): Promise<WebhookEndpointRow | undefined> {
  return await db
    .selectFrom('webhook_endpoints')
    .selectAll()
    .where('endpoint_id', '=', endpointId)
    .where('merchant_id', '=', merchantId)
    .where('state', '<>', 'deleted')
    .executeTakeFirst();
}

/** @throws Error when there is no such endpoint: whose it is was seen before */
export async function updateEndpoint(
  trx: Trx,
  endpointId: string,
  change: Updateable<WebhookEndpointsTable>,
): Promise<WebhookEndpointRow> {
  return await trx
    .updateTable('webhook_endpoints')
    .set(change)
    .where('endpoint_id', '=', endpointId)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Nobody is there any more to be told: what is under way ends, and can be replayed. */
export async function endDeliveries(trx: Trx, endpointId: string, reason: string): Promise<void> {
  await trx
    .updateTable('webhook_deliveries')
    .set({ state: 'failed', last_error: reason, next_attempt_at: null, claimed_until: null })
    .where('endpoint_id', '=', endpointId)
    .where('state', 'in', ['pending', 'retrying'])
    .execute();
}
