import { createApp } from '../../../api/app';
import { EVENT_TYPES } from '../../../domain/webhooks/event-types';
import { fakeDeps } from '../support/fake-ports';
import { ENDPOINT, fakeWebhooks } from '../support/fake-webhooks';
import { callOperation } from '../support/requests';
import { WEBHOOK_ENDPOINT } from '../support/bodies';

const app = createApp(fakeDeps());
const register = (over: object) =>
  callOperation(app, 'createWebhookEndpoint', { body: { ...WEBHOOK_ENDPOINT, ...over } });

describe('endpoints over HTTP', () => {
  it('are answered 201 with their secret when made, and without it ever after', async () => {
    const made = await callOperation(app, 'createWebhookEndpoint');
    const read = await callOperation(app, 'requestWebhookEndpoint');

    expect([made.status, made.body.endpointId, made.body.secret]).toEqual([201, ENDPOINT, expect.any(String)]);
    expect([read.status, read.body.secret]).toEqual([200, undefined]);
  });

  it('may pick each type there is, all of them, or several', async () => {
    for (const eventTypes of [['*'], [...EVENT_TYPES], ['lease.funded', 'lease.funded']]) {
      expect((await register({ eventTypes })).status).toBe(201);
    }
  });

  it.each([
    ['a type that does not exist', { eventTypes: ['lease.funded', 'lease.nope'] }, '/eventTypes/1'],
    ['no type', { eventTypes: [] }, '/eventTypes'],
    ['types that are no list', { eventTypes: '*' }, '/eventTypes'],
    ['no URL', { url: undefined }, '/url'],
    ['a URL with a blank in it', { url: 'https://shop.example/ hook' }, '/url'],
    ['a URL that is none', { url: 'shop.example' }, '/url'],
    ['a description of two lines', { description: 'a\nb' }, '/description'],
    ['a field nobody knows', { secret: 'whsec_mine' }, '/secret'],
  ])('with %s are refused naming the field', async (_, over, pointer) => {
    const { status, body } = await register(over);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'VALIDATION_FAILED', pointer]);
  });

  it('are not changed by a request that names no change', async () => {
    const { status } = await callOperation(app, 'changeWebhookEndpoint', { body: {} });
    expect(status).toBe(400);
  });

  it('say of a repeat that it is one, whatever the answer', async () => {
    const webhooks = {
      ...fakeWebhooks(),
      remove: async () => ({ isReplayed: true, answer: null }),
      replaySince: async () => ({ isReplayed: true, answer: { count: 7 } }),
    };
    const repeated = createApp(fakeDeps({ webhooks }));
    const removed = await callOperation(repeated, 'deleteWebhookEndpoint');
    const replayed = await callOperation(repeated, 'replayWebhookDeliveries');
    const fresh = await callOperation(app, 'deleteWebhookEndpoint');

    expect([removed.status, removed.text, removed.headers['idempotent-replayed']]).toEqual([204, '', 'true']);
    expect([replayed.body, replayed.headers['idempotent-replayed']]).toEqual([{ count: 7 }, 'true']);
    expect([fresh.status, fresh.headers['idempotent-replayed']]).toEqual([204, undefined]);
  });
});
