import { randomUUID } from 'node:crypto';
import { type Answer, sharedSandbox } from '../support/e2e-client';
import { plusDays } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, acme, support, nobody: customer } = sharedSandbox();
const { invoiceBody } = leases;

/** The same request again gets the same answer, marked as a repeat, and changes nothing. */
async function expectRepeat(first: Answer, again: () => Promise<Answer>, path?: string): Promise<void> {
  const before = path && (await bestsofa.get(path)).text;
  const second = await again();
  expect(first.headers['idempotent-replayed']).toBe(first.wasPending ? 'true' : undefined);
  expect(second.headers['idempotent-replayed']).toBe('true');
  expect({ status: second.status, ...withoutRequest(second) }).toEqual({
    status: first.status,
    ...withoutRequest(first),
  });
  if (path) expect((await bestsofa.get(path)).text).toBe(before);
}

/** A problem names the request it answers; all else must be equal. */
function withoutRequest({ body }: Answer): object {
  const { requestId: _requestId, ...rest } = body;
  return rest;
}

describe('a repeated request with the same key gets the same answer', () => {
  it('201: an application makes one lease', async () => {
    const [body, key] = [leases.applicationBody(), randomUUID()];
    const first = leases.expectStatus(await bestsofa.post('/v1/applications', body, key), 201);
    await expectRepeat(first, () => bestsofa.post('/v1/applications', body, key));
    // Fields in another order are the same request.
    const reordered = Object.fromEntries(Object.entries(body).reverse());
    await expectRepeat(first, () => bestsofa.post('/v1/applications', reordered, key));
  });

  it('201: also when the lease has moved on since', async () => {
    const [body, key] = [leases.applicationBody(), randomUUID()];
    const first = await bestsofa.post('/v1/applications', body, key);
    await leases.invoiced(bestsofa, first.body.leaseId);
    await expectRepeat(first, () => bestsofa.post('/v1/applications', body, key), `/v1/leases/${first.body.leaseId}`);
  });

  it('200: an invoice, with its signing link, and a cancel, which has no body', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const [path, key, cancelKey] = [`/v1/leases/${leaseId}`, randomUUID(), randomUUID()];
    const first = await bestsofa.post(`${path}/invoice`, invoiceBody(), key);
    await expectRepeat(first, () => bestsofa.post(`${path}/invoice`, invoiceBody(), key), path);
    const cancelled = leases.expectStatus(await bestsofa.delete(`${path}/contract`, cancelKey), 200);
    await leases.invoiced(bestsofa, leaseId);
    await expectRepeat(cancelled, () => bestsofa.delete(`${path}/contract`, cancelKey), path);
  });

  it('409 and 422: refusals, even when the lease would accept the request by now', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const [path, early, high] = [`/v1/leases/${leaseId}`, randomUUID(), randomUUID()];
    const deliveredOn = await leases.leaseToday(bestsofa, { path });
    const confirm = () => bestsofa.post(`${path}/delivery-confirmation`, { deliveredOn }, early);
    const tooHigh = () => bestsofa.post(`${path}/invoice`, leases.invoiceOf(120_001), high);
    const [refused, exceeded] = [await confirm(), await tooHigh()];
    expectProblem(refused, 409, 'NOT_OK_TO_DELIVER');
    expectProblem(exceeded, 422, 'AMOUNT_EXCEEDS_APPROVAL');
    leases.expectStatus(await leases.sign(customer, await leases.invoiced(bestsofa, leaseId)), 200);
    await expectRepeat(refused, confirm, path);
    await expectRepeat(exceeded, tooHigh, path);
  });

  it('402: a declined card is not asked again', async () => {
    const lease = await leases.contracts(bestsofa);
    const { agreementSha256 } = (await customer.get(lease.signing)).body;
    const [key, body] = [randomUUID(), leases.signatureBody(agreementSha256, { cardToken: 'tok_declined' })];
    const first = await customer.post(`${lease.signing}/signature`, body, key);
    expectProblem(first, 402, 'CARD_DECLINED');
    for (let times = 0; times < 5; times += 1) {
      await expectRepeat(first, () => customer.post(`${lease.signing}/signature`, body, key), lease.path);
    }
    expect((await leases.sign(customer, lease)).body.status).toBe('lease_accepted');
  });

  it('200 of the signature and of support', async () => {
    const lease = await leases.contracts(bestsofa);
    const { agreementSha256 } = (await customer.get(lease.signing)).body;
    const key = randomUUID();
    const signature = () => customer.post(`${lease.signing}/signature`, leases.signatureBody(agreementSha256), key);
    await expectRepeat(await signature(), signature, lease.path);

    const { leaseId } = await leases.apply(bestsofa, { firstDigit: '7' });
    const review = () => support.post(`/v1/leases/${leaseId}/review`, { reason: 'asked' }, key);
    await expectRepeat(await review(), review, `/v1/leases/${leaseId}`);
  });

  it('409 of a lease that has ended', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    await leases.advance(bestsofa, leaseId, { days: 91 });
    const key = randomUUID();
    const submit = () => bestsofa.post(`/v1/leases/${leaseId}/invoice`, invoiceBody(), key);
    const first = await submit();
    expectProblem(first, 409, 'APPROVAL_EXPIRED');
    await expectRepeat(first, submit, `/v1/leases/${leaseId}`);
  });
});

describe('a key belongs to one request', () => {
  it('another body, another operation or another lease under it is 422 and changes nothing', async () => {
    const [one, other] = [await leases.apply(bestsofa), await leases.apply(bestsofa)];
    const [path, elsewhere, key] = [`/v1/leases/${one.leaseId}`, `/v1/leases/${other.leaseId}`, randomUUID()];
    leases.expectStatus(await bestsofa.post(`${path}/invoice`, invoiceBody(), key), 200);
    const before = [(await bestsofa.get(path)).text, (await bestsofa.get(elsewhere)).text];
    for (const answer of [
      await bestsofa.post(`${path}/invoice`, invoiceBody({ invoiceNumber: 'INV-2' }), key),
      await bestsofa.post(`${elsewhere}/invoice`, invoiceBody(), key),
      await bestsofa.delete(`${path}/contract`, key),
      await bestsofa.post('/v1/applications', leases.applicationBody(), key),
    ]) {
      expectProblem(answer, 422, 'IDEMPOTENCY_KEY_REUSED');
    }
    expect([(await bestsofa.get(path)).text, (await bestsofa.get(elsewhere)).text]).toEqual(before);
  });

  it('and to one retailer: another may use the same', async () => {
    const key = randomUUID();
    const mine = await bestsofa.post('/v1/applications', leases.applicationBody(), key);
    const theirs = await acme.post('/v1/applications', leases.applicationBody({}, { storeId: 'sto_albany' }), key);
    expect([mine.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.leaseId).not.toBe(mine.body.leaseId);
  });
});

describe('without a key that is one,', () => {
  it('every command is 400 and changes nothing', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const path = `/v1/leases/${leaseId}`;
    const before = (await bestsofa.get(path)).text;
    for (const [method, route, body] of [
      ['POST', '/v1/applications', leases.applicationBody()],
      ['POST', `${path}/invoice`, invoiceBody()],
      ['DELETE', `${path}/contract`, undefined],
      ['POST', `${path}/delivery-confirmation`, { deliveredOn: plusDays('2027-01-01', 0) }],
    ] as const) {
      const missing = await bestsofa.send(method, route, { body, idempotencyKey: null });
      expectProblem(missing, 400, 'IDEMPOTENCY_KEY_MISSING');
      for (const idempotencyKey of ['two words', 'k'.repeat(256)]) {
        expectProblem(await bestsofa.send(method, route, { body, idempotencyKey }), 400, 'VALIDATION_FAILED');
      }
    }
    expect((await bestsofa.get(path)).text).toBe(before);
  });

  it('but a key of 255 characters is one', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const answer = await bestsofa.post(`/v1/leases/${leaseId}/invoice`, invoiceBody(), '~'.repeat(255));
    expect(answer.status).toBe(200);
  });
});

describe('ten of the same at once have one effect and one answer:', () => {
  const times = <T>(call: () => Promise<T>) => Promise.all(Array.from({ length: 10 }, call));
  const bodies = (answers: Answer[]) => new Set(answers.map(({ status, text }) => `${status} ${text}`));

  it('an application', async () => {
    const [body, key] = [leases.applicationBody(), randomUUID()];
    const answers = await times(() => bestsofa.post('/v1/applications', body, key));
    expect(bodies(answers).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const firsts = answers.filter(({ headers }) => headers['idempotent-replayed'] === undefined);
    expect(firsts.length).toBeLessThanOrEqual(1);
  });

  it('an invoice, and its signature', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const [path, key] = [`/v1/leases/${leaseId}`, randomUUID()];
    const invoices = await times(() => bestsofa.post(`${path}/invoice`, invoiceBody(), key));
    expect(bodies(invoices).size).toBe(1);
    expect(invoices[0]?.status).toBe(200);

    const signing = String(invoices[0]?.body.signingUrl).replace('/sign/', '/v1/signing/');
    const { agreementSha256 } = (await customer.get(signing)).body;
    const body = leases.signatureBody(agreementSha256);
    const signed = await times(() => customer.post(`${signing}/signature`, body, key));
    expect(bodies(signed)).toEqual(new Set([`200 ${signed[0]?.text}`]));
    const types = await leases.timelineTypes(bestsofa, leaseId);
    for (const once of ['invoice.submitted', 'agreement.signed', 'initial_payment.captured']) {
      expect(types.filter((type) => type === once)).toEqual([once]);
    }
    expect(types).not.toContain('invoice.replaced');
  });

  it('a delivery', async () => {
    const lease = await leases.accepted(bestsofa, customer);
    const deliveredOn = await leases.leaseToday(bestsofa, lease);
    const key = randomUUID();
    const answers = await times(() => bestsofa.post(`${lease.path}/delivery-confirmation`, { deliveredOn }, key));
    expect(bodies(answers).size).toBe(1);
    expect(answers[0]?.body.status).toBe('funded');
    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    expect(types.filter((type) => type === 'lease.funded')).toHaveLength(1);
  });
});
