import { createHash, randomBytes } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { MerchantId, StoreId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import { normalisedUsername, sealInvitedUsername, usernameLookup } from './portal-usernames';
import type { PortalInvitationsTable, PortalRole } from './schema-portal';

const VALID_DAYS = 7;

const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();
const NOW = sql<Instant>`now()`;

export type PortalInvitationRow = Selectable<PortalInvitationsTable>;

export interface NewInvitation {
  merchantId: MerchantId;
  username: string;
  role: PortalRole;
  storeIds: readonly StoreId[] | null;
  invitedBy: string;
  /** 256 random bits; only its hash is kept */
  token: string;
}

/** Keeps an invitation in the place of an earlier one of the same merchant to the same person. */
export async function insertInvitation(trx: Trx, cipher: Cipher, invited: NewInvitation): Promise<void> {
  const invitationId = `inv_${randomBytes(8).toString('hex')}`;
  const username = normalisedUsername(invited.username);
  const lookup = usernameLookup(cipher, username);
  await trx
    .updateTable('portal_invitations')
    .set({ closed_at: NOW })
    .where('merchant_id', '=', invited.merchantId)
    .where('username_lookup', '=', lookup)
    .where('closed_at', 'is', null)
    .execute();
  await trx
    .insertInto('portal_invitations')
    .values({
      ...{ invitation_id: invitationId, merchant_id: invited.merchantId, role: invited.role },
      token_hash: tokenHash(invited.token),
      username: sealInvitedUsername(cipher, invitationId, username),
      username_lookup: lookup,
      store_ids: invited.storeIds === null ? null : [...invited.storeIds],
      invited_by: invited.invitedBy,
      expires_at: sql<Instant>`now() + make_interval(days => ${VALID_DAYS})`,
    })
    .execute();
}

/** Those that may still be taken up, the newest first. */
export async function openInvitations(db: Db, merchantId: MerchantId): Promise<PortalInvitationRow[]> {
  return await db
    .selectFrom('portal_invitations')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('closed_at', 'is', null)
    .where('expires_at', '>', NOW)
    .orderBy('expires_at', 'desc')
    .execute();
}

export async function findInvitation(db: Db, token: string): Promise<PortalInvitationRow | undefined> {
  return await db
    .selectFrom('portal_invitations')
    .selectAll()
    .where('token_hash', '=', tokenHash(token))
    .where('closed_at', 'is', null)
    .where('expires_at', '>', NOW)
    .executeTakeFirst();
}

/** Uses the link up: of two at once, one gets it. */
export async function closeInvitation(trx: Trx, token: string): Promise<PortalInvitationRow | undefined> {
  return await trx
    .updateTable('portal_invitations')
    .set({ closed_at: NOW })
    .where('token_hash', '=', tokenHash(token))
    .where('closed_at', 'is', null)
    .where('expires_at', '>', NOW)
    .returningAll()
    .executeTakeFirst();
}

/** @returns whether there was one to withdraw */
export async function withdrawInvitation(trx: Trx, merchantId: MerchantId, invitationId: string): Promise<boolean> {
  const row = await trx
    .updateTable('portal_invitations')
    .set({ closed_at: NOW })
    .where('merchant_id', '=', merchantId)
    .where('invitation_id', '=', invitationId)
    .where('closed_at', 'is', null)
    .returning('invitation_id')
    .executeTakeFirst();
  return row !== undefined;
}
