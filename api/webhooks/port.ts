import type { WebhookDelivery } from '../../db/webhook-deliveries';
import type { WebhookDisabledReason } from '../../db/schema-webhooks';
import type { Instant } from '../../domain/calendar-date';
import type { Once, OnceRequest } from '../commands/answer-once';
import type { Caller, Page } from '../ports';

export interface EndpointView {
  endpointId: string;
  url: string;
  eventTypes: string[];
  description: string | null;
  state: 'enabled' | 'disabled';
  /** null while it is enabled */
  disabledReason: WebhookDisabledReason | null;
  /** since when nothing was taken; null: all is well */
  failingSince: Instant | null;
  /** until when what we send is signed with the secret before, too */
  previousSecretValidUntil: Instant | null;
  createdAt: Instant;
}

/** The secret is shown here and never again. */
export type EndpointWithSecret = EndpointView & { secret: string };

export type DeliveryView = Omit<WebhookDelivery, 'number'>;

export interface EndpointContent {
  url: string;
  eventTypes: string[];
  description?: string | undefined;
}

export interface EndpointChange {
  url?: string | undefined;
  eventTypes?: string[] | undefined;
  description?: string | null | undefined;
  state?: 'enabled' | 'disabled' | undefined;
}

/** Who changes something, and under which key. */
export type Change = Pick<OnceRequest, 'caller' | 'requestId' | 'idempotencyKey'>;

export interface Paging {
  limit: number;
  cursor?: string | undefined;
}

/**
 * The endpoints of a retailer. Another's answers like an unknown one; clerks, who see single stores, have none.
 * @throws LeaseError NOT_FOUND, FORBIDDEN, IDEMPOTENCY_KEY_REUSED
 */
export interface WebhookEndpoints {
  /** @throws LeaseError VALIDATION_FAILED at `/url`, WEBHOOK_ENDPOINTS_EXCEEDED */
  create(change: Change, content: EndpointContent): Promise<Once<EndpointWithSecret>>;
  /** newest first */
  list(caller: Caller, paging: Paging): Promise<Page<EndpointView>>;
  read(caller: Caller, endpointId: string): Promise<EndpointView>;
  /** @throws LeaseError VALIDATION_FAILED at `/url` */
  change(change: Change, endpointId: string, content: EndpointChange): Promise<Once<EndpointView>>;
  remove(change: Change, endpointId: string): Promise<Once<null>>;
  rotateSecret(change: Change, endpointId: string): Promise<Once<EndpointWithSecret>>;
  /** newest first */
  deliveries(caller: Caller, endpointId: string, paging: Paging): Promise<Page<DeliveryView>>;
  /** @throws LeaseError ILLEGAL_TRANSITION while the endpoint is disabled */
  replay(change: Change, endpointId: string, deliveryId: string): Promise<Once<DeliveryView>>;
  /** @throws LeaseError ILLEGAL_TRANSITION while the endpoint is disabled */
  replaySince(change: Change, endpointId: string, from: Instant): Promise<Once<{ count: number }>>;
}
