import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // Names are often e-mail addresses: sealed, and found by a keyed hash. store_ids null: all stores of the merchant.
  `CREATE TABLE portal_users (
     user_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     username bytea NOT NULL,
     username_lookup bytea NOT NULL UNIQUE,
     role text NOT NULL CHECK (role IN ('manager', 'clerk')),
     store_ids text[] CHECK (cardinality(store_ids) > 0),
     password_hash text NOT NULL,
     language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
     is_active boolean NOT NULL DEFAULT true,
     invited_by text,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((role = 'manager') = (store_ids IS NULL))
   )`,
  `CREATE INDEX portal_users_merchant ON portal_users (merchant_id)`,
  `CREATE TABLE portal_sessions (
     session_hash bytea PRIMARY KEY,
     user_id text NOT NULL REFERENCES portal_users,
     started_at timestamptz NOT NULL DEFAULT now(),
     seen_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL,
     ended_at timestamptz
   )`,
  `CREATE INDEX portal_sessions_user ON portal_sessions (user_id)`,
  `CREATE TABLE portal_invitations (
     invitation_id text PRIMARY KEY,
     token_hash bytea NOT NULL UNIQUE,
     merchant_id text NOT NULL REFERENCES merchants,
     username bytea NOT NULL,
     username_lookup bytea NOT NULL,
     role text NOT NULL CHECK (role IN ('manager', 'clerk')),
     store_ids text[] CHECK (cardinality(store_ids) > 0),
     invited_by text NOT NULL,
     expires_at timestamptz NOT NULL,
     closed_at timestamptz,
     CHECK ((role = 'manager') = (store_ids IS NULL))
   )`,
  `CREATE INDEX portal_invitations_open ON portal_invitations (merchant_id) WHERE closed_at IS NULL`,
  // Attempts to sign in, by name and by address, both as keyed hashes; known and unknown names alike.
  `CREATE TABLE portal_attempts (
     attempt_key bytea PRIMARY KEY,
     attempt_count int NOT NULL,
     window_ends_at timestamptz NOT NULL
   )`,
  `CREATE INDEX portal_attempts_over ON portal_attempts (window_ends_at)`,
  // Who signed in, and who changed whose rights. user_id null: nobody we know.
  `CREATE TABLE portal_audit (
     line bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     at timestamptz NOT NULL DEFAULT now(),
     event text NOT NULL,
     merchant_id text REFERENCES merchants,
     user_id text,
     actor text
   )`,
  `CREATE TRIGGER portal_audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON portal_audit
     FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`,
  `ALTER TABLE portal_audit ENABLE ALWAYS TRIGGER portal_audit_append_only`,
  // An application that a clerk began and handed to the customer on the store's device.
  `CREATE TABLE portal_handovers (
     token_hash bytea PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     store_id text NOT NULL REFERENCES stores,
     language text NOT NULL CHECK (language IN ('en', 'es')),
     started_by text NOT NULL,
     expires_at timestamptz NOT NULL,
     lease_id text
   )`,
  // A store's list of today: money that does not arrive is rare among all that has been funded.
  `CREATE INDEX leases_unpaid ON leases (store_id) WHERE funding_state IN ('held', 'bank_returned')`,
];

/** People who work in stores, and their sessions. */
export const portalMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
