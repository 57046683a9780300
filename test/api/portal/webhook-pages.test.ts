import { startOfDay } from '../../../api/portal/webhooks/replay-from';
import { WEBHOOK_DONE, WEBHOOK_WORDS } from '../../../api/portal/webhooks/webhook-words';
import { LeaseError } from '../../../domain/errors';
import { DELIVERY, ENDPOINT, fakeWebhooks } from '../support/fake-webhooks';
import { PortalApp } from './support/portal-app';

const ONCE = 'O'.repeat(43);
const PATH = `/webhooks/${ENDPOINT}`;
const words = WEBHOOK_WORDS.en;

/** A portal on webhooks that write down what was asked of them. */
function portalOn(over: Partial<ReturnType<typeof fakeWebhooks>> = {}) {
  const asked: unknown[] = [];
  const real = { ...fakeWebhooks(), ...over };
  const webhooks = new Proxy(real, {
    get:
      (target, name: keyof typeof real) =>
      async (...args: unknown[]) => {
        asked.push([name, ...args.slice(1)]);
        return await (target[name] as (...args: unknown[]) => Promise<unknown>)(...args);
      },
  });
  return { app: new PortalApp({ ports: { webhooks } }), asked };
}

const refusing = (error: LeaseError) => () => Promise.reject(error);

describe('the page of webhooks', () => {
  it('lists the addresses and how they do', async () => {
    const { text } = await new PortalApp().get('/webhooks', 'manager').expect(200);
    for (const part of ['https://shop.example/ownward', words.allEvents, words.states.enabled, PATH])
      expect(text).toContain(part);
  });

  it('registers an address for all events, and shows its secret once, in no address', async () => {
    const { app, asked } = portalOn();
    const typed = { once: ONCE, url: 'https://shop.example/x', scope: 'all', eventTypes: 'lease.funded' };
    const answer = await app.post('/webhooks', 'manager', typed).expect(201);
    expect(answer.text).toContain('value="whsec_AAAA"');
    expect(asked).toEqual([['create', { url: 'https://shop.example/x', eventTypes: ['*'] }]]);
    expect(JSON.stringify(app.lines)).not.toContain('whsec');
  });

  it('registers an address for some events only', async () => {
    const { app, asked } = portalOn();
    const eventTypes = ['lease.funded', 'funding.paid'];
    const typed = { once: ONCE, url: 'https://shop.example/x', scope: 'some', eventTypes, description: 'till' };
    await app.post('/webhooks', 'manager', typed).expect(201);
    expect(asked).toEqual([['create', { url: 'https://shop.example/x', eventTypes, description: 'till' }]]);
  });

  it.each([
    [{ url: 'no address', scope: 'all' }, 'url', words.urlRefused],
    [{ url: 'https://shop.example', scope: 'some' }, 'eventTypes', words.typesMissing],
    [{ url: 'https://shop.example', scope: 'some', eventTypes: 'lease.eaten' }, 'eventTypes', words.typesMissing],
  ])('shows again what was typed, with what is wrong beside its field: %j', async (typed, field, text) => {
    const answer = await new PortalApp().post('/webhooks', 'manager', { once: ONCE, ...typed }).expect(422);
    expect(answer.text).toContain(`id="error-${field}">${text}</p>`);
    expect(answer.text).toContain(`value="${typed.url}"`);
  });

  it('says that an address leads to no public server, and that there are too many', async () => {
    const detail = 'not public';
    const notPublic = new LeaseError('VALIDATION_FAILED', detail, { errors: [{ pointer: '/url', code: 'x', detail }] });
    const typed = { once: ONCE, url: 'https://10.0.0.1/', scope: 'all' };
    const refused = await portalOn({ create: refusing(notPublic) }).app.post('/webhooks', 'manager', typed);
    expect(refused.text).toContain(`<a href="#field-url">${words.urlRefused}</a>`);
    const tooMany = new LeaseError('WEBHOOK_ENDPOINTS_EXCEEDED', 'too many');
    const full = await portalOn({ create: refusing(tooMany) })
      .app.post('/webhooks', 'manager', typed)
      .expect(422);
    expect(full.text).toContain(words.tooMany);
  });

  it('is not the place for what is no answer to the form: an outage is told as one', async () => {
    const away = portalOn({ create: refusing(new LeaseError('UNAVAILABLE', 'away')) });
    const typed = { once: ONCE, url: 'https://shop.example', scope: 'all' };
    await away.app.post('/webhooks', 'manager', typed).expect(503);
  });

  it('names each filled-in form: sent twice it is one request, and a made-up name is none', async () => {
    const page = async () => (await new PortalApp().get('/webhooks', 'manager')).text;
    const names = [await page(), await page()].map((text) => /name="once" value="([\w-]{43})"/.exec(text)?.[1]);
    expect(new Set([...names, undefined]).size).toBe(3);
    await new PortalApp().post('/webhooks', 'manager', { once: 'x', url: 'https://shop.example' }).expect(400);
  });
});

describe('the page of one address', () => {
  it('shows what was sent, when and with what answer, each to be sent again', async () => {
    const { text } = await new PortalApp().get(`${PATH}?cursor=abc`, 'manager').expect(200);
    for (const part of ['lease.approved', words.deliveryStates.delivered, '200', `deliveries/${DELIVERY}/replay`])
      expect(text).toContain(part);
  });

  it.each(WEBHOOK_DONE)('says what was done: %s', async (done) => {
    const { text } = await new PortalApp().get(`${PATH}?done=${done}`, 'manager');
    expect(text).toContain(words.done[done]);
  });

  it('switches on and off, removes, sends again and makes new secrets', async () => {
    const { app, asked } = portalOn();
    for (const path of ['off', 'on', 'removal', `deliveries/${DELIVERY}/replay`]) {
      await app.post(`${PATH}/${path}`, 'manager', { once: ONCE }).expect(303);
    }
    await app.post(`${PATH}/replay`, 'manager', { once: ONCE, from: '2026-11-20' }).expect(303);
    const { text } = await app.post(`${PATH}/secret`, 'manager', { once: ONCE }).expect(200);
    expect(text).toContain('value="whsec_BBBB"');
    expect(asked).toEqual([
      ['change', ENDPOINT, { state: 'disabled' }],
      ['change', ENDPOINT, { state: 'enabled' }],
      ['remove', ENDPOINT],
      ['replay', ENDPOINT, DELIVERY],
      ['replaySince', ENDPOINT, '2026-11-20T06:00:00.000Z'],
      ['rotateSecret', ENDPOINT],
    ]);
  });

  it('says why something is not sent again', async () => {
    const off = portalOn({ replaySince: refusing(new LeaseError('ILLEGAL_TRANSITION', 'disabled')) });
    const answer = await off.app.post(`${PATH}/replay`, 'manager', { once: ONCE, from: '2026-11-20' }).expect(422);
    expect(answer.text).toContain(words.notWhileOff);
    const wrong = await off.app.post(`${PATH}/replay`, 'manager', { once: ONCE, from: '2026-02-30' }).expect(422);
    expect(wrong.text).toContain(words.fromWrong);
  });

  it('is not there for what cannot be one', async () => {
    await new PortalApp().get('/webhooks/whe_1', 'manager').expect(404);
  });

  it('begins a day where the store’s clock does, also on the day it changes', () => {
    expect(startOfDay('2026-11-01', 'America/New_York')).toBe('2026-11-01T04:00:00.000Z');
    expect(startOfDay('2026-11-02', 'America/New_York')).toBe('2026-11-02T05:00:00.000Z');
    expect(startOfDay('yesterday', 'America/New_York')).toBeUndefined();
  });
});
