import { z } from 'zod';
import { CallFailed, postJson, type JsonCall } from '../../../activities/adapters/json-call';
import * as unruly from './unruly-server';
import { answers, unrulyServer, type Behaviour, type UnrulyServer } from './unruly-server';

/** Far beyond any answer of a server on this machine; a test that needs it to pass has found a hang. */
const PATIENT_MS = 8_000;
const IMPATIENT_MS = 60;
const HEAD = 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n';
const GOOD = { outcome: 'approved' };

describe('a call to a partner', () => {
  let server: UnrulyServer;
  beforeAll(async () => void (server = await unrulyServer()));
  afterAll(() => server.close());

  const call = (changes: Partial<JsonCall<unknown>> = {}, url = server.url): Promise<unknown> =>
    postJson(
      { url, token: 'secret-token' },
      {
        path: 'decisions',
        idempotencyKey: 'key-1',
        body: { ssn: '512345678' },
        limitMs: PATIENT_MS,
        answer: z.strictObject({ outcome: z.enum(['approved', 'denied']) }),
        ...changes,
      },
    );

  async function failureOf(attempt: Promise<unknown>): Promise<{ kind: string; message: string }> {
    const failure: unknown = await attempt.catch((error: unknown) => error);
    if (!(failure instanceof CallFailed)) throw new Error(`not a CallFailed: ${String(failure)}`);
    return { kind: failure.kind, message: failure.message };
  }

  it('carries token, key and body to the path below the base url, however that ends', async () => {
    server.behave(answers(GOOD));
    for (const base of ['', '/', '/partner', '/partner/']) await call({}, server.url + base);

    expect(server.received.map(({ path }) => path)).toEqual([
      '/decisions',
      '/decisions',
      '/partner/decisions',
      '/partner/decisions',
    ]);
    expect(server.received[0]).toMatchObject({
      headers: {
        authorization: 'Bearer secret-token',
        'idempotency-key': 'key-1',
        'content-type': 'application/json',
      },
      body: '{"ssn":"512345678"}',
    });
  });

  it.each<[string, Behaviour]>([
    ['silent', unruly.silent],
    ['silent in the middle of the head', unruly.silentInHead],
    ['dripping a body that never ends', unruly.drips],
  ])('gives up at its limit when the partner is %s, and asks only once', async (_name, behaviour) => {
    server.behave(behaviour);
    expect(await failureOf(call({ limitMs: IMPATIENT_MS }))).toEqual({
      kind: 'unavailable',
      message: 'no whole answer within 60 ms',
    });
    expect(server.received.length).toBeLessThanOrEqual(1);
  });

  it.each<[string, Behaviour, string]>([
    ['cuts its answer', unruly.truncates(GOOD), 'connection failed (UND_ERR_RES_CONTENT_LENGTH_MISMATCH)'],
    ['resets amid its answer', unruly.endsAfter(HEAD + '\r\n{', 'reset'), 'connection failed (unknown)'],
    ['closes amid its answer', unruly.endsAfter(HEAD + '\r\n{', 'close'), 'connection failed (unknown)'],
    ['resets amid the head', unruly.endsAfter(HEAD, 'reset'), 'connection failed (UND_ERR_SOCKET)'],
    ['closes amid the head', unruly.endsAfter(HEAD, 'close'), 'connection failed (UND_ERR_SOCKET)'],
  ])(
    'counts a partner that %s as unavailable, asked once more at most, under the same key',
    async (_name, behaviour, message) => {
      server.behave(behaviour);
      expect(await failureOf(call())).toEqual({ kind: 'unavailable', message });
      // A cut that overtakes the first byte on a busy machine looks like no answer at all.
      expect(server.received.length).toBeLessThanOrEqual(2);
      expect(new Set(server.received.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
    },
  );

  it.each<[string, Behaviour, string]>([
    ['sends cut JSON', unruly.answersText('{"outcome":"appro'), 'the answer is not JSON'],
    ['sends a web page', unruly.answersText('<html>512345678</html>'), 'the answer is not JSON'],
    ['sends nothing', unruly.answersText(''), 'the answer is not JSON'],
    ['floods', unruly.floods, 'the answer exceeds 65536 bytes'],
    ['adds a field', answers({ ...GOOD, ssn: '512345678' }), 'the answer breaks the contract at "/"'],
    ['names an unknown outcome', answers({ outcome: 'maybe' }), 'the answer breaks the contract at "/outcome"'],
    ['answers an array', answers([GOOD]), 'the answer breaks the contract at "/"'],
    [
      'pollutes prototypes',
      unruly.answersText('{"__proto__":{},"outcome":"approved"}'),
      'the answer breaks the contract at "/"',
    ],
  ])('counts a partner that %s as unavailable, asked once', async (_name, behaviour, message) => {
    server.behave(behaviour);
    expect(await failureOf(call())).toEqual({ kind: 'unavailable', message });
    expect(server.received).toHaveLength(1);
  });

  it.each([201, 202, 204, 302, 401, 403, 408, 409, 425, 429, 500, 502, 503, 504])(
    'counts status %i as unavailable, even above a valid body',
    async (status) => {
      server.behave(answers(GOOD, status));
      expect(await failureOf(call())).toEqual({ kind: 'unavailable', message: `answered ${status}` });
      expect(server.received).toHaveLength(1);
    },
  );

  it.each([400, 404, 405, 410, 413, 415, 422])('counts status %i as a refusal of our request', async (status) => {
    server.behave(answers({ detail: 'ssn 512345678 is wrong' }, status));
    expect(await failureOf(call())).toEqual({ kind: 'refused', message: `our request was refused (${status})` });
    expect(server.received).toHaveLength(1);
  });

  it('keeps a refusal a refusal when its body never ends', async () => {
    server.behave((res) => void res.writeHead(422).write('{'));
    expect(await failureOf(call())).toMatchObject({ kind: 'refused' });
  });

  it('follows no redirect, so personal data goes nowhere else', async () => {
    server.behave((res, request, count) => {
      if (request.path === '/elsewhere') answers(GOOD)(res, request, count);
      else res.writeHead(307, { location: '/elsewhere' }).end();
    });
    expect(await failureOf(call())).toEqual({ kind: 'unavailable', message: 'answered 307' });
    expect(server.received.map(({ path }) => path)).toEqual(['/decisions']);
  });

  it('says which way the connection failed when nobody listens', async () => {
    expect(await failureOf(call({}, await unruly.deadUrl()))).toEqual({
      kind: 'unavailable',
      message: 'connection failed (ECONNREFUSED)',
    });
  });

  it.each<[string, Behaviour]>([
    ['reset', unruly.resets],
    ['closed', unruly.closesWithoutAnswer],
  ])('tries a connection %s before any answer once more, with the same key', async (_name, failing) => {
    server.behave((res, request, count) => (count === 1 ? failing : answers(GOOD))(res, request, count));
    expect(await call()).toEqual(GOOD);
    expect(server.received.map(({ headers }) => headers['idempotency-key'])).toEqual(['key-1', 'key-1']);
  });

  it('tries no third time', async () => {
    server.behave(unruly.resets);
    expect(await failureOf(call())).toMatchObject({ kind: 'unavailable' });
    expect(server.received).toHaveLength(2);
  });

  it('spends one limit on both tries', async () => {
    const limits = jest.spyOn(AbortSignal, 'timeout');
    server.behave((res, request, count) => (count === 1 ? unruly.resets : unruly.silent)(res, request, count));
    expect(await failureOf(call({ limitMs: 300 }))).toMatchObject({ message: 'no whole answer within 300 ms' });
    expect(limits).toHaveBeenCalledTimes(1);
    limits.mockRestore();
  });

  it('refuses a key or token that cannot stand in a header, before anything is sent', async () => {
    server.behave(answers(GOOD));
    expect(await failureOf(call({ idempotencyKey: 'a\r\nx-injected: 1' }))).toEqual({
      kind: 'refused',
      message: 'our request is malformed',
    });
    expect(server.received).toHaveLength(0);
  });

  it('leaves no connection open behind it', async () => {
    const closed = new Promise<void>((resolve) =>
      server.behave((res, request, count) => {
        res.socket?.on('close', () => resolve());
        answers(GOOD)(res, request, count);
      }),
    );
    await call();
    await closed;
  });
});
