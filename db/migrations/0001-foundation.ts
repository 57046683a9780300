import { type Kysely, type Migration, sql } from 'kysely';

const TABLES = [
  `CREATE TABLE merchants (
     merchant_id text PRIMARY KEY,
     name text NOT NULL,
     total_to_own_bps int NOT NULL,
     initial_payment_cents bigint NOT NULL,
     min_invoice_cents bigint NOT NULL,
     max_invoice_cents bigint NOT NULL,
     term_months int NOT NULL,
     channel_approvals text NOT NULL DEFAULT 'shared' CHECK (channel_approvals IN ('shared', 'reissued'))
   )`,
  `CREATE TABLE stores (
     store_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     name text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('store', 'web')),
     state char(2) NOT NULL,
     time_zone text NOT NULL,
     customer_takes_goods boolean NOT NULL DEFAULT false
   )`,
  `CREATE TABLE api_keys (
     key_id text PRIMARY KEY,
     secret_hash bytea NOT NULL,
     kind text NOT NULL CHECK (kind IN ('retailer', 'support', 'operations', 'care')),
     merchant_id text REFERENCES merchants CHECK ((kind = 'retailer') = (merchant_id IS NOT NULL)),
     scopes text[] NOT NULL,
     created_at timestamptz NOT NULL DEFAULT now(),
     revoked_at timestamptz
   )`,
  `CREATE TABLE requests (
     message_id text PRIMARY KEY,
     caller text NOT NULL,
     lease_id text NOT NULL,
     operation_id text NOT NULL,
     fingerprint bytea NOT NULL,
     request_id text NOT NULL,
     actor text NOT NULL,
     body bytea NOT NULL,
     received_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE TABLE applicants (
     lease_id text PRIMARY KEY CHECK (lease_id ~ '^[0-9]{7,10}$'),
     message_id text NOT NULL UNIQUE,
     merchant_id text NOT NULL REFERENCES merchants,
     store_id text NOT NULL REFERENCES stores,
     language text NOT NULL CHECK (language IN ('en', 'es')),
     home_state char(2) NOT NULL,
     pay_frequency text NOT NULL,
     last_paid_on date NOT NULL,
     next_paid_on date NOT NULL,
     terms jsonb NOT NULL,
     moved_from text,
     details bytea NOT NULL,
     ssn_lookup bytea NOT NULL,
     last4_lookup bytea NOT NULL,
     phone_lookup bytea NOT NULL,
     birth_lookup bytea NOT NULL
   )`,
  `CREATE INDEX applicants_ssn ON applicants (merchant_id, ssn_lookup)`,
  `CREATE INDEX applicants_phone ON applicants (merchant_id, phone_lookup)`,
  `CREATE INDEX applicants_birth ON applicants (merchant_id, birth_lookup)`,
  `CREATE TABLE leases (
     lease_id text PRIMARY KEY REFERENCES applicants,
     merchant_id text NOT NULL,
     store_id text NOT NULL,
     status text NOT NULL,
     version int NOT NULL,
     last_sequence int NOT NULL,
     approval_limit_cents bigint,
     approval_expires_at timestamptz,
     contract_round int,
     contracts_expire_at timestamptz,
     invoice_number text,
     invoice_total_cents bigint,
     delivery_state char(2),
     total_to_own_cents bigint,
     initial_payment_cents bigint,
     pricing jsonb,
     is_ok_to_deliver boolean NOT NULL DEFAULT false,
     is_blocked boolean NOT NULL DEFAULT false,
     is_overdue boolean NOT NULL DEFAULT false,
     is_over boolean NOT NULL DEFAULT false,
     signed_on date,
     funding_scheduled_for date,
     delivered_on date,
     funded_at timestamptz,
     funding_state text NOT NULL DEFAULT 'not_eligible',
     servicing_state text,
     created_at timestamptz NOT NULL,
     updated_at timestamptz NOT NULL
   )`,
  `CREATE INDEX leases_newest ON leases (merchant_id, created_at DESC, lease_id DESC)`,
  `CREATE INDEX leases_invoice ON leases (merchant_id, invoice_number)`,
  `CREATE INDEX leases_pending ON leases (lease_id) WHERE status = 'pending'`,
  `CREATE TABLE timeline (
     lease_id text NOT NULL REFERENCES leases,
     sequence int NOT NULL,
     type text NOT NULL,
     at timestamptz NOT NULL,
     actor text NOT NULL,
     channel text NOT NULL,
     data jsonb NOT NULL,
     PRIMARY KEY (lease_id, sequence)
   )`,
  `CREATE TABLE verdicts (
     message_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     outcome text NOT NULL CHECK (outcome IN ('accepted', 'refused')),
     code text,
     detail text,
     event text NOT NULL,
     from_status text NOT NULL,
     status text NOT NULL,
     version int NOT NULL,
     answer bytea,
     at timestamptz NOT NULL,
     UNIQUE (lease_id, message_id)
   )`,
  `CREATE TABLE invoices (
     lease_id text NOT NULL REFERENCES leases,
     round int NOT NULL,
     message_id text NOT NULL UNIQUE,
     invoice_number text NOT NULL,
     invoice_total_cents bigint NOT NULL,
     delivery_state char(2) NOT NULL,
     lines jsonb NOT NULL,
     pricing jsonb NOT NULL,
     submitted_at timestamptz NOT NULL,
     PRIMARY KEY (lease_id, round)
   )`,
  `CREATE TABLE agreements (
     lease_id text NOT NULL,
     round int NOT NULL,
     language text NOT NULL,
     sha256 text NOT NULL,
     content bytea NOT NULL,
     PRIMARY KEY (lease_id, round),
     FOREIGN KEY (lease_id, round) REFERENCES invoices
   )`,
  `CREATE TABLE signing_links (
     token_hash bytea PRIMARY KEY,
     lease_id text NOT NULL,
     round int NOT NULL,
     UNIQUE (lease_id, round),
     FOREIGN KEY (lease_id, round) REFERENCES agreements
   )`,
  `CREATE TABLE signatures (
     lease_id text NOT NULL,
     round int NOT NULL,
     message_id text NOT NULL UNIQUE,
     evidence bytea NOT NULL,
     signed_at timestamptz NOT NULL,
     PRIMARY KEY (lease_id, round),
     FOREIGN KEY (lease_id, round) REFERENCES agreements
   )`,
  `CREATE TABLE scheduled_payments (
     payment_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     number int NOT NULL,
     due_on date NOT NULL,
     amount_cents bigint NOT NULL CHECK (amount_cents > 0),
     state text NOT NULL DEFAULT 'scheduled',
     UNIQUE (lease_id, number)
   )`,
  `CREATE TABLE lookup_misses (
     merchant_id text NOT NULL,
     customer_key bytea NOT NULL,
     missed_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX lookup_misses_recent ON lookup_misses (merchant_id, customer_key, missed_at)`,
  `CREATE TABLE sandbox_switches (name text PRIMARY KEY, is_on boolean NOT NULL)`,
  `CREATE TABLE sandbox_calls (
     idempotency_key text PRIMARY KEY,
     tries int NOT NULL DEFAULT 0,
     outcome text,
     reference text
   )`,
];

/** Merchants, people, leases, what was reported and how it was judged. */
export const foundation: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of TABLES) await sql.raw(statement).execute(db);
  },
};
