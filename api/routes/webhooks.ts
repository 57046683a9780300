import type { Once } from '../commands/answer-once';
import { commandOperation, json, keyedOperation, type Operation, type Reply } from '../operation';
import { pageOf } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import * as schemas from '../schemas/webhook';

const COMMON = {
  tag: 'Webhooks',
  scope: 'webhooks:write',
  successStatus: 200,
  errorCodes: ['NOT_FOUND'],
  pathSchema: schemas.EndpointPath,
  querySchema: Nothing,
  bodySchema: NoBody,
} as const;

const ENDPOINTS = '/v1/webhook-endpoints';
const ENDPOINT = `${ENDPOINTS}/:endpointId` as const;

const headersOf = ({ isReplayed }: Once<unknown>): Record<string, string> =>
  isReplayed ? { 'Idempotent-Replayed': 'true' } : {};

const once = (done: Once<unknown>, status = 200): Reply => ({ ...json(done.answer, status), headers: headersOf(done) });

const createWebhookEndpoint = commandOperation({
  ...COMMON,
  method: 'post',
  path: ENDPOINTS,
  operationId: 'createWebhookEndpoint',
  summary: 'Register an endpoint; its secret is shown here and never again',
  successStatus: 201,
  errorCodes: ['WEBHOOK_ENDPOINTS_EXCEEDED'],
  pathSchema: Nothing,
  bodySchema: schemas.EndpointBody,
  answerSchema: schemas.EndpointSecret,
  handle: async ({ body, ...change }, { webhooks }) => once(await webhooks.create(change, body), 201),
});

const listWebhookEndpoints = keyedOperation({
  ...COMMON,
  method: 'get',
  path: ENDPOINTS,
  operationId: 'listWebhookEndpoints',
  summary: "The caller's endpoints, newest first",
  errorCodes: [],
  pathSchema: Nothing,
  querySchema: schemas.PageQuery,
  answerSchema: pageOf(schemas.Endpoint),
  handle: async ({ caller, query }, { webhooks }) => json(await webhooks.list(caller, query)),
});

const requestWebhookEndpoint = keyedOperation({
  ...COMMON,
  method: 'get',
  path: ENDPOINT,
  operationId: 'requestWebhookEndpoint',
  summary: 'One endpoint, and since when it fails if it does',
  answerSchema: schemas.Endpoint,
  handle: async ({ caller, path }, { webhooks }) => json(await webhooks.read(caller, path.endpointId)),
});

const changeWebhookEndpoint = commandOperation({
  ...COMMON,
  method: 'patch',
  path: ENDPOINT,
  operationId: 'changeWebhookEndpoint',
  summary: 'Change an endpoint, switch it off, or enable it again',
  bodySchema: schemas.EndpointChangeBody,
  answerSchema: schemas.Endpoint,
  handle: async ({ path, body, ...change }, { webhooks }) => once(await webhooks.change(change, path.endpointId, body)),
});

const deleteWebhookEndpoint = commandOperation({
  ...COMMON,
  method: 'delete',
  path: ENDPOINT,
  operationId: 'deleteWebhookEndpoint',
  summary: 'Delete an endpoint; nothing more is sent there',
  successStatus: 204,
  answerSchema: undefined,
  handle: async ({ path, ...change }, { webhooks }) => {
    const done = await webhooks.remove(change, path.endpointId);
    return { kind: 'empty', status: 204, headers: headersOf(done) };
  },
});

const rotateWebhookSecret = commandOperation({
  ...COMMON,
  method: 'post',
  path: `${ENDPOINT}/rotate-secret`,
  operationId: 'rotateWebhookSecret',
  summary: 'A new secret; for 24 hours what is sent carries a signature with the one before, too',
  answerSchema: schemas.EndpointSecret,
  handle: async ({ path, ...change }, { webhooks }) => once(await webhooks.rotateSecret(change, path.endpointId)),
});

const listWebhookDeliveries = keyedOperation({
  ...COMMON,
  method: 'get',
  path: `${ENDPOINT}/deliveries`,
  operationId: 'listWebhookDeliveries',
  summary: 'What an endpoint was told, and what became of it, newest first',
  querySchema: schemas.PageQuery,
  answerSchema: pageOf(schemas.Delivery),
  handle: async ({ caller, path, query }, { webhooks }) =>
    json(await webhooks.deliveries(caller, path.endpointId, query)),
});

const replayWebhookDelivery = commandOperation({
  ...COMMON,
  method: 'post',
  path: `${ENDPOINT}/deliveries/:deliveryId/replay`,
  operationId: 'replayWebhookDelivery',
  summary: 'Tell one event again, under the same webhook-id',
  errorCodes: ['NOT_FOUND', 'ILLEGAL_TRANSITION'],
  pathSchema: schemas.DeliveryPath,
  answerSchema: schemas.Delivery,
  handle: async ({ path, ...change }, { webhooks }) =>
    once(await webhooks.replay(change, path.endpointId, path.deliveryId)),
});

const replayWebhookDeliveries = commandOperation({
  ...COMMON,
  method: 'post',
  path: `${ENDPOINT}/replay`,
  operationId: 'replayWebhookDeliveries',
  summary: 'Tell everything since an instant again, in order, also what was missed while it was disabled',
  errorCodes: ['NOT_FOUND', 'ILLEGAL_TRANSITION'],
  bodySchema: schemas.ReplayBody,
  answerSchema: schemas.ReplayCount,
  handle: async ({ path, body, ...change }, { webhooks }) =>
    once(await webhooks.replaySince(change, path.endpointId, body.from)),
});

export const webhookOperations: readonly Operation[] = [
  createWebhookEndpoint,
  listWebhookEndpoints,
  requestWebhookEndpoint,
  changeWebhookEndpoint,
  deleteWebhookEndpoint,
  rotateWebhookSecret,
  listWebhookDeliveries,
  replayWebhookDelivery,
  replayWebhookDeliveries,
];
