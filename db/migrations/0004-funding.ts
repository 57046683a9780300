import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `INSERT INTO ledger_accounts (account, normal_side) VALUES
     ('bank_clearing', 'debit'),
     ('collections_in_transit', 'credit'),
     ('customer_refunds_payable', 'credit'),
     ('late_fee_income', 'credit'),
     ('rent_earned', 'credit'),
     ('cost_of_leased_merchandise', 'debit')`,
  // One version of an account: it never changes, a corrected one is a new row. What is at the bank is only in details.
  `CREATE TABLE bank_accounts (
     account_id text PRIMARY KEY,
     merchant_id text REFERENCES merchants,
     lease_id text REFERENCES applicants,
     details bytea NOT NULL,
     state text NOT NULL CHECK (state IN ('proposed', 'prenoting', 'usable', 'unusable', 'replaced')),
     source text NOT NULL,
     proposed_by text NOT NULL,
     confirmed_by text,
     confirmed_on date,
     usable_from_on date,
     created_at timestamptz NOT NULL,
     CHECK ((merchant_id IS NULL) <> (lease_id IS NULL)),
     CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
   )`,
  `CREATE INDEX bank_accounts_merchant ON bank_accounts (merchant_id)`,
  `CREATE INDEX bank_accounts_lease ON bank_accounts (lease_id)`,
  `CREATE UNIQUE INDEX bank_accounts_one_in_use ON bank_accounts (coalesce(merchant_id, lease_id))
     WHERE state IN ('prenoting', 'usable')`,
  // What a merchant is owed or owes, event by event. net = gross + adjustment, always; a run takes each line once.
  `CREATE TABLE funding_lines (
     funding_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     lease_id text,
     invoice_number text,
     kind text NOT NULL CHECK (kind IN ('funding', 'return', 'price_adjustment', 'fee', 'carry')),
     gross_cents bigint NOT NULL DEFAULT 0 CHECK (gross_cents >= 0),
     adjustment_cents bigint NOT NULL DEFAULT 0 CHECK (kind = 'carry' OR adjustment_cents <= 0),
     posted_at timestamptz NOT NULL,
     run_id text,
     state text NOT NULL DEFAULT 'eligible'
       CHECK (state IN ('eligible', 'held', 'in_file', 'settled', 'bank_returned'))
   )`,
  `CREATE UNIQUE INDEX funding_lines_once ON funding_lines (lease_id) WHERE kind = 'funding'`,
  `CREATE INDEX funding_lines_open ON funding_lines (merchant_id, posted_at) WHERE run_id IS NULL`,
  `CREATE INDEX funding_lines_run ON funding_lines (run_id, merchant_id)`,
  `CREATE INDEX funding_lines_lease ON funding_lines (lease_id)`,
  // A run is one fact: its day is unique. released = may be sent.
  `CREATE TABLE funding_runs (
     run_id text PRIMARY KEY,
     business_on date NOT NULL UNIQUE,
     cut_off_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('held', 'released', 'sent', 'settled')),
     effective_on date,
     paid_cents bigint NOT NULL,
     released_by text
   )`,
  `CREATE TABLE funding_run_merchants (
     run_id text NOT NULL REFERENCES funding_runs,
     merchant_id text NOT NULL REFERENCES merchants,
     gross_cents bigint NOT NULL,
     adjustments_cents bigint NOT NULL,
     carry_in_cents bigint NOT NULL,
     carry_out_cents bigint NOT NULL,
     paid_cents bigint NOT NULL CHECK (paid_cents >= 0),
     trace_number text UNIQUE,
     PRIMARY KEY (run_id, merchant_id),
     CHECK (gross_cents + adjustments_cents + carry_in_cents - carry_out_cents = paid_cents)
   )`,
  `CREATE TABLE collection_runs (
     run_id text PRIMARY KEY,
     business_on date NOT NULL UNIQUE,
     cut_off_at timestamptz NOT NULL,
     state text NOT NULL CHECK (state IN ('released', 'sent', 'settled')),
     effective_on date,
     debit_cents bigint NOT NULL DEFAULT 0,
     refund_cents bigint NOT NULL DEFAULT 0
   )`,
  // Everything a file needs beside its entries, fixed when it is rendered: rendering again gives the same bytes.
  `CREATE TABLE ach_files (
     run_id text PRIMARY KEY,
     name text NOT NULL UNIQUE,
     created_on date NOT NULL,
     file_id_modifier char(1) NOT NULL,
     sha256 text NOT NULL,
     content bytea NOT NULL,
     sent_at timestamptz,
     UNIQUE (created_on, file_id_modifier)
   )`,
  // An entry of one of our files, forever under its trace number. account_id null: the account of the application.
  `CREATE TABLE ach_entries (
     trace_number text PRIMARY KEY CHECK (trace_number ~ '^[0-9]{15}$'),
     run_id text NOT NULL,
     purpose text NOT NULL CHECK (purpose IN ('funding', 'prenote', 'debit', 'retry', 'refund')),
     entry_class text NOT NULL CHECK (entry_class IN ('CCD', 'PPD', 'WEB')),
     transaction_code text NOT NULL,
     amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
     effective_on date NOT NULL,
     merchant_id text,
     lease_id text,
     payment_id text,
     account_id text REFERENCES bank_accounts,
     identification text NOT NULL,
     retry_of text,
     state text NOT NULL DEFAULT 'in_file' CHECK (state IN ('in_file', 'settled', 'returned')),
     returned_on date,
     return_code text
   )`,
  `CREATE UNIQUE INDEX ach_entries_one_funding ON ach_entries (run_id, merchant_id) WHERE purpose = 'funding'`,
  `CREATE INDEX ach_entries_run ON ach_entries (run_id, trace_number)`,
  `CREATE INDEX ach_entries_unsettled ON ach_entries (effective_on) WHERE state = 'in_file'`,
  `CREATE INDEX ach_entries_payment ON ach_entries (payment_id)`,
  `CREATE INDEX ach_entries_lease ON ach_entries (lease_id)`,
];

/** The merchant's side of money: accounts, what is payable, runs, files and their entries. */
export const fundingMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
