import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // autopay_stop: why no debit may be filed although the customer once authorized them.
  `ALTER TABLE leases
     ADD COLUMN is_autopay boolean NOT NULL DEFAULT false,
     ADD COLUMN autopay_class text NOT NULL DEFAULT 'WEB' CHECK (autopay_class IN ('WEB', 'PPD')),
     ADD COLUMN autopay_stop text`,
  // debit_not_before_on: a changed amount is debited only ten days after its notice.
  `ALTER TABLE scheduled_payments
     ADD COLUMN paid_cents bigint NOT NULL DEFAULT 0,
     ADD COLUMN debit_not_before_on date,
     ADD COLUMN is_debit_paused boolean NOT NULL DEFAULT false,
     ADD CHECK (paid_cents BETWEEN 0 AND amount_cents),
     ADD CHECK (state IN ('scheduled', 'in_file', 'paid', 'returned', 'past_due', 'cancelled'))`,
  `CREATE INDEX scheduled_payments_open ON scheduled_payments (due_on)
     WHERE state IN ('scheduled', 'in_file', 'returned', 'past_due')`,
  // What customers paid, and what they got back. The application of each payment is in payment_applications.
  `CREATE TABLE payments (
     payment_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     kind text NOT NULL
       CHECK (kind IN ('initial', 'scheduled', 'one_time', 'late_fee', 'refund', 'reversal', 'buyout')),
     number int,
     due_on date,
     pay_on date,
     posted_on date,
     effective_on date,
     amount_cents bigint NOT NULL CHECK (amount_cents > 0),
     method text NOT NULL CHECK (method IN ('card', 'bank_account')),
     card_reference text,
     reference text,
     refund_of text,
     state text NOT NULL CHECK (state IN ('pending', 'posted', 'returned', 'refunded', 'cancelled')),
     message_id text UNIQUE,
     created_at timestamptz NOT NULL
   )`,
  `CREATE INDEX payments_lease ON payments (lease_id)`,
  `CREATE INDEX payments_pending ON payments (kind, pay_on) WHERE state = 'pending'`,
  // target: rent of the scheduled payment or the late fee with that number. Negative undoes (a returned payment).
  `CREATE TABLE payment_applications (
     payment_id text NOT NULL REFERENCES payments,
     lease_id text NOT NULL,
     target text NOT NULL CHECK (target IN ('rent', 'fee')),
     number int NOT NULL,
     amount_cents bigint NOT NULL CHECK (amount_cents <> 0),
     applied_on date NOT NULL
   )`,
  `CREATE INDEX payment_applications_payment ON payment_applications (payment_id)`,
  `CREATE INDEX payment_applications_lease ON payment_applications (lease_id, target, number)`,
  `CREATE TABLE late_fees (
     fee_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     payment_number int NOT NULL,
     due_on date NOT NULL,
     assessed_on date NOT NULL,
     days_late int NOT NULL,
     state text NOT NULL,
     rule text NOT NULL,
     cap_cents bigint,
     amount_cents bigint NOT NULL CHECK (amount_cents > 0),
     waived_cents bigint NOT NULL DEFAULT 0,
     waived_reason text,
     paid_cents bigint NOT NULL DEFAULT 0,
     is_filed boolean NOT NULL DEFAULT false,
     UNIQUE (lease_id, payment_number),
     CHECK (waived_cents >= 0 AND paid_cents >= 0 AND waived_cents + paid_cents <= amount_cents)
   )`,
  `CREATE TABLE return_authorizations (
     code_hash bytea PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     message_id text NOT NULL UNIQUE,
     valid_until_at timestamptz NOT NULL,
     used_by text
   )`,
  // business_on: the day of the customer's account it fell on; fact: the first answer, given again to a repeat.
  `CREATE TABLE returns (
     return_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     number int NOT NULL,
     message_id text NOT NULL UNIQUE,
     round int NOT NULL,
     action_type text NOT NULL CHECK (action_type IN ('return', 'price_adjustment')),
     is_whole boolean NOT NULL,
     returned_on date NOT NULL,
     business_on date NOT NULL,
     credit_invoice_number text,
     lines jsonb NOT NULL,
     merchant_debit_cents bigint NOT NULL,
     customer_refund_cents bigint NOT NULL,
     fact jsonb NOT NULL,
     posted_at timestamptz NOT NULL,
     UNIQUE (lease_id, number)
   )`,
  `CREATE TABLE credit_invoices (
     return_id text PRIMARY KEY REFERENCES returns,
     media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/png', 'image/jpeg')),
     sha256 text NOT NULL,
     byte_count int NOT NULL,
     content bytea NOT NULL,
     received_at timestamptz NOT NULL
   )`,
  // state_of_account: what the amount depends on; a quote holds as long as it is unchanged and the day has not passed.
  `CREATE TABLE purchase_quotes (
     quote_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     as_of_on date NOT NULL,
     good_through_on date NOT NULL,
     amount_cents bigint NOT NULL CHECK (amount_cents >= 0),
     formula text NOT NULL,
     breakdown jsonb NOT NULL,
     state_of_account text NOT NULL,
     accepted_by text
   )`,
  `CREATE INDEX purchase_quotes_lease ON purchase_quotes (lease_id)`,
  // What customers are told in time: debits to come, changed amounts, California's own notice.
  `CREATE TABLE notices (
     notice_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     kind text NOT NULL CHECK (kind IN ('debit_reminder', 'amount_changed', 'purchase_option', 'late_fee', 'debit_returned')),
     made_on date NOT NULL,
     data jsonb NOT NULL
   )`,
  `CREATE INDEX notices_lease ON notices (lease_id)`,
  // What a person must look at. The ID names the fact, so that it is raised once.
  `CREATE TABLE exceptions (
     exception_id text PRIMARY KEY,
     kind text NOT NULL,
     lease_id text,
     merchant_id text,
     trace_number text,
     detail text NOT NULL,
     raised_on date NOT NULL
   )`,
  `CREATE TABLE bank_files (
     file_id text PRIMARY KEY,
     sha256 text NOT NULL UNIQUE,
     name text NOT NULL,
     created_on date NOT NULL,
     content bytea NOT NULL,
     applied_at timestamptz
   )`,
  `CREATE TABLE bank_file_entries (
     file_id text NOT NULL REFERENCES bank_files,
     position int NOT NULL,
     trace_number text NOT NULL,
     code text NOT NULL,
     result text NOT NULL
       CHECK (result IN ('applied', 'parked_duplicate', 'parked_unknown_trace', 'parked_late', 'parked_unexpected')),
     reason text,
     PRIMARY KEY (file_id, position)
   )`,
  `CREATE INDEX bank_file_entries_trace ON bank_file_entries (trace_number)`,
  // The simulated bank's own memory: what we handed over, byte for byte, and what it still has to answer.
  `CREATE TABLE sandbox_bank_files (
     name text PRIMARY KEY,
     direction text NOT NULL CHECK (direction IN ('to_bank', 'from_bank')),
     available_on date NOT NULL,
     content bytea NOT NULL
   )`,
];

/** The customer's side of money: payments, fees, returns, quotes, what the bank sends back. */
export const servicingMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
