import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // Whether customers of the merchant may catch up by a recovery plan, and in how many payments at most.
  `ALTER TABLE merchants ADD COLUMN plans jsonb NOT NULL DEFAULT '{"allowed": true, "maxPayments": 6}'`,
  // Who set which program when: merchants holds the newest, this holds them all. Nothing here is changed or deleted.
  `CREATE TABLE program_changes (
     merchant_id text NOT NULL REFERENCES merchants,
     number int NOT NULL,
     program jsonb NOT NULL,
     changed_by text NOT NULL,
     changed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (merchant_id, number)
   )`,
  // Who asked first for the runs up to a day, and what was answered: that person may not release one of them, and
  // whoever asks again hears the same.
  `CREATE TABLE daily_run_requests (
     as_of_on date PRIMARY KEY,
     requested_by text NOT NULL,
     days jsonb,
     requested_at timestamptz NOT NULL DEFAULT now()
   )`,
  // Lists are read newest first, by a merchant or by operations, a page at a time.
  `CREATE INDEX funding_lines_newest_of ON funding_lines (merchant_id, posted_at DESC, funding_id DESC)`,
  `CREATE INDEX funding_lines_newest ON funding_lines (posted_at DESC, funding_id DESC)`,
];

/** What people of operations decide about merchants and runs, and who it was. */
export const programPlansMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
