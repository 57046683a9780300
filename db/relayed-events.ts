import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { Db } from './database';

/** An event on its way to those who listen: webhooks, letters. */
export interface RelayedEvent {
  eventId: string;
  /** order of recording */
  position: number;
  merchantId: MerchantId;
  leaseId: LeaseId | null;
  /** of the lease's timeline; null for what is no line of it */
  sequence: number | null;
  type: string;
  at: Instant;
  data: Record<string, unknown>;
}

/** Hears of events after their commit, at least once each; hearing one twice must change nothing. */
export type EventListener = (events: readonly RelayedEvent[]) => Promise<void>;

/** The next events nobody has heard of, in order of recording. Who claims them and dies is followed 30 seconds later. */
export async function claimEvents(db: Db, countMax: number): Promise<RelayedEvent[]> {
  const { rows } = await sql<RelayedEvent>`
    WITH next AS (
      SELECT event_id FROM events
       WHERE relayed_at IS NULL AND (claimed_until IS NULL OR claimed_until < now())
       ORDER BY position LIMIT ${countMax} FOR UPDATE SKIP LOCKED
    )
    UPDATE events SET claimed_until = now() + interval '30 seconds'
      FROM next WHERE events.event_id = next.event_id
    RETURNING events.event_id AS "eventId", position, merchant_id AS "merchantId", lease_id AS "leaseId", sequence, type,
              at, data`.execute(db);
  return rows.sort((one, other) => one.position - other.position);
}

/** Everyone who listens has heard of them. */
export async function markRelayed(db: Db, eventIds: readonly string[]): Promise<void> {
  if (eventIds.length === 0) return;
  await sql`UPDATE events SET relayed_at = now() WHERE event_id = ANY(${eventIds}::text[])`.execute(db);
}

/**
 * Puts off events on which a listener failed, and gives up those that failed too often: these are in the exceptions,
 * for a person, and hold up nobody.
 */
export async function putOffEvents(db: Db, eventIds: readonly string[], failureCountMax: number): Promise<void> {
  if (eventIds.length === 0) return;
  await sql`
    WITH failed AS (
      UPDATE events
         SET relay_failure_count = relay_failure_count + 1,
             claimed_until = now() + interval '10 seconds' * (relay_failure_count + 1),
             relayed_at = CASE WHEN relay_failure_count + 1 >= ${failureCountMax}::int THEN now() END
       WHERE event_id = ANY(${eventIds}::text[])
      RETURNING event_id, lease_id, merchant_id, type, relayed_at
    )
    INSERT INTO exceptions (exception_id, kind, lease_id, merchant_id, detail, raised_on)
    SELECT 'event-unheard:' || event_id, 'event_unheard', lease_id, merchant_id,
           'somebody who listens failed on event ' || event_id || ' (' || type || ') again and again',
           (now() AT TIME ZONE 'America/New_York')::date
      FROM failed WHERE relayed_at IS NOT NULL
        ON CONFLICT (exception_id) DO NOTHING`.execute(db);
}

/** @throws anything when the database cannot be reached */
export async function requireDatabase(db: Db): Promise<void> {
  await sql`SELECT 1`.execute(db);
}
