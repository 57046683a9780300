import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId, StoreId } from '../domain/ids';
import type { PortalEvent } from './portal-audit';

export type PortalRole = 'manager' | 'clerk';

export interface PortalUsersTable {
  user_id: string;
  merchant_id: MerchantId;
  username: Buffer;
  username_lookup: Buffer;
  role: PortalRole;
  /** null: all stores of the merchant */
  store_ids: StoreId[] | null;
  password_hash: string;
  language: Generated<'en' | 'es'>;
  is_active: Generated<boolean>;
  invited_by: string | null;
  created_at: Generated<Instant>;
}

export interface PortalSessionsTable {
  session_hash: Buffer;
  user_id: string;
  started_at: Generated<Instant>;
  seen_at: Generated<Instant>;
  expires_at: Instant;
  ended_at: Instant | null;
}

export interface PortalInvitationsTable {
  invitation_id: string;
  token_hash: Buffer;
  merchant_id: MerchantId;
  username: Buffer;
  username_lookup: Buffer;
  role: PortalRole;
  store_ids: StoreId[] | null;
  invited_by: string;
  expires_at: Instant;
  /** used or withdrawn */
  closed_at: Instant | null;
}

export interface PortalAttemptsTable {
  attempt_key: Buffer;
  attempt_count: number;
  window_ends_at: Instant;
}

export interface PortalAuditTable {
  line: Generated<number>;
  at: Generated<Instant>;
  event: PortalEvent;
  merchant_id: MerchantId | null;
  user_id: string | null;
  actor: string | null;
}

export interface PortalHandoversTable {
  token_hash: Buffer;
  merchant_id: MerchantId;
  store_id: StoreId;
  language: 'en' | 'es';
  started_by: string;
  expires_at: Instant;
  lease_id: LeaseId | null;
}

/** People who work in stores. */
export interface PortalTables {
  portal_users: PortalUsersTable;
  portal_sessions: PortalSessionsTable;
  portal_invitations: PortalInvitationsTable;
  portal_attempts: PortalAttemptsTable;
  portal_audit: PortalAuditTable;
  portal_handovers: PortalHandoversTable;
}
