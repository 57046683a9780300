import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { Db, Trx } from './database';
import type { PortalUsersTable } from './schema-portal';

/** A session nobody uses ends after half an hour, and any after a long working day. */
const IDLE_MINUTES = 30;
const LIFE_HOURS = 12;

/** A session's last use is written down at most so often: reading a page need not write. */
const SEEN_SECONDS = 60;

/** A token has 256 random bits, so a plain hash cannot be guessed back. */
const sessionHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** @param token of {@link newToken}'s form; only its hash is kept */
export async function startSession(db: Db | Trx, userId: string, token: string): Promise<void> {
  await db
    .insertInto('portal_sessions')
    .values({
      session_hash: sessionHash(token),
      user_id: userId,
      expires_at: sql<Instant>`now() + make_interval(hours => ${LIFE_HOURS})`,
    })
    .execute();
}

export type SessionUser = Omit<Selectable<PortalUsersTable>, 'password_hash'> & { merchant_name: string };

/** The person of a session that counts at this very moment, asked anew at every request. */
export async function findSessionUser(db: Db, token: string): Promise<SessionUser | undefined> {
  const hash = sessionHash(token);
  const row = await db
    .selectFrom('portal_sessions as session')
    .innerJoin('portal_users as person', 'person.user_id', 'session.user_id')
    .innerJoin('merchants as merchant', 'merchant.merchant_id', 'person.merchant_id')
    .selectAll('person')
    .select('merchant.name as merchant_name')
    .select(sql<boolean>`session.seen_at < now() - make_interval(secs => ${SEEN_SECONDS})`.as('is_stale'))
    .where('session.session_hash', '=', hash)
    .where('session.ended_at', 'is', null)
    .where('person.is_active', '=', true)
    .where(sql<boolean>`session.expires_at > now()`)
    .where(sql<boolean>`session.seen_at > now() - make_interval(mins => ${IDLE_MINUTES})`)
    .executeTakeFirst();
  if (!row) return undefined;
  const { is_stale: isStale, password_hash: _, ...person } = row;
  if (isStale) {
    await sql`update portal_sessions set seen_at = now() where session_hash = ${hash}`.execute(db);
  }
  return person;
}

/** @returns whose session it was; undefined when there was none */
export async function endSession(db: Db, token: string): Promise<string | undefined> {
  const row = await db
    .updateTable('portal_sessions')
    .set({ ended_at: sql<Instant>`now()` })
    .where('session_hash', '=', sessionHash(token))
    .where('ended_at', 'is', null)
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

export async function endSessionsOf(db: Db | Trx, userId: string): Promise<void> {
  await db
    .updateTable('portal_sessions')
    .set({ ended_at: sql<Instant>`now()` })
    .where('user_id', '=', userId)
    .where('ended_at', 'is', null)
    .execute();
}
