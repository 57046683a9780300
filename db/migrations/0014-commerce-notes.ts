import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // What the routes compatible with the incumbent are told and the lease does not judge: acknowledged disclosures,
  // marketing consent, the order's number in the retailer's own system. note_id is made of the content.
  `CREATE TABLE commerce_notes (
     note_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     kind text NOT NULL CHECK (kind IN ('disclosure', 'marketing_consent', 'order_confirmation')),
     body bytea NOT NULL,
     noted_by text NOT NULL,
     noted_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX commerce_notes_lease ON commerce_notes (lease_id)`,
];

/** Evidence that arrives by the Commerce-API compatible routes. */
export const commerceNotesMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
