import { createApp } from '../../api/app';
import type { LeaseReads } from '../../api/ports';
import { ERROR_CATALOGUE, type ErrorCode, LeaseError } from '../../domain/errors';
import { fakeCommands, fakeDeps, fakeReads, leaseView, TOKEN } from './support/fake-ports';
import { callOperation } from './support/requests';

const CODES = Object.keys(ERROR_CATALOGUE).filter((code): code is ErrorCode => code in ERROR_CATALOGUE);

function depsThrowing(thrown: unknown) {
  const byId: LeaseReads['byId'] = () => Promise.reject(thrown);
  return fakeDeps({ reads: { ...fakeReads(), byId } });
}

const ask = (deps: ReturnType<typeof fakeDeps>) => callOperation(createApp(deps), 'requestLeaseInformation');

describe('problems', () => {
  it.each(CODES)('%s has the status of the catalogue', async (code) => {
    const { status, body, headers } = await ask(depsThrowing(new LeaseError(code, 'told to the caller')));

    expect([status, body.code]).toEqual([ERROR_CATALOGUE[code].status, code]);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  });

  it('below 500 tell all that RFC 9457 and we have to say', async () => {
    const { body, headers } = await ask(depsThrowing(new LeaseError('LEASE_BLOCKED', 'card attempts blocked it')));

    expect(body).toEqual({
      type: '/docs/errors#LEASE_BLOCKED',
      title: 'The lease is blocked',
      status: 423,
      detail: 'card attempts blocked it',
      instance: '/v1/leases/4821907735',
      code: 'LEASE_BLOCKED',
      requestId: headers['x-request-id'],
      errors: [],
    });
  });

  it('from 500 on carry nothing but code and request id, and are logged once', async () => {
    const secret = new Error('password authentication failed for user "ownward" at 10.1.2.3');
    const deps = depsThrowing(secret);
    const { status, body, headers } = await ask(deps);

    expect([status, body]).toEqual([500, { code: 'INTERNAL', requestId: headers['x-request-id'] }]);
    const errors = deps.lines.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]?.fields).toMatchObject({ err: secret, requestId: body.requestId });
  });

  it.each([['a text'], [null], [undefined], [{ status: 200 }], [Object.assign(new Error('x'), { status: 302 })]])(
    'made of whatever is thrown, %p, are INTERNAL',
    async (thrown) => {
      expect((await ask(depsThrowing(thrown))).body.code).toBe('INTERNAL');
    },
  );

  it('of a moment say when to come back', async () => {
    const plain = await ask(depsThrowing(new LeaseError('UNAVAILABLE', 'Temporal did not answer')));
    const told = await ask(depsThrowing(new LeaseError('RATE_LIMITED', 'locked', { retryAfterSeconds: 540 })));

    expect([plain.status, plain.headers['retry-after']]).toEqual([503, '2']);
    expect(Object.keys(plain.body)).toEqual(['code', 'requestId']);
    expect([told.status, told.headers['retry-after']]).toEqual([429, '540']);
  });

  it.each([
    ['ILLEGAL_TRANSITION', { from: 'denied', event: 'invoiceSubmitted' }],
    ['BELOW_MINIMUM', {}],
  ] as const)('of %s carry from and event only where they mean something', async (code, extra) => {
    const refusal = {
      outcome: 'refused',
      replayed: false,
      code,
      detail: 'no',
      from: 'denied',
      event: 'invoiceSubmitted',
    } as const;
    const commands = { ...fakeCommands(), submit: async () => refusal };
    const { body } = await callOperation(createApp(fakeDeps({ commands })), 'submitInvoiceInformation');
    const { from, event } = body;

    expect(JSON.parse(JSON.stringify({ from, event }))).toEqual(extra);
  });

  it('never repeat a signing link', async () => {
    const commands = { ...fakeCommands(), sign: () => Promise.reject(new LeaseError('CARD_DECLINED', 'declined')) };
    const answer = await callOperation(createApp(fakeDeps({ commands })), 'submitSignature');

    expect(answer.body).toMatchObject({ status: 402, instance: '/v1/signing/-/signature' });
    expect(answer.text).not.toContain(TOKEN);
  });
});

describe('an answer that is not what the operation declares', () => {
  const reads = { ...fakeReads(), byId: async () => ({ ...leaseView(), ssn: '512-34-6789' }) };

  it('is our failure where answers are checked, and does not leave the house', async () => {
    const deps = fakeDeps({ reads });
    const answer = await ask(deps);

    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('512-34-6789');
    expect(JSON.stringify(deps.lines)).not.toContain('512-34-6789');
  });

  it('costs nothing to look for where they are not', async () => {
    expect((await ask(fakeDeps({ reads, checksAnswers: false }))).status).toBe(200);
  });
});
