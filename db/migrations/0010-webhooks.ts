import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  `CREATE TABLE webhook_endpoints (
     endpoint_id text PRIMARY KEY,
     merchant_id text NOT NULL REFERENCES merchants,
     url text NOT NULL,
     event_types text[] NOT NULL,
     description text,
     state text NOT NULL CHECK (state IN ('enabled', 'disabled', 'deleted')),
     disabled_reason text,
     failing_since timestamptz,
     secret bytea NOT NULL,
     previous_secret bytea,
     previous_secret_until timestamptz,
     created_at timestamptz NOT NULL DEFAULT now()
   )`,
  `CREATE INDEX webhook_endpoints_merchant ON webhook_endpoints (merchant_id)`,
  `CREATE TABLE webhook_deliveries (
     delivery_id text PRIMARY KEY,
     endpoint_id text NOT NULL REFERENCES webhook_endpoints,
     event_id text NOT NULL REFERENCES events,
     replay_number int NOT NULL DEFAULT 0,
     state text NOT NULL CHECK (state IN ('pending', 'retrying', 'delivered', 'failed')),
     attempt_count int NOT NULL DEFAULT 0,
     claimed_until timestamptz,
     last_status int,
     last_error text,
     last_attempt_at timestamptz,
     next_attempt_at timestamptz,
     created_at timestamptz NOT NULL DEFAULT now(),
     UNIQUE (endpoint_id, event_id, replay_number)
   )`,
  `CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (created_at) WHERE state = 'pending'`,
  `CREATE INDEX webhook_deliveries_newest ON webhook_deliveries (endpoint_id, created_at DESC, delivery_id DESC)`,
];

/** Where retailers want to be told, and what became of telling them. */
export const webhooksMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
