import type { WebhookDelivery } from '../../db/webhook-deliveries';
import type { WebhookEndpointRow } from '../../db/webhook-endpoints';
import type { DeliveryView, EndpointView } from './port';

export function endpointView(row: WebhookEndpointRow, nowMs: number): EndpointView {
  const until = row.previous_secret_until;
  return {
    endpointId: row.endpoint_id,
    url: row.url,
    eventTypes: row.event_types,
    description: row.description,
    state: row.state === 'enabled' ? 'enabled' : 'disabled',
    disabledReason: row.disabled_reason,
    failingSince: row.failing_since,
    previousSecretValidUntil: until && Date.parse(until) > nowMs ? until : null,
    createdAt: row.created_at,
  };
}

export function deliveryView({ number: _, ...view }: WebhookDelivery): DeliveryView {
  return view;
}
