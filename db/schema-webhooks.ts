import type { Generated } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { MerchantId, MessageId } from '../domain/ids';

export type WebhookEndpointState = 'enabled' | 'disabled' | 'deleted';
export type WebhookDisabledReason = 'switched_off' | 'failing_for_days';

export interface WebhookEndpointsTable {
  endpoint_id: string;
  merchant_id: MerchantId;
  url: string;
  /** `*`, or names of events */
  event_types: string[];
  description: string | null;
  state: Generated<WebhookEndpointState>;
  disabled_reason: WebhookDisabledReason | null;
  /** when the first attempt failed since the last that did not */
  failing_since: Instant | null;
  secret: Buffer;
  previous_secret: Buffer | null;
  previous_secret_until: Instant | null;
  created_at: Generated<Instant>;
}

export type WebhookDeliveryState = 'pending' | 'retrying' | 'delivered' | 'failed';

export interface WebhookDeliveriesTable {
  delivery_id: string;
  /** order of being kept */
  number: Generated<number>;
  endpoint_id: string;
  event_id: string;
  /** what is told in order, by `position`: the events of one lease, or a single event of none */
  lane: string;
  /** of the event */
  position: number;
  /** 0: the first telling */
  replay_number: Generated<number>;
  state: Generated<WebhookDeliveryState>;
  attempt_count: Generated<number>;
  claimed_until: Instant | null;
  last_status: number | null;
  last_error: string | null;
  last_attempt_at: Instant | null;
  next_attempt_at: Instant | null;
  created_at: Generated<Instant>;
}

export interface KeptAnswersTable {
  message_id: MessageId;
  caller: string;
  operation_id: string;
  fingerprint: Buffer;
  request_id: string;
  actor: string;
  /** sealed; null only inside the transaction that makes it */
  answer: Buffer | null;
  answered_at: Generated<Instant>;
}

/** Where retailers want to be told, and what became of it. */
export interface WebhookTables {
  webhook_endpoints: WebhookEndpointsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  kept_answers: KeptAnswersTable;
}
