import { DECISION_LIMIT_MS, httpDecisionEngine } from '../../../activities/adapters/http-decision-engine';
import { EngineUnavailable } from '../../../activities/ports';
import { aDecisionRequest } from './partner-requests';
import {
  answers,
  answersText,
  deadUrl,
  resets,
  silent,
  truncates,
  unrulyServer,
  type UnrulyServer,
} from './unruly-server';

const GOOD = { leaseId: '1002003001', outcome: 'approved', approvalLimitCents: 300_000 };

describe('the live decision engine', () => {
  let server: UnrulyServer;
  beforeAll(async () => void (server = await unrulyServer()));
  afterAll(() => server.close());

  const decide = (request = aDecisionRequest(), limitMs?: number): Promise<unknown> =>
    httpDecisionEngine({ url: server.url, token: 'engine-token' }, limitMs).decide(request, 'decide:1002003001');

  it.each(['approved', 'pre_approved', 'denied'])('hands on %s with its limit and nothing more', async (outcome) => {
    server.behave(answers({ ...GOOD, outcome }));
    expect(await decide()).toEqual({ outcome, approvalLimitCents: 300_000 });
  });

  it.each<[string, object]>([
    ['another lease', { ...GOOD, leaseId: '1002003002' }],
    ['half a cent', { ...GOOD, approvalLimitCents: 0.5 }],
    ['a negative limit', { ...GOOD, approvalLimitCents: -1 }],
    ['a limit as text', { ...GOOD, approvalLimitCents: '300000' }],
    ['a limit beyond money', { ...GOOD, approvalLimitCents: 1_000_000_000_000 }],
    ['no limit', { leaseId: GOOD.leaseId, outcome: 'approved' }],
    ['an outcome of its own', { ...GOOD, outcome: 'APPROVED' }],
    ['an unknown field', { ...GOOD, score: 700 }],
  ])('decides nothing on an answer with %s', async (_name, answer) => {
    server.behave(answers(answer));
    await expect(decide()).rejects.toBeInstanceOf(EngineUnavailable);
  });

  // A lease must never be lost: whatever the engine does, the port's one error makes it Pending.
  it.each([
    ['is down with 503', answers({}, 503)],
    ['refuses us with 400', answers({}, 400)],
    ['refuses our token', answers({}, 401)],
    ['cuts its answer', truncates(GOOD)],
    ['speaks HTML', answersText('<html>')],
    ['resets every connection', resets],
  ])('is EngineUnavailable when it %s', async (_name, behaviour) => {
    server.behave(behaviour);
    await expect(decide()).rejects.toBeInstanceOf(EngineUnavailable);
  });

  it('is EngineUnavailable when it is silent beyond the limit', async () => {
    server.behave(silent);
    await expect(decide(aDecisionRequest(), 60)).rejects.toEqual(
      new EngineUnavailable('decision engine: no whole answer within 60 ms'),
    );
    expect(DECISION_LIMIT_MS).toBe(5_000);
  });

  it('is EngineUnavailable when nobody listens', async () => {
    const engine = httpDecisionEngine({ url: await deadUrl(), token: 'engine-token' });
    await expect(engine.decide(aDecisionRequest(), 'k')).rejects.toBeInstanceOf(EngineUnavailable);
  });

  it('decides once when the first answer is lost, for both tries carry one key', async () => {
    const decisions = new Map<unknown, object>();
    server.behave((res, request, count) => {
      const key = request.headers['idempotency-key'];
      const kept = decisions.get(key) ?? { ...GOOD, approvalLimitCents: count };
      decisions.set(key, kept);
      (count === 1 ? resets : answers(kept))(res, request, count);
    });
    expect(await decide()).toEqual({ outcome: 'approved', approvalLimitCents: 1 });
    expect([...decisions.keys()]).toEqual(['decide:1002003001']);
    expect(server.received).toHaveLength(2);
  });

  it('sends only the fields of the contract, whatever else the caller has at hand', async () => {
    server.behave(answers(GOOD));
    const wide = { ...aDecisionRequest(), keyId: 'k7', customer: { ...aDecisionRequest().customer, note: 'x' } };
    await decide(wide);
    expect(JSON.parse(server.received[0]?.body ?? '')).toEqual(aDecisionRequest());
  });

  it('puts nothing personal, no token and none of the engine’s words into its errors', async () => {
    const request = aDecisionRequest();
    const secrets = ['engine-token', request.customer.ssn, 'Ana', 'ana@example.com', '000123456', server.url];
    for (const status of [200, 400, 500]) {
      server.behave((res, { headers, body }) => void res.writeHead(status).end(`${headers.authorization} ${body}`));
      const failure: unknown = await decide(request).catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(EngineUnavailable);
      const told = failure instanceof Error ? `${failure.message} ${failure.stack} ${String(failure.cause)}` : '';
      expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
    }
  });
});
