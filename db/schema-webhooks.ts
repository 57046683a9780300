import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';

export interface WebhookEndpointsTable {
  endpoint_id: string;
  merchant_id: MerchantId;
  url: string;
  /** `*`, or names of events */
  event_types: string[];
  description: string | null;
  state: 'enabled' | 'disabled' | 'deleted';
  disabled_reason: string | null;
  failing_since: Instant | null;
  secret: Buffer;
  previous_secret: Buffer | null;
  previous_secret_until: Instant | null;
  created_at: Generated<Instant>;
}

export interface WebhookDeliveriesTable {
  delivery_id: string;
  endpoint_id: string;
  event_id: string;
  /** 0: the first telling */
  replay_number: Generated<number>;
  state: 'pending' | 'retrying' | 'delivered' | 'failed';
  attempt_count: Generated<number>;
  claimed_until: Instant | null;
  last_status: number | null;
  last_error: string | null;
  last_attempt_at: Instant | null;
  next_attempt_at: Instant | null;
  created_at: Generated<Instant>;
}

/** Where retailers want to be told, and what became of it. */
export interface WebhookTables {
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
}
