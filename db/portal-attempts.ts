import { sql } from 'kysely';
import type { Db } from './database';

/** So long nobody is let in under a name, or from an address, that failed too often. */
const WINDOW_MINUTES = 15;

/** So many old rows are taken away at a time: who signs in is not to pay for a long night of guesses. */
const PURGE_MAX = 100;

/**
 * Counts an attempt before anybody looks at it, so that many at once are no more than one after another. The window
 * begins anew with the last attempt that is let through, and no later one makes it longer.
 *
 * @param max attempts in 15 minutes
 * @returns seconds to wait, 0: go on; and whether this is the first that has to
 */
export async function countAttempt(
  db: Db,
  key: Buffer,
  max: number,
): Promise<{ waitSeconds: number; isFirst: boolean }> {
  const { rows } = await sql<{ count: number; waitSeconds: number }>`
    insert into portal_attempts as known (attempt_key, attempt_count, window_ends_at)
    values (${key}, 1, now() + make_interval(mins => ${WINDOW_MINUTES}))
    on conflict (attempt_key) do update set
      attempt_count = case when known.window_ends_at <= now() then 1 else known.attempt_count + 1 end,
      window_ends_at = case when known.window_ends_at > now() and known.attempt_count >= ${max}
                            then known.window_ends_at else excluded.window_ends_at end
    returning attempt_count as count, ceil(extract(epoch from window_ends_at - now()))::int as "waitSeconds"`.execute(
    db,
  );
  const [row] = rows;
  const { count, waitSeconds } = row ?? { count: 0, waitSeconds: 0 };
  return { waitSeconds: count > max ? waitSeconds : 0, isFirst: count === max + 1 };
}

/** Forgets the attempts under a name: whoever it is has just shown to be it. */
export async function forgetAttempts(db: Db, key: Buffer): Promise<void> {
  await db.deleteFrom('portal_attempts').where('attempt_key', '=', key).execute();
}

/** Takes one back that was none: many people of a store sign in from one address. */
export async function takeBackAttempt(db: Db, key: Buffer): Promise<void> {
  await db
    .updateTable('portal_attempts')
    .set((row) => ({ attempt_count: row('attempt_count', '-', 1) }))
    .where('attempt_key', '=', key)
    .where('attempt_count', '>', 0)
    .execute();
}

/** Hashes of names and addresses that tried once are not kept for ever. */
export async function purgeAttempts(db: Db): Promise<void> {
  await sql`
    delete from portal_attempts where ctid = any(array(
      select ctid from portal_attempts where window_ends_at <= now() limit ${PURGE_MAX} for update skip locked
    ))`.execute(db);
}
