import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // A batch funding file as received. The same bytes under another name are a file of their own, answered like the first.
  `CREATE TABLE funding_files (
     file_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     name text NOT NULL,
     channel text NOT NULL CHECK (channel IN ('sftp', 'folder', 'api')),
     received_by text NOT NULL,
     sha256 text,
     byte_count bigint NOT NULL DEFAULT 0,
     state text NOT NULL CHECK (state IN ('receiving', 'received', 'processing', 'processed', 'rejected')),
     file_code text,
     file_detail text,
     repeats_file_id text REFERENCES funding_files,
     header bytea,
     row_count int NOT NULL DEFAULT 0,
     accepted_count int NOT NULL DEFAULT 0,
     scheduled_count int NOT NULL DEFAULT 0,
     repeat_count int NOT NULL DEFAULT 0,
     rejected_count int NOT NULL DEFAULT 0,
     funded_cents bigint NOT NULL DEFAULT 0,
     scheduled_cents bigint NOT NULL DEFAULT 0,
     received_at timestamptz NOT NULL,
     processed_at timestamptz,
     is_report_due boolean NOT NULL DEFAULT false,
     takes_name boolean NOT NULL DEFAULT false,
     kept_at timestamptz NOT NULL DEFAULT now()
   )`,
  // A name is taken by the first content that is read under it; what is refused unread (F4, F6, F8) does not take it.
  `CREATE UNIQUE INDEX funding_files_name ON funding_files (merchant_id, name) WHERE takes_name`,
  `CREATE INDEX funding_files_open ON funding_files (kept_at) WHERE state IN ('receiving', 'received')`,
  `CREATE INDEX funding_files_report_due ON funding_files (merchant_id, received_at) WHERE is_report_due`,
  `CREATE INDEX funding_files_sha256 ON funding_files (merchant_id, sha256)`,
  `CREATE INDEX funding_files_newest ON funding_files (merchant_id, received_at DESC, file_id DESC)`,
  `CREATE TABLE funding_file_chunks (
     file_id text NOT NULL REFERENCES funding_files,
     kind text NOT NULL CHECK (kind IN ('content', 'report')),
     position int NOT NULL,
     content bytea NOT NULL,
     PRIMARY KEY (file_id, kind, position)
   )`,
  // The cells as received are sealed: they name a person. So is the header: a file without one shows its first row there.
  `CREATE TABLE funding_file_rows (
     file_id text NOT NULL REFERENCES funding_files,
     row_number int NOT NULL,
     cells bytea NOT NULL,
     lease_id text,
     amount_cents bigint,
     code text,
     detail jsonb,
     lease_status text,
     funded_cents bigint,
     funding_run_id text,
     effective_on date,
     PRIMARY KEY (file_id, row_number)
   )`,
  `CREATE INDEX funding_file_rows_lease ON funding_file_rows (file_id, lease_id, row_number)`,
];

/** Batch funding files: what was received, what became of each row, the report. */
export const fundingFilesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
