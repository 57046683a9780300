import { sql } from 'kysely';
import type { Cipher } from '../../../db/cipher';
import type { Db, Trx } from '../../../db/database';
import { auditPortal, type PortalEvent } from '../../../db/portal-audit';
import { endSessionsOf } from '../../../db/portal-sessions';
import { openUsername } from '../../../db/portal-usernames';
import { lockManagers, lockPortalUser, ownStores, type PortalUserRow } from '../../../db/portal-users';
import type { Instant } from '../../../domain/calendar-date';
import type { MerchantId, StoreId } from '../../../domain/ids';
import type { Manager, PeopleProblem, Person } from '../accounts';

/** Everyone of a merchant, managers first, then by when they came. */
export async function readPeople(db: Db, cipher: Cipher, merchantId: MerchantId): Promise<Person[]> {
  const rows = await db
    .selectFrom('portal_users as person')
    .select(['user_id', 'username', 'role', 'store_ids', 'is_active'])
    .select(
      sql<Instant | null>`(select max(seen_at) from portal_sessions s where s.user_id = person.user_id)`.as('seen_at'),
    )
    .where('merchant_id', '=', merchantId)
    .orderBy('role', 'desc')
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    ...{ userId: row.user_id, username: openUsername(cipher, row), role: row.role, storeIds: row.store_ids },
    ...{ isActive: row.is_active, lastSeenAt: row.seen_at },
  }));
}

/** A person sent away is out at once, wherever it is signed in. The last manager cannot be: nobody could undo it. */
export async function setActive(
  db: Db,
  by: Manager,
  userId: string,
  isActive: boolean,
): Promise<PeopleProblem | undefined> {
  return await change(db, by, userId, isActive ? 'activated' : 'deactivated', async (trx, person) => {
    if (!isActive && person.role === 'manager') {
      const others = (await lockManagers(trx, by.merchantId)).filter((id) => id !== userId);
      if (others.length === 0) return 'last_manager';
    }
    await trx.updateTable('portal_users').set({ is_active: isActive }).where('user_id', '=', userId).execute();
    if (!isActive) await endSessionsOf(trx, userId);
    return undefined;
  });
}

export async function setStores(
  db: Db,
  by: Manager,
  userId: string,
  storeIds: readonly StoreId[],
): Promise<PeopleProblem | undefined> {
  return await change(db, by, userId, 'stores_changed', async (trx, { role }) => {
    const own = await ownStores(trx, by.merchantId, storeIds);
    if (role !== 'clerk' || own.length === 0) return 'unknown';
    await trx.updateTable('portal_users').set({ store_ids: own }).where('user_id', '=', userId).execute();
    return undefined;
  });
}

export async function endSessions(db: Db, by: Manager, userId: string): Promise<PeopleProblem | undefined> {
  return await change(db, by, userId, 'sessions_ended', async (trx) => {
    await endSessionsOf(trx, userId);
    return undefined;
  });
}

/** Another merchant's person is unknown here. What was not done leaves no line. */
async function change(
  db: Db,
  by: Manager,
  userId: string,
  event: PortalEvent,
  make: (trx: Trx, person: PortalUserRow) => Promise<PeopleProblem | undefined>,
): Promise<PeopleProblem | undefined> {
  return await db.transaction().execute(async (trx) => {
    // Managers first, in one order, so that two changes at once never hold what the other waits for.
    await lockManagers(trx, by.merchantId);
    const person = await lockPortalUser(trx, by.merchantId, userId);
    if (!person) return 'unknown';
    const problem = await make(trx, person);
    if (problem === undefined) await auditPortal(trx, { event, merchantId: by.merchantId, userId, actor: by.userId });
    return problem;
  });
}
