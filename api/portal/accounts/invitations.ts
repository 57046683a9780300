import type { Cipher } from '../../../db/cipher';
import type { Db } from '../../../db/database';
import { auditPortal } from '../../../db/portal-audit';
import {
  closeInvitation,
  findInvitation,
  insertInvitation,
  openInvitations,
  type PortalInvitationRow,
  withdrawInvitation,
} from '../../../db/portal-invitations';
import { openInvitedUsername } from '../../../db/portal-usernames';
import { findPortalUser, insertPortalUser, ownStores } from '../../../db/portal-users';
import type { MerchantId } from '../../../domain/ids';
import type { Language } from '../../pages/language';
import type { Invitation, Manager, NewPerson, PeopleProblem } from '../accounts';
import { newToken } from '../guests';
import type { AccountDeps } from './account-deps';

function invitationOf(cipher: Cipher, row: PortalInvitationRow): Invitation {
  const username = openInvitedUsername(cipher, row);
  const { invitation_id: invitationId, role, store_ids: storeIds, expires_at: expiresAt } = row;
  return { invitationId, username, role, storeIds, expiresAt };
}

export async function readInvitations(db: Db, cipher: Cipher, merchantId: MerchantId): Promise<Invitation[]> {
  return (await openInvitations(db, merchantId)).map((row) => invitationOf(cipher, row));
}

/** @returns the token of the link, for the manager to hand over: it is kept nowhere */
export async function invite(
  db: Db,
  cipher: Cipher,
  by: Manager,
  { username, role, storeIds }: NewPerson,
): Promise<{ token: string } | { problem: PeopleProblem }> {
  if (await findPortalUser(db, cipher, username)) return { problem: 'username_taken' };
  const stores = role === 'clerk' ? await ownStores(db, by.merchantId, storeIds ?? []) : null;
  if (stores?.length === 0) return { problem: 'unknown' };
  const token = newToken();
  const { merchantId, userId: invitedBy } = by;
  await db.transaction().execute(async (trx) => {
    await insertInvitation(trx, cipher, { merchantId, username, role, storeIds: stores, invitedBy, token });
    await auditPortal(trx, { event: 'invited', merchantId, userId: null, actor: invitedBy });
  });
  return { token };
}

export async function withdraw(db: Db, { merchantId, userId }: Manager, invitationId: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await withdrawInvitation(trx, merchantId, invitationId))) return;
    await auditPortal(trx, { event: 'invitation_withdrawn', merchantId, userId: null, actor: userId });
  });
}

export async function readInvitation(
  db: Db,
  cipher: Cipher,
  token: string,
): Promise<(Invitation & { merchantName: string }) | undefined> {
  const row = await findInvitation(db, token);
  if (!row) return undefined;
  const { name } = await db
    .selectFrom('merchants')
    .select('name')
    .where('merchant_id', '=', row.merchant_id)
    .executeTakeFirstOrThrow();
  return { ...invitationOf(cipher, row), merchantName: name };
}

/** @returns false when the link was used or withdrawn meanwhile, or somebody else took the name */
export async function accept(
  { db, cipher, passwords }: AccountDeps,
  token: string,
  { password, language }: { password: string; language: Language },
): Promise<boolean> {
  // Before the transaction: hashing takes a while, and others need the database meanwhile.
  const hash = await passwords.hash(password);
  return await db.transaction().execute(async (trx) => {
    const row = await closeInvitation(trx, token);
    if (!row) return false;
    const { merchant_id: merchantId, role, store_ids: storeIds, invited_by: invitedBy } = row;
    const username = openInvitedUsername(cipher, row);
    const person = { merchantId, username, role, storeIds, passwordHash: hash, language, invitedBy };
    const userId = await insertPortalUser(trx, cipher, person);
    if (userId === undefined) return false;
    await auditPortal(trx, { event: 'invitation_accepted', merchantId, userId });
    return true;
  });
}
