import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // One chain a lease: its row is locked anyway while a verdict is written, so that no two chains wait for each other.
  `CREATE TABLE audit_log (
     lease_id text NOT NULL REFERENCES leases,
     number int NOT NULL CHECK (number > 0),
     at timestamptz NOT NULL,
     actor text NOT NULL,
     channel text NOT NULL,
     request_id text NOT NULL,
     message_id text NOT NULL UNIQUE,
     event text NOT NULL,
     outcome text NOT NULL,
     code text,
     version int NOT NULL,
     previous_hash bytea NOT NULL CHECK (octet_length(previous_hash) = 32),
     hash bytea NOT NULL CHECK (octet_length(hash) = 32),
     PRIMARY KEY (lease_id, number)
   )`,
  `ALTER TABLE leases ADD COLUMN audit_count int NOT NULL DEFAULT 0`,
  // The chain's end, so that lines cut off its end are missed too.
  `ALTER TABLE leases ADD COLUMN audit_hash bytea`,
  `CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $function$
   BEGIN
     RAISE EXCEPTION '% of the audit log refused: it is append-only', TG_OP USING ERRCODE = 'insufficient_privilege';
   END
   $function$`,
  `CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log
     FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change()`,
  `ALTER TABLE audit_log ENABLE ALWAYS TRIGGER audit_append_only`,
];

/** Who did what to which lease, and what came of it: append-only and chained by hashes. */
export const auditLogMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
