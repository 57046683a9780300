import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // store_ids null: all stores of the merchant (managers).
  `CREATE TABLE portal_users (
     user_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     username text NOT NULL UNIQUE,
     role text NOT NULL CHECK (role IN ('manager', 'clerk')),
     store_ids text[],
     password_hash text NOT NULL,
     language text NOT NULL DEFAULT 'en' CHECK (language IN ('en', 'es')),
     is_active boolean NOT NULL DEFAULT true,
     failed_count int NOT NULL DEFAULT 0,
     locked_until timestamptz,
     invited_by text,
     created_at timestamptz NOT NULL DEFAULT now(),
     CHECK ((role = 'manager') = (store_ids IS NULL))
   )`,
  `CREATE TABLE portal_sessions (
     session_hash bytea PRIMARY KEY,
     user_id text NOT NULL REFERENCES portal_users,
     csrf_token text NOT NULL,
     started_at timestamptz NOT NULL DEFAULT now(),
     seen_at timestamptz NOT NULL DEFAULT now(),
     expires_at timestamptz NOT NULL,
     ended_at timestamptz
   )`,
  `CREATE INDEX portal_sessions_user ON portal_sessions (user_id)`,
  `CREATE TABLE portal_invitations (
     token_hash bytea PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     username text NOT NULL,
     role text NOT NULL CHECK (role IN ('manager', 'clerk')),
     store_ids text[],
     invited_by text NOT NULL,
     expires_at timestamptz NOT NULL,
     used_at timestamptz
   )`,
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
];

/** People who work in stores, and their sessions. */
export const portalMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
