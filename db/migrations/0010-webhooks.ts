import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // How often a listener failed on an event; one that fails again and again is put aside for a person.
  `ALTER TABLE events ADD COLUMN relay_failure_count int NOT NULL DEFAULT 0`,
  `CREATE TABLE webhook_endpoints (
     endpoint_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     url text NOT NULL,
     event_types text[] NOT NULL,
     description text,
     state text NOT NULL DEFAULT 'enabled' CHECK (state IN ('enabled', 'disabled', 'deleted')),
     disabled_reason text CHECK (disabled_reason IN ('switched_off', 'failing_for_days')),
     failing_since timestamptz,
     secret bytea NOT NULL,
     previous_secret bytea,
     previous_secret_until timestamptz,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX webhook_endpoints_merchant ON webhook_endpoints (merchant_id)`,
  // lane: what is told in order, by position: the events of one lease, or a single event of none.
  `CREATE TABLE webhook_deliveries (
     delivery_id text PRIMARY KEY,
     number bigint GENERATED ALWAYS AS IDENTITY,
     endpoint_id text NOT NULL REFERENCES webhook_endpoints,
     event_id text NOT NULL REFERENCES events,
     lane text NOT NULL,
     position bigint NOT NULL,
     replay_number int NOT NULL DEFAULT 0,
     state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'retrying', 'delivered', 'failed')),
     attempt_count int NOT NULL DEFAULT 0,
     claimed_until timestamptz,
     last_status int,
     last_error text,
     last_attempt_at timestamptz,
     next_attempt_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (endpoint_id, event_id, replay_number)
   )`,
  `CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (endpoint_id, position, replay_number)
     WHERE state = 'pending'`,
  `CREATE INDEX webhook_deliveries_lanes ON webhook_deliveries (endpoint_id, lane, position, replay_number)
     WHERE state = 'pending'`,
  `CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, number DESC)`,
  // What a caller was answered under a key, where no lease keeps it; and so who changed what.
  `CREATE TABLE kept_answers (
     message_id text PRIMARY KEY,
     caller text NOT NULL,
     operation_id text NOT NULL,
     fingerprint bytea NOT NULL,
     request_id text NOT NULL,
     actor text NOT NULL,
     answer bytea,
     answered_at timestamptz NOT NULL DEFAULT now()
   )`,
];

/** Where retailers want to be told, and what became of telling them. */
export const webhooksMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
