import { Webhook } from 'standardwebhooks';
import { admit } from '../../../activities/webhooks/admission';
import type { Caller } from '../../../api/ports';
import type { Change } from '../../../api/webhooks/port';
import { webhookEndpoints } from '../../../api/webhooks/webhooks';
import { keepRequest } from '../../../db/requests';
import { messageIdFor } from '../../../api/commands/message-ids';
import { LeaseError } from '../../../domain/errors';
import { leaseId, type MerchantId, storeId } from '../../../domain/ids';
import { embeddedLedger } from '../../support/ledger-database';
import { after, WebhookWorld } from '../../support/webhook-world';

let world: WebhookWorld;
beforeAll(async () => {
  world = new WebhookWorld(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());
beforeEach(() => world.clear());

/** Names that are resolved, and how often. */
const asked: string[] = [];
const resolve = async (name: string) => (asked.push(name), name.startsWith('inner') ? ['10.0.0.1'] : ['8.8.8.8']);
const admitUrl = (url: string) => admit(url, { allowsLoopback: false, resolve });
const port = () => webhookEndpoints({ db: world.db, cipher: world.cipher, admitUrl });

const LEASE = '4821907735';
const CONTENT = { url: 'https://shop.example/hook', eventTypes: ['*'], description: 'Orders' };
const callerOf = (merchantId: MerchantId): Caller => ({
  ...{ keyId: 'key_1', kind: 'retailer', merchantId, scopes: ['webhooks:write'] },
});
let keyCount = 0;
const by = (caller: Caller, idempotencyKey = `key-${(keyCount += 1)}`): Change => ({
  ...{ caller, requestId: 'req-1', idempotencyKey },
});
async function retailer(): Promise<Caller> {
  return callerOf(await world.merchant());
}
function merchantIn({ merchantId }: Caller): MerchantId {
  if (merchantId === null) throw new Error('a retailer has a merchant');
  return merchantId;
}
async function registered(caller: Caller) {
  return (await port().create(by(caller), CONTENT)).answer;
}
async function refusalOf(work: Promise<unknown>): Promise<unknown> {
  try {
    return (await work, 'ok');
  } catch (error) {
    if (error instanceof LeaseError) return [error.code, error.message, error.extra.errors?.[0]?.pointer];
    throw error;
  }
}

describe('a retailer registers an endpoint', () => {
  it('and is shown its secret once; in the database it is sealed', async () => {
    const caller = await retailer();
    const { secret, ...view } = await registered(caller);

    expect(await port().read(caller, view.endpointId)).toEqual(view);
    expect((await port().list(caller, { limit: 25 })).data).toEqual([view]);
    expect(view).toMatchObject({ ...CONTENT, state: 'enabled', disabledReason: null, failingSince: null });
    const rows = await world.db.selectFrom('kept_answers').selectAll().execute();
    const bytes = JSON.stringify([rows, await world.endpointRow(view.endpointId)]);
    for (const form of [
      secret,
      Buffer.from(secret).toString('hex'),
      JSON.stringify([...Buffer.from(secret)]).slice(1, -1),
    ]) {
      expect(bytes).not.toContain(form);
    }
  });

  it('once for its key: the same answer again, secret and all, even when two come at once', async () => {
    const caller = await retailer();
    const answers = await Promise.all([1, 2, 3].map(() => port().create(by(caller, 'twice'), CONTENT)));
    const later = await port().create(by(caller, 'twice'), CONTENT);

    expect(answers.map(({ isReplayed }) => isReplayed).sort()).toEqual([false, true, true]);
    for (const { answer } of [...answers, later]) expect(answer).toEqual(later.answer);
    expect((await port().list(caller, { limit: 25 })).data).toHaveLength(1);
  });

  it('under a key of another request is refused, also one that a lease has', async () => {
    const caller = await retailer();
    await port().create(by(caller, 'mine'), CONTENT);
    const reused = ['IDEMPOTENCY_KEY_REUSED', expect.any(String), undefined];
    expect(await refusalOf(port().create(by(caller, 'mine'), { ...CONTENT, eventTypes: ['lease.funded'] }))).toEqual(
      reused,
    );
    expect(await refusalOf(port().remove(by(caller, 'mine'), 'whe_1'))).toEqual(reused);

    const messageId = messageIdFor(world.cipher, caller.merchantId ?? '', 'a lease has it');
    await keepRequest(world.db, world.cipher, {
      ...{ messageId, caller: caller.merchantId ?? '', leaseId: leaseId(LEASE), operationId: 'cancelContract' },
      ...{ fingerprint: Buffer.from('f'), requestId: 'req', actor: 'retailer:key_1', body: {} },
    });
    expect(await refusalOf(port().create(by(caller, 'a lease has it'), CONTENT))).toEqual(reused);
    expect(await refusalOf(port().create(by(await retailer(), 'mine'), CONTENT))).toBe('ok');
  });

  it('only where it may be called, at registration and at every change, named by the field', async () => {
    const caller = await retailer();
    const { endpointId } = await registered(caller);
    const url = 'https://inner.example/hook';
    const refused = ['VALIDATION_FAILED', expect.any(String), '/url'];
    expect(await refusalOf(port().create(by(caller), { ...CONTENT, url }))).toEqual(refused);
    expect(await refusalOf(port().change(by(caller), endpointId, { url }))).toEqual(refused);
    expect((await port().read(caller, endpointId)).url).toBe(CONTENT.url);
  });

  it('at most twenty times, and again when one was deleted', async () => {
    const caller = await retailer();
    for (let count = 0; count < 20; count += 1) await registered(caller);
    expect(await refusalOf(registered(caller))).toMatchObject({ 0: 'WEBHOOK_ENDPOINTS_EXCEEDED' });

    const first = await port().list(caller, { limit: 15 });
    const rest = await port().list(caller, { limit: 15, cursor: first.nextCursor ?? '' });
    expect([first.data.length, rest.data.length, rest.nextCursor]).toEqual([15, 5, null]);
    await port().remove(by(caller), first.data[0]?.endpointId ?? '');
    expect(await refusalOf(registered(caller))).toBe('ok');
  });
});

describe("another retailer's endpoint", () => {
  it('answers every call like one that does not exist, and one that was deleted too', async () => {
    const [owner, stranger] = [await retailer(), await retailer()];
    const { endpointId } = await registered(owner);
    const gone = await registered(owner);
    await port().remove(by(owner), gone.endpointId);
    const calls = (caller: Caller, id: string) => [
      port().read(caller, id),
      port().change(by(caller), id, { state: 'disabled' }),
      port().remove(by(caller), id),
      port().rotateSecret(by(caller), id),
      port().deliveries(caller, id, { limit: 25 }),
      port().replay(by(caller), id, 'whd_1'),
      port().replaySince(by(caller), id, after(0)),
    ];
    const refusals = async (caller: Caller, id: string) => await Promise.all(calls(caller, id).map(refusalOf));

    const unknown = await refusals(owner, 'whe_unknown');
    expect(new Set(unknown.map((refusal) => JSON.stringify(refusal)))).toEqual(
      new Set(['["NOT_FOUND","no such webhook endpoint",null]']),
    );
    expect(await refusals(stranger, endpointId)).toEqual(unknown);
    expect(await refusals(owner, gone.endpointId)).toEqual(unknown);
    expect((await port().list(stranger, { limit: 25 })).data).toEqual([]);
    expect((await port().read(owner, endpointId)).state).toBe('enabled');
  });

  it('and the own ones are nothing for a clerk of some stores, nor for who acts for no retailer', async () => {
    const owner = await retailer();
    const clerk: Caller = { ...owner, storeIds: [storeId('sto_1')] };
    for (const caller of [clerk, { ...owner, merchantId: null }]) {
      expect(await refusalOf(port().list(caller, { limit: 25 }))).toMatchObject({ 0: 'FORBIDDEN' });
      expect(await refusalOf(registered(caller))).toMatchObject({ 0: 'FORBIDDEN' });
    }
  });
});

describe('an endpoint', () => {
  it('keeps what a change does not name, and repeats the change under its key', async () => {
    const caller = await retailer();
    const { endpointId } = await registered(caller);
    const change = by(caller);
    await port().change(change, endpointId, { eventTypes: ['lease.funded'] });
    const view = await port().change(by(caller), endpointId, { description: null });

    expect(view.answer).toMatchObject({ url: CONTENT.url, eventTypes: ['lease.funded'], description: null });
    const replayed = await port().change(change, endpointId, { eventTypes: ['lease.funded'] });
    expect(replayed).toMatchObject({ isReplayed: true, answer: { description: 'Orders' } });
  });

  it('that is switched off is not called, and says why; enabled again it has not failed yet', async () => {
    const caller = await retailer();
    const { endpointId } = await registered(caller);
    const merchant = merchantIn(caller);
    world.answer = async () => ({ status: 500, error: 'it answered 500' });
    await world.happens(merchant, LEASE, 'lease.approved');
    await world.tellAll();
    expect((await port().read(caller, endpointId)).failingSince).toBe(after(0));
    await world.happens(merchant, LEASE, 'lease.contracts');
    await world.relay();

    const off = await port().change(by(caller), endpointId, { state: 'disabled' });
    expect(off.answer).toMatchObject({ state: 'disabled', disabledReason: 'switched_off' });
    const { data } = await port().deliveries(caller, endpointId, { limit: 25 });
    expect(data.map(({ state, lastError }) => [state, lastError])).toEqual([
      ['failed', 'the endpoint was switched off'],
      ['failed', 'the endpoint was switched off'],
    ]);
    expect(await refusalOf(port().replaySince(by(caller), endpointId, after(-1)))).toMatchObject({
      0: 'ILLEGAL_TRANSITION',
    });
    const on = await port().change(by(caller), endpointId, { state: 'enabled' });
    expect(on.answer).toMatchObject({ state: 'enabled', disabledReason: null, failingSince: null });
  });

  it('is told under a new secret and, for a day, the one before', async () => {
    const caller = await retailer();
    const merchant = merchantIn(caller);
    const { endpointId, secret: first } = await registered(caller);
    const second = await port().rotateSecret(by(caller, 'rotate'), endpointId);
    const again = await port().rotateSecret(by(caller, 'rotate'), endpointId);
    await world.happens(merchant, LEASE, 'lease.approved');
    await world.tellAll();

    expect(again).toEqual({ ...second, isReplayed: true });
    const inHours = (Date.parse(second.answer.previousSecretValidUntil ?? '') - Date.now()) / 3_600_000;
    expect(Math.round(inHours)).toBe(24);
    const { body = '', headers = {} } = world.calls[0] ?? {};
    for (const secret of [first, second.answer.secret])
      expect(() => new Webhook(secret).verify(body, headers)).not.toThrow();
  });
});

describe('deliveries', () => {
  it('are listed newest first, page by page, and each can be told again under its first ID', async () => {
    const caller = await retailer();
    const merchant = merchantIn(caller);
    const { endpointId } = await registered(caller);
    const ids = await world.happens(merchant, LEASE, 'lease.approved', 'invoice.submitted', 'lease.contracts');
    await world.tellAll();

    const first = await port().deliveries(caller, endpointId, { limit: 2 });
    const rest = await port().deliveries(caller, endpointId, { limit: 2, cursor: first.nextCursor ?? '' });
    const listed = [...first.data, ...rest.data];
    expect(listed.map(({ eventId, sequence }) => [eventId, sequence])).toEqual(
      ids.map((id, index) => [id, index + 1]).reverse(),
    );
    expect(rest.nextCursor).toBeNull();

    const change = by(caller);
    const replayed = await port().replay(change, endpointId, listed[2]?.deliveryId ?? '');
    expect(replayed.answer).toMatchObject({ eventId: ids[0], state: 'pending', attemptCount: 0 });
    expect((await port().replay(change, endpointId, listed[2]?.deliveryId ?? '')).isReplayed).toBe(true);
    await world.tellAll();
    expect(world.told()).toHaveLength(4);
    expect(world.calls.at(-1)?.headers['webhook-id']).toBe(ids[0]);
    expect(await refusalOf(port().replay(by(caller), endpointId, 'whd_unknown'))).toMatchObject({ 0: 'NOT_FOUND' });
  });
});
