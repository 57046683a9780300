import { CARD_LIMIT_MS, httpCardProcessor } from '../../../activities/adapters/http-card-processor';
import { type CardProcessor, ProcessorRefusedRequest, ProcessorUnreachable } from '../../../activities/ports';
import { aCapture, aRefund } from './partner-requests';
import { answers, answersText, resets, silent, truncates, unrulyServer, type UnrulyServer } from './unruly-server';

const CAPTURED = { leaseId: '1002003001', amountCents: 4_900, outcome: 'captured', reference: 'cap_81f2' };
const REFUNDED = { leaseId: '1002003001', amountCents: 4_900, outcome: 'refunded', reference: 'ref_20c7' };

describe('the live card processor', () => {
  let server: UnrulyServer;
  beforeAll(async () => void (server = await unrulyServer()));
  afterAll(() => server.close());

  const processor = (limitMs?: number): CardProcessor =>
    httpCardProcessor({ url: server.url, token: 'card-token' }, limitMs);

  it.each(['captured', 'declined', 'card_type_not_accepted'])('hands on %s with its reference', async (outcome) => {
    server.behave(answers({ ...CAPTURED, outcome }));
    expect(await processor().capture(aCapture())).toEqual({ outcome, reference: 'cap_81f2' });
  });

  it('hands on the reference of a refund', async () => {
    server.behave(answers(REFUNDED));
    expect(await processor().refund(aRefund())).toEqual({ reference: 'ref_20c7' });
    expect(server.received[0]).toMatchObject({
      path: '/refunds',
      headers: { 'idempotency-key': 'refund:1002003001:1', authorization: 'Bearer card-token' },
    });
  });

  it.each<[string, object]>([
    ['another lease', { leaseId: '1002003002' }],
    ['a part of the amount', { amountCents: 4_899 }],
    ['no reference', { reference: '' }],
    ['a reference that is no name', { reference: 'cap 81f2\n' }],
    ['an outcome of its own', { outcome: 'settled' }],
    ['an unknown field', { cardNumber: '4111' }],
  ])('takes an answer with %s for no answer, on captures and refunds', async (_name, change) => {
    server.behave(answers({ ...CAPTURED, ...change }));
    await expect(processor().capture(aCapture())).rejects.toBeInstanceOf(ProcessorUnreachable);
    server.behave(answers({ ...REFUNDED, ...change }));
    await expect(processor().refund(aRefund())).rejects.toBeInstanceOf(ProcessorUnreachable);
  });

  it.each([
    ['is down with 502', answers({}, 502)],
    ['is still at work on the key', answers({}, 409)],
    ['refuses our token', answers({}, 401)],
    ['cuts its answer', truncates(CAPTURED)],
    ['speaks HTML', answersText('<html>')],
    ['resets every connection', resets],
  ])('is ProcessorUnreachable when it %s', async (_name, behaviour) => {
    server.behave(behaviour);
    await expect(processor().capture(aCapture())).rejects.toBeInstanceOf(ProcessorUnreachable);
    await expect(processor().refund(aRefund())).rejects.toBeInstanceOf(ProcessorUnreachable);
  });

  it('is ProcessorUnreachable when it is silent beyond the limit: the money may have moved', async () => {
    server.behave(silent);
    await expect(processor(60).capture(aCapture())).rejects.toEqual(
      new ProcessorUnreachable('card processor: no whole answer within 60 ms'),
    );
    expect(CARD_LIMIT_MS).toBe(10_000);
  });

  // "Repeat with the same key" would be wrong here, so this must not look like ProcessorUnreachable.
  it.each([400, 404, 422])(
    'says that it refused the request on %i, and not that it was unreachable',
    async (status) => {
      server.behave(answers({}, status));
      for (const attempt of [processor().capture(aCapture()), processor().refund(aRefund())]) {
        const failure: unknown = await attempt.catch((error: unknown) => error);
        expect(failure).toEqual(new ProcessorRefusedRequest(`card processor: our request was refused (${status})`));
        expect(failure).not.toBeInstanceOf(ProcessorUnreachable);
      }
    },
  );

  it('takes the money once when the answer is lost after the effect', async () => {
    const movements = new Map<unknown, object>();
    server.behave((res, request, count) => {
      const key = request.headers['idempotency-key'];
      const kept = movements.get(key) ?? { ...CAPTURED, reference: `cap_${count}` };
      movements.set(key, kept);
      (count === 1 ? resets : answers(kept))(res, request, count);
    });
    const first = await processor().capture(aCapture());
    const again = await processor().capture(aCapture());
    expect([first, again]).toEqual(Array(2).fill({ outcome: 'captured', reference: 'cap_1' }));
    expect([...movements.keys()]).toEqual(['capture:1002003001:1']);
    expect(server.received).toHaveLength(3);
  });

  it('puts no card token, no key of ours and none of the processor’s words into its errors', async () => {
    for (const status of [200, 400, 500]) {
      server.behave((res, { headers, body }) => void res.writeHead(status).end(`${headers.authorization} ${body}`));
      const failure: unknown = await processor()
        .capture(aCapture())
        .catch((error: unknown) => error);
      const told = failure instanceof Error ? `${failure.message} ${failure.stack} ${String(failure.cause)}` : '';
      expect(told).toContain('card processor: ');
      expect(['card-token', 'tok_4f9a', server.url].filter((secret) => told.includes(secret))).toEqual([]);
    }
  });
});
