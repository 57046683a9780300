import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // A letter, receipt or signed agreement. The ID names the fact it is about, so that it is made once.
  `CREATE TABLE documents (
     document_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     kind text NOT NULL,
     language text NOT NULL CHECK (language IN ('en', 'es')),
     created_at timestamptz NOT NULL,
     media_type text NOT NULL DEFAULT 'application/pdf',
     template_version int NOT NULL,
     sha256 text NOT NULL,
     byte_count int NOT NULL,
     content bytea NOT NULL
   )`,
  `CREATE INDEX documents_lease ON documents (lease_id, created_at)`,
];

/** What customers receive in writing. */
export const documentsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
