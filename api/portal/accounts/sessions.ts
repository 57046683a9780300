import { sql } from 'kysely';
import type { Cipher } from '../../../db/cipher';
import type { Db } from '../../../db/database';
import { countAttempt, forgetAttempts } from '../../../db/portal-attempts';
import { auditPortal } from '../../../db/portal-audit';
import { endSession, endSessionsOf, findSessionUser } from '../../../db/portal-sessions';
import { openUsername } from '../../../db/portal-usernames';
import type { MerchantId } from '../../../domain/ids';
import type { Language } from '../../pages/language';
import type { SessionPerson } from '../accounts';
import type { VisitedStore } from '../visit';
import type { AccountDeps } from './account-deps';
import { NAME_ATTEMPTS_MAX, nameAttempts } from './sign-in';

/** The person of a live session, with the stores that are open to it. */
export async function readVisit(db: Db, cipher: Cipher, token: string): Promise<SessionPerson | undefined> {
  const row = await findSessionUser(db, token);
  if (!row) return undefined;
  const stores: VisitedStore[] = await db
    .selectFrom('stores')
    .select(['store_id as storeId', 'name', 'kind', 'time_zone as timeZone'])
    .where('merchant_id', '=', row.merchant_id)
    .$if(row.store_ids !== null, (query) => query.where('store_id', 'in', row.store_ids ?? []))
    .orderBy('name')
    .execute();
  return {
    ...{ userId: row.user_id, merchantId: row.merchant_id, merchantName: row.merchant_name },
    ...{ username: openUsername(cipher, row), role: row.role, language: row.language, stores },
  };
}

export async function signOut(db: Db, token: string): Promise<void> {
  const userId = await endSession(db, token);
  if (userId !== undefined) await auditPortal(db, { event: 'signed_out', merchantId: null, userId });
}

export async function setLanguage(db: Db, userId: string, language: Language): Promise<void> {
  await db.updateTable('portal_users').set({ language }).where('user_id', '=', userId).execute();
}

/**
 * Counts like an attempt to sign in: who finds a device unlocked must not try out passwords there either.
 * @returns false when the old password is wrong, or was too often
 */
export async function changePassword(
  { db, cipher, passwords }: AccountDeps,
  userId: string,
  change: { current: string; next: string },
): Promise<boolean> {
  const row = await db.selectFrom('portal_users').selectAll().where('user_id', '=', userId).executeTakeFirstOrThrow();
  const attempts = nameAttempts(cipher, openUsername(cipher, row));
  const { waitSeconds } = await countAttempt(db, attempts, NAME_ATTEMPTS_MAX);
  if (waitSeconds > 0) return false;
  if (!(await passwords.matches(change.current, row.password_hash))) return false;
  const hash = await passwords.hash(change.next);
  await db.transaction().execute(async (trx) => {
    await trx.updateTable('portal_users').set({ password_hash: hash }).where('user_id', '=', userId).execute();
    await endSessionsOf(trx, userId);
    await auditPortal(trx, { event: 'password_changed', merchantId: row.merchant_id, userId });
  });
  await forgetAttempts(db, attempts);
  return true;
}

export async function readUsernames(
  db: Db,
  cipher: Cipher,
  merchantId: MerchantId,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('portal_users')
    .select(['user_id', 'username'])
    .where('merchant_id', '=', merchantId)
    .where(sql<boolean>`user_id = any(${[...userIds]})`)
    .execute();
  return new Map(rows.map((row) => [row.user_id, openUsername(cipher, row)]));
}
