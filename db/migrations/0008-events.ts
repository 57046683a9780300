import { type Kysely, type Migration, sql } from 'kysely';

const STATEMENTS = [
  // What the world is told of. A line of a timeline is one, written with it; `relayed_at` null: nobody heard of it yet.
  `CREATE TABLE events (
     event_id text PRIMARY KEY,
     position bigint GENERATED ALWAYS AS IDENTITY,
     merchant_id text NOT NULL REFERENCES merchants,
     lease_id text,
     sequence int,
     type text NOT NULL,
     at timestamptz NOT NULL,
     data jsonb NOT NULL,
     recorded_at timestamptz NOT NULL DEFAULT now(),
     claimed_until timestamptz,
     relayed_at timestamptz
   )`,
  `CREATE INDEX events_waiting ON events (position) WHERE relayed_at IS NULL`,
  `CREATE INDEX events_merchant ON events (merchant_id, position)`,
  // Part of an order on its way; of a contract round, so that a new order begins with none.
  `CREATE TABLE shipments (
     shipment_id text PRIMARY KEY,
     lease_id text NOT NULL REFERENCES leases,
     round int NOT NULL,
     message_id text NOT NULL UNIQUE,
     lines jsonb NOT NULL,
     carrier text,
     tracking_number text,
     shipped_on date,
     delivered_on date,
     reported_at timestamptz NOT NULL
   )`,
  `CREATE INDEX shipments_lease ON shipments (lease_id, round)`,
  // name_lookup: the family name, keyed; null for applications older than this.
  `ALTER TABLE applicants ADD COLUMN name_lookup bytea`,
  `CREATE INDEX applicants_name ON applicants (merchant_id, name_lookup)`,
  `CREATE INDEX leases_store ON leases (store_id, status, updated_at DESC)`,
  // Where a retailer shows our signing page inside its own.
  `ALTER TABLE merchants ADD COLUMN embed_origins text[] NOT NULL DEFAULT '{}'`,
];

/** What is told to retailers, parts of orders on their way, and what the store portal looks for. */
export const eventsMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
