import type { Cipher } from '../../../db/cipher';
import type { Db } from '../../../db/database';
import { type Passwords, SCRYPT_PASSWORDS } from '../../../db/portal-passwords';
import type { PortalAccounts } from '../accounts';
import * as invitations from './invitations';
import * as people from './people';
import * as sessions from './sessions';
import { signIn } from './sign-in';

/** The people of stores as the database keeps them. */
export const portalAccounts = (db: Db, cipher: Cipher, passwords: Passwords = SCRYPT_PASSWORDS): PortalAccounts => ({
  signIn: (attempt) => signIn({ db, cipher, passwords }, attempt),
  visit: (token) => sessions.readVisit(db, cipher, token),
  signOut: (token) => sessions.signOut(db, token),
  setLanguage: (userId, language) => sessions.setLanguage(db, userId, language),
  changePassword: (userId, change) => sessions.changePassword({ db, cipher, passwords }, userId, change),
  usernames: (merchantId, userIds) => sessions.readUsernames(db, cipher, merchantId, userIds),
  people: (merchantId) => people.readPeople(db, cipher, merchantId),
  setActive: (by, userId, isActive) => people.setActive(db, by, userId, isActive),
  setStores: (by, userId, storeIds) => people.setStores(db, by, userId, storeIds),
  endSessions: (by, userId) => people.endSessions(db, by, userId),
  invitations: (merchantId) => invitations.readInvitations(db, cipher, merchantId),
  invite: (by, person) => invitations.invite(db, cipher, by, person),
  withdraw: (by, invitationId) => invitations.withdraw(db, by, invitationId),
  invitation: (token) => invitations.readInvitation(db, cipher, token),
  accept: (token, password, language) => invitations.accept({ db, cipher, passwords }, token, { password, language }),
});
