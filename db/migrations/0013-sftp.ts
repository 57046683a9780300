import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // One account a merchant: its folders are the merchant's. Two keys while one is being changed for the other.
  `CREATE TABLE sftp_partners (
     username text PRIMARY KEY CHECK (username ~ '^[a-z0-9][a-z0-9_.-]{0,62}$'),
     merchant_id text NOT NULL UNIQUE REFERENCES merchants,
     public_keys text[] NOT NULL,
     pgp_public_key text,
     is_active boolean NOT NULL DEFAULT true,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  // Which report of which run lies in which partner's folder, or was fetched from there.
  `CREATE TABLE sftp_funding_reports (
     run_id text NOT NULL REFERENCES funding_runs,
     merchant_id text NOT NULL REFERENCES merchants,
     laid_out_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (run_id, merchant_id)
   )`,
];

/** Who brings and fetches files over SFTP. */
export const sftpMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
