import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { Db, Trx } from './database';
import type { WebhookDeliveryState, WebhookEndpointState } from './schema-webhooks';

/** A delivery with all that is needed to attempt it. */
export interface DueDelivery {
  deliveryId: string;
  state: WebhookDeliveryState;
  endpointId: string;
  endpointState: WebhookEndpointState;
  url: string;
  secret: Buffer;
  previousSecret: Buffer | null;
  previousSecretUntil: Instant | null;
  merchantId: MerchantId;
  event: {
    id: string;
    type: string;
    sequence: number | null;
    at: Instant;
    leaseId: LeaseId | null;
    data: Record<string, unknown>;
  };
}

const DUE = sql`
  SELECT delivery.delivery_id AS "deliveryId", delivery.state, endpoint.endpoint_id AS "endpointId",
         endpoint.state AS "endpointState", endpoint.url, endpoint.secret, endpoint.previous_secret AS "previousSecret",
         endpoint.previous_secret_until AS "previousSecretUntil", endpoint.merchant_id AS "merchantId",
         json_build_object('id', event.event_id, 'type', event.type, 'sequence', event.sequence,
                           'leaseId', event.lease_id, 'data', event.data) AS event, event.at
    FROM webhook_endpoints endpoint JOIN events event ON event.merchant_id = endpoint.merchant_id`;

type DueRow = Omit<DueDelivery, 'event'> & { event: Omit<DueDelivery['event'], 'at'>; at: Instant };

const dueDelivery = ({ event, at, ...rest }: DueRow): DueDelivery => ({ ...rest, event: { ...event, at } });

/** Who is being called already, one entry a call; and how many calls more there may be. */
export interface Room {
  busyEndpoints: readonly string[];
  busyMerchants: readonly string[];
  perEndpoint: number;
  perMerchant: number;
  total: number;
}

/** Read by index only, so that a backlog of any length costs no more than a short one. */
const firstOfLanes = (countMax: number) => sql`
  SELECT delivery_id, position FROM webhook_deliveries head
   WHERE head.endpoint_id = endpoint.endpoint_id AND state = 'pending'
     AND (claimed_until IS NULL OR claimed_until < now())
     AND NOT EXISTS (SELECT FROM webhook_deliveries earlier
                      WHERE earlier.endpoint_id = head.endpoint_id AND earlier.lane = head.lane
                        AND earlier.state = 'pending'
                        AND (earlier.position, earlier.replay_number) < (head.position, head.replay_number))
     AND NOT EXISTS (SELECT FROM events earlier
                      WHERE earlier.relayed_at IS NULL AND earlier.relay_failure_count = 0
                        AND earlier.lease_id = head.lane AND earlier.position < head.position)
   ORDER BY position, replay_number LIMIT ${countMax}`;

/**
 * Claims first attempts for 30 seconds. Of each lane only the first, and that only when nothing of the lane still waits
 * to be relayed: so a later event's first attempt never begins before an earlier one's has ended. An endpoint that
 * hangs takes its own share of the room, and its merchant's, never that of others.
 */
export async function claimFirstAttempts(db: Db, room: Room): Promise<DueDelivery[]> {
  const { rows } = await sql<DueRow>`
    WITH open AS (
      SELECT head.delivery_id, head.position, endpoint.merchant_id,
             row_number() OVER (PARTITION BY endpoint.endpoint_id ORDER BY head.position)
               + cardinality(array_positions(${room.busyEndpoints}::text[], endpoint.endpoint_id)) AS place
        FROM webhook_endpoints endpoint CROSS JOIN LATERAL (${firstOfLanes(room.perEndpoint)}) AS head
       WHERE endpoint.state = 'enabled'
    ), fair AS (
      SELECT delivery_id, position,
             row_number() OVER (PARTITION BY merchant_id ORDER BY position)
               + cardinality(array_positions(${room.busyMerchants}::text[], merchant_id)) AS place
        FROM open WHERE place <= ${room.perEndpoint}
    ), claimed AS (
      UPDATE webhook_deliveries SET claimed_until = now() + interval '30 seconds'
       WHERE delivery_id IN (SELECT delivery_id FROM fair WHERE place <= ${room.perMerchant}
                              ORDER BY position LIMIT ${room.total})
         AND state = 'pending' AND (claimed_until IS NULL OR claimed_until < now())
      RETURNING *
    )
    ${DUE} JOIN claimed delivery ON delivery.endpoint_id = endpoint.endpoint_id AND delivery.event_id = event.event_id
     ORDER BY event.position`.execute(db);
  return rows.map(dueDelivery);
}

/** What a retry needs, as endpoint and delivery stand now; undefined when there is no such delivery. */
export async function findDelivery(db: Db, deliveryId: string): Promise<DueDelivery | undefined> {
  const { rows } = await sql<DueRow>`${DUE}
     JOIN webhook_deliveries delivery ON delivery.endpoint_id = endpoint.endpoint_id AND delivery.event_id = event.event_id
    WHERE delivery.delivery_id = ${deliveryId}`.execute(db);
  return rows.map(dueDelivery)[0];
}

export interface Attempt {
  deliveryId: string;
  endpointId: string;
  /** 1: the first */
  number: number;
  at: Instant;
  /** what was answered; null: nothing in time */
  status: number | null;
}

/*
 * Whoever records or ends deliveries holds the endpoint first: of two statements below, PostgreSQL carries out the one
 * that nobody reads from last.
 */

/** It was taken. The endpoint is sound again, however long it was not. */
export async function recordDelivered(db: Db, attempt: Attempt): Promise<void> {
  await sql`
    WITH noted AS (
      UPDATE webhook_deliveries
         SET state = 'delivered', attempt_count = greatest(attempt_count, ${attempt.number}::int),
             last_status = ${attempt.status}::int, last_error = NULL, last_attempt_at = ${attempt.at}::timestamptz,
             next_attempt_at = NULL, claimed_until = NULL
       WHERE delivery_id = ${attempt.deliveryId}
    )
    UPDATE webhook_endpoints SET failing_since = NULL
     WHERE endpoint_id = ${attempt.endpointId} AND failing_since IS NOT NULL`.execute(db);
}

export interface FailedAttempt extends Attempt {
  error: string;
  /** null: this was the last */
  nextAttemptAt: Instant | null;
}

/**
 * It was not taken; said twice, it counts once.
 * @returns since when the endpoint has been failing; undefined when it is not enabled any more
 */
export async function recordFailed(trx: Trx, attempt: FailedAttempt): Promise<Instant | undefined> {
  const { rows } = await sql<{ failingSince: Instant }>`
    WITH noted AS (
      UPDATE webhook_deliveries
         SET state = CASE WHEN ${attempt.nextAttemptAt}::timestamptz IS NULL THEN 'failed' ELSE 'retrying' END,
             attempt_count = greatest(attempt_count, ${attempt.number}::int), last_status = ${attempt.status},
             last_error = ${attempt.error}, last_attempt_at = ${attempt.at}::timestamptz,
             next_attempt_at = ${attempt.nextAttemptAt}, claimed_until = NULL
       WHERE delivery_id = ${attempt.deliveryId} AND state IN ('pending', 'retrying')
    )
    UPDATE webhook_endpoints SET failing_since = coalesce(failing_since, ${attempt.at}::timestamptz)
     WHERE endpoint_id = ${attempt.endpointId} AND state = 'enabled'
    RETURNING failing_since AS "failingSince"`.execute(trx);
  return rows[0]?.failingSince;
}
