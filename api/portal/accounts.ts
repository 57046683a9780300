import type { PortalRole } from '../../db/schema-portal';
import type { Instant } from '../../domain/calendar-date';
import type { MerchantId, StoreId } from '../../domain/ids';
import type { Language } from '../pages/language';
import type { VisitedStore } from './visit';

/** What a session says of the person who holds its token. */
export interface SessionPerson {
  userId: string;
  merchantId: MerchantId;
  merchantName: string;
  username: string;
  role: PortalRole;
  language: Language;
  stores: readonly VisitedStore[];
}

/** How an attempt to sign in ended. `refused` says no more: not whether the name or the password was wrong. */
export type SignIn =
  | { outcome: 'signed_in'; token: string; userId: string }
  | { outcome: 'refused' }
  | { outcome: 'too_many'; retryAfterSeconds: number };

/** Someone of a retailer's stores, as its managers see them. */
export interface Person {
  userId: string;
  username: string;
  role: PortalRole;
  /** null: all stores */
  storeIds: readonly StoreId[] | null;
  isActive: boolean;
  /** null: never signed in */
  lastSeenAt: Instant | null;
}

export interface Invitation {
  invitationId: string;
  username: string;
  role: PortalRole;
  storeIds: readonly StoreId[] | null;
  expiresAt: Instant;
}

export interface NewPerson {
  username: string;
  role: PortalRole;
  storeIds: readonly StoreId[] | null;
}

/** Why a change of people was not made. */
export type PeopleProblem = 'username_taken' | 'last_manager' | 'unknown';

/** By whom, for the audit lines. */
export interface Manager {
  merchantId: MerchantId;
  userId: string;
}

/** Who works in stores: their passwords, sessions and rights. Throws LeaseError UNAVAILABLE when the database is away. */
export interface PortalAccounts {
  /** Counts before it looks, so that many guesses at once are no more than one after another. */
  signIn(attempt: { username: string; password: string; address: string }): Promise<SignIn>;
  /** The person of a live session; undefined when it ended, idled out, or its person may no longer sign in. */
  visit(token: string): Promise<SessionPerson | undefined>;
  signOut(token: string): Promise<void>;
  setLanguage(userId: string, language: Language): Promise<void>;
  /** Ends every session of the person. @returns false when the old password is wrong */
  changePassword(userId: string, change: { current: string; next: string }): Promise<boolean>;
  /** Names of a retailer's people, by user ID, for lines that say who did something. */
  usernames(merchantId: MerchantId, userIds: readonly string[]): Promise<ReadonlyMap<string, string>>;

  people(merchantId: MerchantId): Promise<Person[]>;
  invitations(merchantId: MerchantId): Promise<Invitation[]>;
  /** @returns the token of the one-time link, which is kept nowhere */
  invite(by: Manager, person: NewPerson): Promise<{ token: string } | { problem: PeopleProblem }>;
  withdraw(by: Manager, invitationId: string): Promise<void>;
  /** The invitation of a link that is neither used nor too old. */
  invitation(token: string): Promise<(Invitation & { merchantName: string }) | undefined>;
  /** Makes the invited person. @returns false when the link was used or withdrawn meanwhile */
  accept(token: string, password: string, language: Language): Promise<boolean>;
  setActive(by: Manager, userId: string, isActive: boolean): Promise<PeopleProblem | undefined>;
  setStores(by: Manager, userId: string, storeIds: readonly StoreId[]): Promise<PeopleProblem | undefined>;
  endSessions(by: Manager, userId: string): Promise<PeopleProblem | undefined>;
}
