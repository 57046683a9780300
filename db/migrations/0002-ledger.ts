import { type Kysely, type Migration, sql } from 'kysely';

const TABLES = [
  // Which accounts there are. A new one is one INSERT in a later migration, and one line of domain/chart-of-accounts.ts.
  `CREATE TABLE ledger_accounts (
     account text PRIMARY KEY,
     normal_side text NOT NULL CHECK (normal_side IN ('debit', 'credit'))
   )`,
  `INSERT INTO ledger_accounts (account, normal_side) VALUES
     ('card_clearing', 'debit'),
     ('refundable_initial_payments', 'credit'),
     ('leased_merchandise', 'debit'),
     ('merchant_payable', 'credit'),
     ('customer_balance', 'debit'),
     ('rent_to_be_earned', 'credit')`,
  // recorded_at is for auditors only: the business knows occurred_at. recorded_by_xact seals an entry at its commit.
  `CREATE TABLE journal_entries (
     entry_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     business_key text NOT NULL CONSTRAINT journal_entries_business_key UNIQUE CHECK (business_key <> ''),
     kind text NOT NULL CHECK (kind ~ '^([A-Z][a-z]+)+$'),
     lease_id text,
     merchant_id text,
     occurred_at timestamptz NOT NULL,
     recorded_at timestamptz NOT NULL DEFAULT now(),
     recorded_by_xact xid8 NOT NULL DEFAULT pg_current_xact_id()
   )`,
  `CREATE INDEX journal_entries_lease ON journal_entries (lease_id)`,
  // M5, even if somebody made up another business key.
  `CREATE UNIQUE INDEX journal_entries_one_funding ON journal_entries (lease_id) WHERE kind = 'MerchantFunded'`,
  // No foreign keys: PostgreSQL checks them row by row. The trigger below checks the whole batch at once.
  `CREATE TABLE postings (
     entry_id bigint NOT NULL,
     line smallint NOT NULL,
     account text NOT NULL,
     lease_id text,
     merchant_id text,
     debit_cents bigint NOT NULL DEFAULT 0 CHECK (debit_cents >= 0),
     credit_cents bigint NOT NULL DEFAULT 0 CHECK (credit_cents >= 0),
     PRIMARY KEY (entry_id, line),
     CONSTRAINT postings_one_side CHECK ((debit_cents > 0) <> (credit_cents > 0))
   )`,
  `CREATE INDEX postings_lease ON postings (lease_id)`,
  `CREATE INDEX postings_account ON postings (account, merchant_id)`,
];

/**
 * EXECUTE plans each batch afresh: a plan kept from a run of 100,000 rows would read the whole journal for a batch of two.
 * Every batch balances, so every entry does; and none can be added to after the transaction that made the entry.
 */
const REFUSE_BAD_BATCH = `
  CREATE FUNCTION ledger_refuse_bad_batch() RETURNS trigger LANGUAGE plpgsql AS $function$
  DECLARE
    bad record;
  BEGIN
    EXECUTE $query$
      SELECT sums.entry_id, sums.debits, sums.credits
        FROM (SELECT entry_id, sum(debit_cents) AS debits, sum(credit_cents) AS credits FROM batch GROUP BY entry_id) sums
        LEFT JOIN journal_entries entry
          ON entry.entry_id = sums.entry_id AND entry.recorded_by_xact = pg_current_xact_id()
       WHERE sums.debits <> sums.credits OR entry.entry_id IS NULL
       LIMIT 1
    $query$ INTO bad;
    IF bad.entry_id IS NOT NULL AND bad.debits <> bad.credits THEN
      RAISE EXCEPTION 'entry % does not balance: debits %, credits %', bad.entry_id, bad.debits, bad.credits
        USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_balance';
    ELSIF bad.entry_id IS NOT NULL THEN
      RAISE EXCEPTION 'entry % was not made by this transaction: it takes no more postings', bad.entry_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_sealed';
    END IF;
    EXECUTE $query$
      SELECT account FROM (SELECT DISTINCT account FROM batch) used
       WHERE account NOT IN (SELECT account FROM ledger_accounts) LIMIT 1
    $query$ INTO bad;
    IF bad.account IS NOT NULL THEN
      RAISE EXCEPTION 'there is no account %', bad.account
        USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_account_known';
    END IF;
    RETURN NULL;
  END
  $function$`;

const REFUSE_CHANGE = `
  CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $function$
  BEGIN
    RAISE EXCEPTION '% of % refused: the ledger is append-only, reverse by a new entry', TG_OP, TG_TABLE_NAME
      USING ERRCODE = 'insufficient_privilege';
  END
  $function$`;

const GUARDS = [
  `CREATE TRIGGER ledger_balanced AFTER INSERT ON postings REFERENCING NEW TABLE AS batch
     FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_bad_batch()`,
  `ALTER TABLE postings ENABLE ALWAYS TRIGGER ledger_balanced`,
  ...['journal_entries', 'postings'].flatMap((table) => [
    `CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
       FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change()`,
    // ALWAYS: not even session_replication_role lets a superuser pass.
    `ALTER TABLE ${table} ENABLE ALWAYS TRIGGER ledger_append_only`,
  ]),
];

/** The double-entry ledger: balanced, append-only, each business event once. */
export const ledgerMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of [...TABLES, REFUSE_BAD_BATCH, REFUSE_CHANGE, ...GUARDS]) {
      await sql.raw(statement).execute(db);
    }
  },
};
