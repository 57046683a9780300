import type { ErrorCode } from '../../domain/errors';
import { type Answer, sharedSandbox } from '../support/e2e-client';
import { plusDays } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, bestsofaReadOnly, acme, support, nobody: customer } = sharedSandbox();
const { invoiceBody, invoiceOf } = leases;

const line = (lineNumber: number, priceEachCents: number, quantity: number, lineTotalCents: number) => ({
  lineNumber,
  sku: `SKU-${lineNumber}`,
  description: 'A thing',
  category: 'furniture',
  quantity,
  priceEachCents,
  lineTotalCents,
});

describe('an invoice is refused', () => {
  let path = '';
  const withPlan = (category: string) => invoiceOf(20_000, {}, category);
  const cases: [string, number, ErrorCode, object][] = [
    ['over the approval by a cent', 422, 'AMOUNT_EXCEEDS_APPROVAL', invoiceOf(120_001)],
    ['below the minimum of the merchant by a cent', 422, 'BELOW_MINIMUM', invoiceOf(4_999)],
    ['whose total is off by a cent', 422, 'INVOICE_TOTAL_MISMATCH', invoiceBody({ invoiceTotalCents: 100_001 })],
    [
      'whose line is off by a cent',
      422,
      'LINE_TOTAL_MISMATCH',
      { ...invoiceOf(100_000), lines: [line(1, 33_333, 3, 100_000)] },
    ],
    [
      'that names a line twice',
      422,
      'DUPLICATE_LINE',
      { ...invoiceOf(20_000), lines: [line(1, 10_000, 1, 10_000), line(1, 10_000, 1, 10_000)] },
    ],
    ['with sales tax', 422, 'ITEM_NOT_LEASABLE', withPlan('tax')],
    ['with a gift card', 422, 'ITEM_NOT_LEASABLE', withPlan('gift_card')],
    ['with a financing fee', 422, 'ITEM_NOT_LEASABLE', withPlan('financing_fee')],
    [
      'with a service plan delivered to California',
      422,
      'ITEM_NOT_LEASABLE',
      { ...withPlan('service_plan'), deliveryState: 'CA' },
    ],
    [
      'with a warranty delivered to Indiana',
      422,
      'ITEM_NOT_LEASABLE',
      { ...withPlan('warranty'), deliveryState: 'IN' },
    ],
    ...['MN', 'NJ', 'VT', 'WI', 'WY'].map((deliveryState): [string, number, ErrorCode, object] => [
      `delivered to ${deliveryState}`,
      422,
      'STATE_NOT_SERVED',
      invoiceOf(20_000, { deliveryState }),
    ]),
    [
      'with a price that is no whole number',
      400,
      'VALIDATION_FAILED',
      { ...invoiceOf(20_000), invoiceTotalCents: 20_000.5 },
    ],
    ['with a total as text', 400, 'VALIDATION_FAILED', { ...invoiceOf(20_000), invoiceTotalCents: '20000' }],
    ['with a field we do not know', 400, 'VALIDATION_FAILED', invoiceOf(20_000, { salesTaxCents: 0 })],
    [
      'with the number of a card in it',
      400,
      'VALIDATION_FAILED',
      invoiceOf(20_000, { invoiceNumber: '4111111111111111' }),
    ],
  ];

  beforeAll(async () => {
    path = `/v1/leases/${(await leases.apply(bestsofa)).leaseId}`;
  });

  it.each(cases)('%s', async (_what, status, code, invoice) => {
    const before = (await bestsofa.get(path)).body;
    const answer = await bestsofa.post(`${path}/invoice`, invoice);
    const { errors } = expectProblem(answer, status, code);
    expect(errors.length > 0).toBe(status === 400);
    expect((await bestsofa.get(path)).body).toEqual(before);
  });

  it('over the maximum of the merchant', async () => {
    // The sandbox approves no more than the maximum, but support may.
    const { leaseId } = await leases.apply(bestsofa, { firstDigit: '7' });
    await support.post(`/v1/leases/${leaseId}/review`, { reason: 'asked' });
    const decision = { decision: 'approved', approvalLimitCents: 600_000, reason: 'shows more' };
    leases.expectStatus(await support.post(`/v1/leases/${leaseId}/review/decision`, decision), 200);
    expectProblem(await bestsofa.post(`/v1/leases/${leaseId}/invoice`, invoiceOf(500_001)), 422, 'ABOVE_MAXIMUM');
    leases.expectStatus(await bestsofa.post(`/v1/leases/${leaseId}/invoice`, invoiceOf(500_000)), 200);
  });

  it('with a service plan from a store in California or New York, wherever it goes', async () => {
    for (const [retailer, storeId] of [
      [bestsofa, 'sto_fresno'],
      [acme, 'sto_albany'],
    ] as const) {
      const { leaseId } = await leases.apply(retailer, { storeId });
      const answer = await retailer.post(`/v1/leases/${leaseId}/invoice`, withPlan('service_plan'));
      expectProblem(answer, 422, 'ITEM_NOT_LEASABLE');
    }
  });

  it('not for a third of a dollar, a service plan in Texas, or the limit to the cent', async () => {
    for (const invoice of [
      { ...invoiceOf(99_999), lines: [line(1, 33_333, 3, 99_999)] },
      withPlan('service_plan'),
      invoiceOf(120_000),
    ]) {
      leases.expectStatus(await bestsofa.post(`${path}/invoice`, invoice), 200);
    }
  });
});

describe('an application is refused', () => {
  it.each(['MN', 'NJ', 'VT', 'WI', 'WY'])('from %s, and no lease is made', async (state) => {
    const before = (await bestsofa.get('/v1/leases?limit=1')).body.data[0]?.leaseId;
    const address = { line1: '1 Oak St', city: 'Somewhere', state, postalCode: '55401' };
    const answer = await bestsofa.post('/v1/applications', leases.applicationBody({ address }));
    expectProblem(answer, 422, 'STATE_NOT_SERVED');
    const newest: { leaseId: string }[] = (await bestsofa.get('/v1/leases?limit=100')).body.data;
    expect(newest.map(({ leaseId }) => leaseId)).toContain(before);
    expect(answer.text).not.toContain('leaseId');
  });

  const income = leases.applicationBody()['income'] as Record<string, unknown>;
  it.each([
    [
      'a payday 37 days ago',
      '/income/lastPaidOn',
      {},
      { income: { ...income, lastPaidOn: plusDays(String(income['lastPaidOn']), -33) } },
    ],
    ['a minor', '/customer/dateOfBirth', { dateOfBirth: plusDays(String(income['nextPaidOn']), -17 * 365) }, {}],
    ['an SSN never given out', '/customer/ssn', { ssn: '666-12-3456' }, {}],
    ['a phone that is none', '/customer/mobilePhone', { mobilePhone: '12345' }, {}],
    [
      'a routing number with a wrong digit',
      '/bankAccount/routingNumber',
      {},
      { bankAccount: { routingNumber: '111000026', accountNumber: '12345678', accountType: 'checking' } },
    ],
    [
      'no consent',
      '/consents/creditDecision',
      {},
      { consents: { electronicDisclosures: true, creditDecision: false } },
    ],
    ['the store of another retailer', '/storeId', {}, { storeId: 'sto_albany' }],
    ['an unknown field', '/referrer', {}, { referrer: 'x' }],
  ])('with %s, naming the field', async (_what, pointer, customerChanges, changes) => {
    const answer = await bestsofa.post('/v1/applications', leases.applicationBody(customerChanges, changes));
    const { errors } = expectProblem(answer, 400, 'VALIDATION_FAILED');
    expect(errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
  });
});

describe('a delivery is refused', () => {
  let lease: leases.Contracts;
  let signedOn = '';
  let today = '';
  const refused = async (deliveredOn: string, more = {}): Promise<Answer> => {
    const answer = await leases.deliver(bestsofa, lease, deliveredOn, more);
    expect((await bestsofa.get(lease.path)).body).toMatchObject({
      status: 'lease_accepted',
      fundingScheduledFor: null,
    });
    return answer;
  };

  beforeAll(async () => {
    lease = await leases.accepted(bestsofa, customer);
    signedOn = await leases.leaseToday(bestsofa, lease);
    await leases.advance(bestsofa, lease.leaseId, { days: 36 });
    today = plusDays(signedOn, 36);
  });

  it('31 days back or ahead', async () => {
    for (const days of [-31, 31])
      expectProblem(await refused(plusDays(today, days)), 422, 'DELIVERY_DATE_OUT_OF_WINDOW');
  });

  it('that is both too old and before the signature, for its window', async () => {
    expectProblem(await refused(plusDays(signedOn, -1)), 422, 'DELIVERY_DATE_OUT_OF_WINDOW');
  });

  it('in part: fewer lines, fewer pieces, a line of another order', async () => {
    for (const lines of [
      [{ lineNumber: 1, quantity: 1 }],
      [
        { lineNumber: 1, quantity: 1 },
        { lineNumber: 3, quantity: 1 },
      ],
      [
        { lineNumber: 1, quantity: 2 },
        { lineNumber: 2, quantity: 1 },
      ],
    ]) {
      expectProblem(await refused(today, { lines }), 422, 'PARTIAL_DELIVERY');
    }
  });

  it('on a day that does not exist', async () => {
    expectProblem(await refused('2027-02-30'), 400, 'VALIDATION_FAILED');
  });

  it('before the signature', async () => {
    const young = await leases.accepted(bestsofa, customer);
    const dayBefore = plusDays(await leases.leaseToday(bestsofa, young), -1);
    expectProblem(await leases.deliver(bestsofa, young, dayBefore), 422, 'DELIVERED_BEFORE_SIGNED');
  });

  it('but not 30 days ahead, and then 30 days back', async () => {
    const ahead = await leases.deliver(bestsofa, lease, plusDays(today, 30));
    expect(ahead.body).toMatchObject({ status: 'lease_accepted', fundingScheduledFor: plusDays(today, 30) });
    const back = await leases.deliver(bestsofa, lease, plusDays(today, -30));
    expect(back.body).toMatchObject({ status: 'funded', deliveredOn: plusDays(today, -30), fundingScheduledFor: null });
  });
});

describe('a request is refused before any lease sees it', () => {
  const leaseOf = async () => `/v1/leases/${(await leases.apply(bestsofa)).leaseId}`;

  it('without a key, with a wrong one, or with one that lacks the scope', async () => {
    const path = await leaseOf();
    expectProblem(await customer.get(path), 401, 'UNAUTHENTICATED');
    const [keyId] = String(bestsofa.apiKey).split('.');
    const wrong = await customer.send('GET', path, { headers: { authorization: `Bearer ${keyId}.nonsense` } });
    expectProblem(wrong, 401, 'UNAUTHENTICATED');
    expect(wrong.headers['www-authenticate']).toContain('Bearer');
    expectProblem(await bestsofaReadOnly.post(`${path}/invoice`, invoiceBody()), 403, 'FORBIDDEN');
  });

  it('for a path that is none, a method that is not allowed, and a body of 257 KiB', async () => {
    const path = await leaseOf();
    expectProblem(await bestsofa.get('/v1/lease'), 404, 'NOT_FOUND');
    const patched = await bestsofa.send('PATCH', path, { body: {} });
    expectProblem(patched, 405, 'METHOD_NOT_ALLOWED');
    expect(patched.headers['allow']).toContain('GET');
    const huge = await bestsofa.send('POST', `${path}/invoice`, { raw: `{"a":"${'x'.repeat(257 * 1024)}"}` });
    expectProblem(huge, 413, 'BODY_TOO_LARGE');
    expectProblem(await bestsofa.send('POST', `${path}/invoice`, { raw: '{"a":' }), 400, 'VALIDATION_FAILED');
  });

  it('for a lease that does not exist, and for what cannot be the ID of one', async () => {
    for (const leaseId of ['4000000000', '0000001', '12345', '12345678901', 'abc']) {
      expectProblem(await bestsofa.get(`/v1/leases/${leaseId}`), 404, 'LEASE_NOT_FOUND');
    }
  });

  it('but Basic with the same key is as good as Bearer', async () => {
    const path = await leaseOf();
    const [keyId = '', secret = ''] = String(bestsofa.apiKey).split('.');
    const authorization = `Basic ${Buffer.from(`${keyId}:${secret}`).toString('base64')}`;
    expect((await customer.send('GET', path, { headers: { authorization } })).status).toBe(200);
  });

  it('and every answer carries the request ID that was sent', async () => {
    const answer = await bestsofa.send('GET', await leaseOf(), { headers: { 'x-request-id': 'till-7-0001' } });
    expect(answer.headers['x-request-id']).toBe('till-7-0001');
    expect(answer.headers['ratelimit-limit']).toBe('6000');
  });
});
