import type { DeliveryView, EndpointView, WebhookEndpoints } from '../../../api/webhooks/port';
import type { Caller } from '../../../api/ports';
import { instant } from '../../../domain/calendar-date';
import { LeaseError } from '../../../domain/errors';
import { leaseId } from '../../../domain/ids';
import { OWN_LEASE } from './fake-leases';

export const ENDPOINT = `whe_${'a'.repeat(32)}`;
export const DELIVERY = `whd_${'b'.repeat(32)}`;
const AT = instant(Date.UTC(2026, 10, 24));

const ENDPOINT_VIEW: EndpointView = {
  endpointId: ENDPOINT,
  url: 'https://shop.example/ownward',
  eventTypes: ['*'],
  description: null,
  state: 'enabled',
  disabledReason: null,
  failingSince: null,
  previousSecretValidUntil: null,
  createdAt: AT,
};

const DELIVERY_VIEW: DeliveryView = {
  deliveryId: DELIVERY,
  eventId: `evt_${OWN_LEASE}_1`,
  type: 'lease.approved',
  leaseId: leaseId(OWN_LEASE),
  sequence: 1,
  state: 'delivered',
  attemptCount: 1,
  lastStatus: 200,
  lastError: null,
  lastAttemptAt: AT,
  nextAttemptAt: null,
  createdAt: AT,
};

/** The one endpoint belongs to merchant M-1. */
function own<Answer>({ merchantId }: Caller, answer: Answer): Answer {
  if (merchantId !== 'M-1') throw new LeaseError('NOT_FOUND', 'no such webhook endpoint');
  return answer;
}

const once = <Answer>(answer: Answer) => ({ isReplayed: false, answer });

export const fakeWebhooks = (): WebhookEndpoints => ({
  create: async () => once({ ...ENDPOINT_VIEW, secret: 'whsec_AAAA' }),
  list: async ({ merchantId }) => ({ data: merchantId === 'M-1' ? [ENDPOINT_VIEW] : [], nextCursor: null }),
  read: async (caller) => own(caller, ENDPOINT_VIEW),
  change: async ({ caller }) => own(caller, once(ENDPOINT_VIEW)),
  remove: async ({ caller }) => own(caller, once(null)),
  rotateSecret: async ({ caller }) => own(caller, once({ ...ENDPOINT_VIEW, secret: 'whsec_BBBB' })),
  deliveries: async (caller) => own(caller, { data: [DELIVERY_VIEW], nextCursor: null }),
  replay: async ({ caller }) => own(caller, once(DELIVERY_VIEW)),
  replaySince: async ({ caller }) => own(caller, once({ count: 1 })),
});
