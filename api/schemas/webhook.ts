import { z } from 'zod';
import { ALL_EVENT_TYPES, EVENT_TYPES } from '../../domain/webhooks/event-types';
import { AtInstant, InstantOut } from './dates';
import { LeaseIdOut, Paging } from './lease';
import { text } from './text';

const URL_LENGTH_MAX = 2_048;
const TYPES_MAX = 100;

/** Where it leads is judged where it can be resolved; here only that it is one, and holds nothing but visible ASCII. */
const Url = z
  .string()
  .regex(/^https?:\/\/[!-~]+$/, 'must be an absolute URL')
  .max(URL_LENGTH_MAX)
  .meta({ examples: ['https://shop.example/ownward'] });

const EventTypes = z
  .array(z.enum([ALL_EVENT_TYPES, ...EVENT_TYPES]))
  .min(1)
  .max(TYPES_MAX)
  .transform((types) => [...new Set(types)])
  .meta({ description: '`*` for all, also those to come; or names', examples: [['*']] });

const Description = text(200);
const State = z.enum(['enabled', 'disabled']);

export const EndpointBody = z.strictObject({ url: Url, eventTypes: EventTypes, description: Description.optional() });

export const EndpointChangeBody = z
  .strictObject({
    url: Url.optional(),
    eventTypes: EventTypes.optional(),
    description: Description.nullable().optional(),
    state: State.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, 'must change something')
  .meta({ minProperties: 1 });

const id = (prefix: string) => z.string().regex(new RegExp(`^${prefix}_[0-9a-f]{32}$`));
const EndpointId = id('whe').meta({ examples: ['whe_5f0c2f4e8a1d4f3c9b7e6d5a4c3b2a19'] });
const DeliveryId = id('whd').meta({ examples: ['whd_0b9d7c1f2e3a4b5c8d6e7f8091a2b3c4'] });

export const EndpointPath = z.strictObject({ endpointId: EndpointId });
export const DeliveryPath = EndpointPath.extend({ deliveryId: DeliveryId });
export const PageQuery = z.strictObject(Paging);
export const ReplayBody = z.strictObject({ from: AtInstant });

const ENDPOINT = {
  endpointId: z.string(),
  url: z.string(),
  eventTypes: z.array(z.string()),
  description: z.string().nullable(),
  state: State,
  disabledReason: z.enum(['switched_off', 'failing_for_days']).nullable(),
  failingSince: InstantOut.nullable(),
  previousSecretValidUntil: InstantOut.nullable(),
  createdAt: InstantOut,
};

export const Endpoint = z.strictObject(ENDPOINT).meta({ id: 'WebhookEndpoint' });
export const EndpointSecret = z.strictObject({
  ...ENDPOINT,
  secret: z.string().meta({ description: 'Shown here and never again' }),
});

export const Delivery = z
  .strictObject({
    deliveryId: z.string(),
    eventId: z.string().meta({ description: '`webhook-id` of every attempt' }),
    type: z.string(),
    leaseId: LeaseIdOut.nullable(),
    sequence: z.int().nullable(),
    state: z.enum(['pending', 'retrying', 'delivered', 'failed']),
    attemptCount: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    lastAttemptAt: InstantOut.nullable(),
    nextAttemptAt: InstantOut.nullable(),
    createdAt: InstantOut,
  })
  .meta({ id: 'WebhookDelivery' });

export const ReplayCount = z.strictObject({ count: z.int() });
