import { randomBytes } from 'node:crypto';
import type { Selectable } from 'kysely';
import type { MerchantId, StoreId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import { normalisedUsername, sealUsername, usernameLookup } from './portal-usernames';
import type { PortalRole, PortalUsersTable } from './schema-portal';

export type PortalUserRow = Selectable<PortalUsersTable>;

export interface NewPortalUser {
  merchantId: MerchantId;
  username: string;
  role: PortalRole;
  /** null, and only then, for a manager: all stores */
  storeIds: readonly StoreId[] | null;
  passwordHash: string;
  language?: 'en' | 'es';
  invitedBy?: string;
}

/** @returns the user ID; undefined when the name is taken */
export async function insertPortalUser(db: Db | Trx, cipher: Cipher, user: NewPortalUser): Promise<string | undefined> {
  const userId = `usr_${randomBytes(8).toString('hex')}`;
  const username = normalisedUsername(user.username);
  const row = await db
    .insertInto('portal_users')
    .values({
      ...{ user_id: userId, merchant_id: user.merchantId, role: user.role, password_hash: user.passwordHash },
      username: sealUsername(cipher, userId, username),
      username_lookup: usernameLookup(cipher, username),
      store_ids: user.storeIds === null ? null : [...user.storeIds],
      language: user.language ?? 'en',
      invited_by: user.invitedBy ?? null,
    })
    .onConflict((conflict) => conflict.column('username_lookup').doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return row?.user_id;
}

export async function findPortalUser(db: Db, cipher: Cipher, username: string): Promise<PortalUserRow | undefined> {
  return await db
    .selectFrom('portal_users')
    .selectAll()
    .where('username_lookup', '=', usernameLookup(cipher, username))
    .executeTakeFirst();
}

/** A person of this merchant, held until the transaction ends. */
export async function lockPortalUser(
  trx: Trx,
  merchantId: MerchantId,
  userId: string,
): Promise<PortalUserRow | undefined> {
  return await trx
    .selectFrom('portal_users')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('user_id', '=', userId)
    .forUpdate()
    .executeTakeFirst();
}

/** Active managers of a merchant, held, so that two of them cannot send each other away in one moment. */
export async function lockManagers(trx: Trx, merchantId: MerchantId): Promise<string[]> {
  const rows = await trx
    .selectFrom('portal_users')
    .select('user_id')
    .where('merchant_id', '=', merchantId)
    .where('role', '=', 'manager')
    .where('is_active', '=', true)
    .orderBy('user_id')
    .forUpdate()
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Those of these stores that are the merchant's own. */
export async function ownStores(
  db: Db | Trx,
  merchantId: MerchantId,
  storeIds: readonly StoreId[],
): Promise<StoreId[]> {
  if (storeIds.length === 0) return [];
  const rows = await db
    .selectFrom('stores')
    .select('store_id')
    .where('merchant_id', '=', merchantId)
    .where('store_id', 'in', [...storeIds])
    .execute();
  return rows.map(({ store_id }) => store_id);
}
