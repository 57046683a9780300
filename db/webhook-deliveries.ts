import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import type { Db, Trx } from './database';
import type { WebhookDeliveryState } from './schema-webhooks';

const NEW_ID = sql`'whd_' || replace(gen_random_uuid()::text, '-', '')`;
const LANE = sql`coalesce(event.lease_id, event.event_id)`;
const IS_PICKED = sql`event.merchant_id = endpoint.merchant_id
  AND (endpoint.event_types @> ARRAY[event.type] OR endpoint.event_types @> ARRAY['*'])`;

/** Every one of these events, once for each endpoint that is to be told of it. */
export async function insertDeliveries(db: Db, eventIds: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO webhook_deliveries (delivery_id, endpoint_id, event_id, lane, position)
    SELECT ${NEW_ID}, endpoint.endpoint_id, event.event_id, ${LANE}, event.position
      FROM events event JOIN webhook_endpoints endpoint ON ${IS_PICKED}
     WHERE event.event_id = ANY(${eventIds}::text[]) AND endpoint.state = 'enabled'
     ORDER BY event.position
        ON CONFLICT (endpoint_id, event_id, replay_number) DO NOTHING`.execute(db);
}

const NEXT_REPLAY = sql`(
  SELECT coalesce(max(replay_number) + 1, 0) FROM webhook_deliveries told
   WHERE told.endpoint_id = endpoint.endpoint_id AND told.event_id = event.event_id)`;

/** Tells what one delivery told once more, with the same event ID. @returns the new delivery's ID */
export async function replayDelivery(trx: Trx, endpointId: string, deliveryId: string): Promise<string | undefined> {
  const ofDelivery = sql`
    event.event_id = (SELECT event_id FROM webhook_deliveries
                       WHERE delivery_id = ${deliveryId} AND endpoint_id = ${endpointId})`;
  const [replayed] = await replay(trx, endpointId, ofDelivery);
  return replayed;
}

/** Tells everything the endpoint is to be told of since then once more. @returns how many events that are */
export async function replaySince(trx: Trx, endpointId: string, from: Instant): Promise<number> {
  // What happened late in business time, or was recorded late: both are "since".
  const since = sql`greatest(event.at, event.recorded_at) >= ${from}::timestamptz`;
  return (await replay(trx, endpointId, sql`${IS_PICKED} AND ${since}`)).length;
}

async function replay(trx: Trx, endpointId: string, which: RawBuilder<unknown>): Promise<string[]> {
  // Whoever replays at the same moment waits: two must not take one number.
  await sql`SELECT FROM webhook_endpoints WHERE endpoint_id = ${endpointId} FOR NO KEY UPDATE`.execute(trx);
  const { rows } = await sql<{ id: string }>`
    INSERT INTO webhook_deliveries (delivery_id, endpoint_id, event_id, lane, position, replay_number)
    SELECT ${NEW_ID}, endpoint.endpoint_id, event.event_id, ${LANE}, event.position, ${NEXT_REPLAY}
      FROM webhook_endpoints endpoint JOIN events event ON event.merchant_id = endpoint.merchant_id
     WHERE endpoint.endpoint_id = ${endpointId} AND ${which}
     ORDER BY event.position
        ON CONFLICT (endpoint_id, event_id, replay_number) DO NOTHING
    RETURNING delivery_id AS id`.execute(trx);
  return rows.map(({ id }) => id);
}

export interface WebhookDelivery {
  deliveryId: string;
  /** where it stands in the list */
  number: number;
  eventId: string;
  type: string;
  leaseId: LeaseId | null;
  sequence: number | null;
  state: WebhookDeliveryState;
  attemptCount: number;
  lastStatus: number | null;
  lastError: string | null;
  lastAttemptAt: Instant | null;
  nextAttemptAt: Instant | null;
  createdAt: Instant;
}

const VIEW = sql`
  SELECT delivery.delivery_id AS "deliveryId", delivery.number, event.event_id AS "eventId", event.type,
         event.lease_id AS "leaseId", event.sequence, delivery.state, delivery.attempt_count AS "attemptCount",
         delivery.last_status AS "lastStatus", delivery.last_error AS "lastError",
         delivery.last_attempt_at AS "lastAttemptAt", delivery.next_attempt_at AS "nextAttemptAt",
         delivery.created_at AS "createdAt"
    FROM webhook_deliveries delivery JOIN events event USING (event_id)`;

/** Newest first; `before`: the `number` of the last one seen. */
export async function deliveriesOf(
  db: Db,
  endpointId: string,
  { limit, before }: { limit: number; before: number | undefined },
): Promise<WebhookDelivery[]> {
  const { rows } = await sql<WebhookDelivery>`${VIEW}
   WHERE delivery.endpoint_id = ${endpointId} AND delivery.number < coalesce(${before ?? null}::bigint, 9223372036854775807)
   ORDER BY delivery.number DESC LIMIT ${limit}`.execute(db);
  return rows;
}

/** @throws Error when there is no such delivery: its ID comes from {@link replayDelivery} */
export async function readDelivery(trx: Trx, deliveryId: string): Promise<WebhookDelivery> {
  const { rows } = await sql<WebhookDelivery>`${VIEW} WHERE delivery.delivery_id = ${deliveryId}`.execute(trx);
  const [delivery] = rows;
  if (!delivery) throw new Error('a delivery that was kept is there');
  return delivery;
}
