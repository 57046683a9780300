import type { Cipher } from './cipher';

const sealed = (userId: string) => ({ table: 'portal_users', column: 'username', id: userId });
const sealedInvitation = (id: string) => ({ table: 'portal_invitations', column: 'username', id });

/** People type their name as they like: case and spaces around it do not matter. */
export const normalisedUsername = (username: string): string => username.trim().normalize('NFKC').toLowerCase();

/** A keyed hash of the name, to find its person by. */
export const usernameLookup = (cipher: Cipher, username: string): Buffer =>
  cipher.lookup('portal-username', normalisedUsername(username));

export const sealUsername = (cipher: Cipher, userId: string, username: string): Buffer =>
  cipher.seal(username, sealed(userId));

export const openUsername = (cipher: Cipher, row: { user_id: string; username: Buffer }): string =>
  cipher.open(row.username, sealed(row.user_id));

export const sealInvitedUsername = (cipher: Cipher, invitationId: string, username: string): Buffer =>
  cipher.seal(username, sealedInvitation(invitationId));

export const openInvitedUsername = (cipher: Cipher, row: { invitation_id: string; username: Buffer }): string =>
  cipher.open(row.username, sealedInvitation(row.invitation_id));
