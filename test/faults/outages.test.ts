import { randomUUID } from 'node:crypto';
import { allOperations } from '../../api/operations';
import { calendarDate } from '../../domain/calendar-date';
import { removeTemporaryFolders } from '../local/temporary-folder';
import type { Answer, Caller } from '../support/e2e-client';
import { todayIn } from '../support/e2e-dates';
import { apply, applicationBody, expectStatus, invoiceBody, newSsn, signatureBody } from '../support/e2e-leases';
import { Lives, timelineOf } from '../support/fault-lives';
import { FaultSystem, type Store } from '../support/fault-system';
import { StubbornRetailer } from '../support/stubborn-retailer';

let system: FaultSystem;
let lives: Lives;
beforeAll(async () => {
  system = await FaultSystem.start();
  lives = new Lives(system.sandbox, new StubbornRetailer());
}, 120_000);
afterEach(() => {
  // Also after a test that failed half-way: the next one needs a whole system.
  for (const store of ['database', 'temporal'] as const) mend(store);
});
afterAll(async () => {
  await system.stop();
  removeTemporaryFolders();
});

type Outage = 'is away' | 'takes connections and never answers';
const OUTAGES: Outage[] = ['is away', 'takes connections and never answers'];

async function breakDown(store: Store, outage: Outage): Promise<void> {
  if (outage === 'is away') await system.takeAway(store);
  else system.wire(store).silence();
}

function mend(store: Store): void {
  system.letBack(store);
  system.wire(store).speak();
  // Temporal's client notices a dead line by itself only after 45 seconds: the soak test waits for that.
  if (store === 'temporal') system.wire(store).cut();
}

interface Command {
  caller: Caller;
  method: 'POST' | 'PUT' | 'DELETE';
  path: string;
  body?: unknown;
  key: string;
}

const send = ({ caller, method, path, body, key }: Command): Promise<Answer> =>
  caller.sendOnce(method, path, { ...(body === undefined ? {} : { body }), idempotencyKey: key });

function expectUnavailable(answer: Answer, what: string): void {
  expect({ what, status: answer.status, retryAfter: answer.headers['retry-after'], body: answer.body }).toEqual({
    what,
    status: 503,
    retryAfter: '2',
    body: { code: 'UNAVAILABLE', requestId: expect.any(String) },
  });
}

async function expectAliveButNotReady(missing: Store): Promise<void> {
  expect((await system.sandbox.nobody.get('/healthz')).status).toBe(200);
  const ready = await system.sandbox.nobody.get('/readyz');
  expect({ status: ready.status, isThere: ready.body[missing] }).toEqual({ status: 503, isThere: false });
}

/** One command of each kind, each on a lease that will accept it. */
async function commands(): Promise<(Command & { status: number })[]> {
  const { bestsofa, nobody, support } = system.sandbox;
  const [approved, contracts, accepted] = [await lives.approved(), await lives.approved(), await lives.accepted()];
  const signing = await lives.invoice(contracts);
  const { body: agreement } = await nobody.get(signing);
  const cancelled = await lives.approved();
  await lives.invoice(cancelled);
  const { leaseId: denied } = await apply(bestsofa, { firstDigit: '7' });
  const key = randomUUID;
  const deliveredOn = todayIn('America/Chicago');
  const signature = signatureBody(agreement.agreementSha256);
  const post = { caller: bestsofa, method: 'POST' } as const;
  return [
    { ...post, path: '/v1/applications', body: applicationBody({ ssn: newSsn() }), key: key(), status: 201 },
    { ...post, path: `/v1/leases/${approved}/invoice`, body: invoiceBody(), key: key(), status: 200 },
    { ...post, caller: nobody, path: `${signing}/signature`, body: signature, key: key(), status: 200 },
    { ...post, path: `/v1/leases/${accepted}/delivery-confirmation`, body: { deliveredOn }, key: key(), status: 200 },
    { caller: bestsofa, method: 'DELETE', path: `/v1/leases/${cancelled}/contract`, key: key(), status: 200 },
    {
      ...post,
      caller: support,
      path: `/v1/leases/${denied}/review`,
      body: { reason: 'asked' },
      key: key(),
      status: 200,
    },
  ];
}

/** After the outage the same keys are sent twice each: the first answer counts, the second only repeats it. */
async function expectOneEffectEach(all: (Command & { status: number })[]): Promise<void> {
  for (const { status, ...command } of all) {
    const { method, path, body } = command;
    const first = await lives.retailer.send(command.caller, { method, path, body, idempotencyKey: command.key });
    expect({ path, status: first.status }).toEqual({ path, status: first.status === 202 ? 202 : status });
    const second = await lives.retailer.send(command.caller, { method, path, body, idempotencyKey: command.key });
    if (first.status !== 202) expect({ path, body: second.body }).toEqual({ path, body: first.body });
    expect(second.headers['idempotent-replayed']).toBe('true');
  }
  await system.assertBooksAtRest();
  const twice = await system.db
    .selectFrom('timeline')
    .select(['lease_id', 'type'])
    .where('type', 'in', ['invoice.submitted', 'agreement.signed', 'delivery.confirmed', 'contract.cancelled'])
    .groupBy(['lease_id', 'type'])
    .having((having) => having.fn.countAll(), '>', 1)
    .execute();
  expect(twice).toEqual([]);
}

describe.each(OUTAGES)('a database that %s', (outage) => {
  it('is answered 503 on every route that needs it, and over alone: the same key then has its one effect', async () => {
    const { bestsofa, support, operations, care, nobody } = system.sandbox;
    const prepared = await commands();
    const lease = await lives.approved();
    await breakDown('database', outage);
    await expectAliveButNotReady('database');

    const callers = { support, operations, care, 'customers:read': care, none: nobody } as Record<string, Caller>;
    const routes = allOperations({ today: () => calendarDate('2026-11-24') }).filter(
      ({ scope, path }) => scope !== 'none' || path.startsWith('/v1/signing/'),
    );
    const key = randomUUID();
    await Promise.all(
      routes.map(async ({ scope, method, path, operationId }) => {
        const at = path.replace(':leaseId', lease).replace(':messageId', 'msg_1').replace(':token', 't'.repeat(43));
        const isSent = method !== 'get' && method !== 'delete';
        const body = path.startsWith('/v1/signing/') ? signatureBody('a'.repeat(64)) : {};
        const verb = method.toUpperCase() as 'GET' | 'POST';
        const sent = { idempotencyKey: key, ...(isSent ? { body } : {}) };
        expectUnavailable(await (callers[scope] ?? bestsofa).send(verb, at, sent), operationId);
      }),
    );
    for (const command of prepared) expectUnavailable(await send(command), command.path);

    mend('database');
    await system.untilReady();
    await expectOneEffectEach(prepared);
  }, 120_000);
});

describe.each(OUTAGES)('a Temporal that %s', (outage) => {
  it('is answered 503 on every command, not on reads, and over alone: the same key then has its one effect', async () => {
    const { bestsofa, operations } = system.sandbox;
    const prepared = await commands();
    const lease = await lives.approved();
    await operations.put('/v1/sandbox/decision-engine', { available: false });
    const pending = await apply(bestsofa, { customer: { ssn: '512340000' } });
    expect(pending.status).toBe('pending');
    await breakDown('temporal', outage);
    await expectAliveButNotReady('temporal');

    const clock = {
      caller: bestsofa,
      method: 'POST',
      path: `/v1/sandbox/leases/${lease}/clock`,
      key: randomUUID(),
    } as const;
    const engine = {
      caller: operations,
      method: 'PUT',
      path: '/v1/sandbox/decision-engine',
      key: randomUUID(),
    } as const;
    const during = [...prepared, { ...clock, body: { advanceDays: 1 } }, { ...engine, body: { available: true } }];
    await Promise.all(during.map(async (command) => expectUnavailable(await send(command), command.path)));
    expectStatus(await bestsofa.get(`/v1/leases/${lease}`), 200);

    mend('temporal');
    await system.untilReady();
    await expectOneEffectEach(prepared);
  }, 120_000);
});

describe('no worker', () => {
  it('is answered 202 to every command; all are judged when one is back, in the order they came', async () => {
    const { bestsofa } = system.sandbox;
    const lease = await lives.approved();
    await system.takeAway('worker');
    const path = `/v1/leases/${lease}`;
    const sent: Answer[] = [];
    const post = (at: string, body: unknown) => bestsofa.sendOnce('POST', at, { body, idempotencyKey: randomUUID() });
    const application = post('/v1/applications', applicationBody({ ssn: newSsn() }));
    // One by one: what is answered first was signalled first.
    sent.push(await post(`${path}/invoice`, invoiceBody({ invoiceNumber: 'INV-1' })));
    sent.push(await post(`${path}/invoice`, invoiceBody({ invoiceNumber: 'INV-2' })));
    sent.push(await post(`${path}/delivery-confirmation`, { deliveredOn: todayIn('America/Chicago') }));
    sent.push(await bestsofa.sendOnce('DELETE', `${path}/contract`, { idempotencyKey: randomUUID() }));
    sent.push(await application);
    for (const answer of sent) {
      const { leaseId: id, messageId } = expectStatus(answer, 202).body;
      expect(answer.body).toEqual({ leaseId: id, outcome: 'pending', messageId });
      expect(answer.headers['location']).toBe(`/v1/leases/${id}/messages/${messageId}`);
      expect((await bestsofa.get(String(answer.headers['location']))).body).toMatchObject({
        outcome: 'pending',
        code: null,
      });
    }

    system.letBack('worker');
    await system.assertBooksAtRest();
    const verdicts = sent.map(async ({ headers }) => (await bestsofa.get(String(headers['location']))).body);
    expect((await Promise.all(verdicts)).map(({ outcome, code }) => code ?? outcome)).toEqual([
      'accepted',
      'accepted',
      'NOT_OK_TO_DELIVER',
      'accepted',
      'accepted',
    ]);
    expect((await timelineOf(system.db, lease)).slice(2)).toEqual([
      'invoice.submitted',
      'lease.contracts',
      'invoice.replaced',
      'command.refused',
      'contract.cancelled',
      'lease.approved',
    ]);
  }, 120_000);
});
