import fc from 'fast-check';
import { ERROR_CATALOGUE } from '../../domain/errors';
import { type Answer, type Caller, sharedSandbox } from '../support/e2e-client';
import { spoilt, written } from '../support/e2e-hostile';
import * as leases from '../support/e2e-leases';

const { bestsofa, support, operations, nobody: customer } = sharedSandbox();

interface Target {
  by: Caller;
  path: string;
  body: object;
}

/** Leases in the statuses in which a body is worth judging. */
async function targets(): Promise<Record<string, Target>> {
  const approved = `/v1/leases/${(await leases.apply(bestsofa)).leaseId}`;
  const asked = `/v1/leases/${(await leases.apply(bestsofa, { firstDigit: '6' })).leaseId}`;
  const denied = `/v1/leases/${(await leases.apply(bestsofa, { firstDigit: '7' })).leaseId}`;
  const unsigned = await leases.contracts(bestsofa);
  const signed = await leases.accepted(bestsofa, customer);
  const sha = (await customer.get(unsigned.signing)).body.agreementSha256;
  const decision = { decision: 'denied', approvalLimitCents: 90_000, reason: 'asked' };
  const documents = { documents: [{ kind: 'pay_stub', reference: 'd-1' }], decision: 'denied', approvalLimitCents: 1 };
  const deliveredOn = await leases.leaseToday(bestsofa, signed);
  const lines = [{ lineNumber: 1, quantity: 1 }];
  const clock = `/v1/sandbox/leases/${unsigned.leaseId}/clock`;
  const estimate = { storeId: 'sto_dallas', cashPriceCents: 100_000, payFrequency: 'monthly' };
  return {
    submitApplication: { by: bestsofa, path: '/v1/applications', body: leases.applicationBody() },
    submitInvoiceInformation: {
      by: bestsofa,
      path: `${approved}/invoice`,
      body: leases.invoiceBody({ deliveryState: 'TX' }),
    },
    submitDeliveryConfirmations: {
      by: bestsofa,
      path: `${signed.path}/delivery-confirmation`,
      body: { deliveredOn, lines, carrier: 'UPS', trackingNumber: '1Z' },
    },
    submitShipment: {
      by: bestsofa,
      path: `${signed.path}/shipments`,
      body: { lines, carrier: 'UPS', trackingNumber: '1Z', shippedOn: deliveredOn, deliveredOn },
    },
    lookupLease: {
      by: bestsofa,
      path: '/v1/leases/lookup',
      body: { last4Ssn: '6789', lastName: 'X', birthYear: 1990, birthMonth: 1 },
    },
    estimatePricing: { by: bestsofa, path: '/v1/pricing/estimate', body: estimate },
    submitSignature: {
      by: customer,
      path: `${unsigned.signing}/signature`,
      body: leases.signatureBody(sha, { cardToken: 'tok_declined' }),
    },
    openReview: { by: support, path: `${denied}/review`, body: { reason: 'asked' } },
    decideReview: { by: support, path: `${denied}/review/decision`, body: decision },
    submitDocuments: { by: support, path: `${asked}/documents`, body: documents },
    reinstateLease: { by: support, path: `${approved}/reinstatement`, body: { reason: 'asked' } },
    advanceClock: { by: bestsofa, path: clock, body: { advanceTo: '2001-01-01T00:00:00.000Z' } },
    runDaily: { by: operations, path: '/v1/sandbox/daily-run', body: { asOf: '2026-11-28' } },
  };
}

function expectSane({ status, headers, body, text }: Answer): void {
  expect(status).toBeLessThan(500);
  expect(headers['x-request-id']).toBeDefined();
  expect(text.length).toBeLessThan(100_000);
  if (status < 400) return;
  expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
  expect(Object.keys(ERROR_CATALOGUE)).toContain(body.code);
  expect(body.code !== 'VALIDATION_FAILED' || body.errors.length > 0).toBe(true);
}

describe('whatever is sent to a running system, it never fails', () => {
  let all: Record<string, Target> = {};
  const names = [
    ...[
      'submitApplication',
      'submitInvoiceInformation',
      'submitDeliveryConfirmations',
      'submitShipment',
      'lookupLease',
      'estimatePricing',
    ],
    ...[
      'submitSignature',
      'openReview',
      'decideReview',
      'submitDocuments',
      'reinstateLease',
      'advanceClock',
      'runDaily',
    ],
  ];
  beforeAll(async () => {
    all = await targets();
  });

  it('all targets are used', () => {
    expect(Object.keys(all)).toEqual(names);
  });

  it.each(names)('in the body of %s', async (name) => {
    const { by, path, body } = all[name] as Target;
    await fc.assert(
      fc.asyncProperty(spoilt(body), async (spoiltBody) => {
        expectSane(await by.send('POST', path, { raw: written(spoiltBody) }));
      }),
      { numRuns: 40 },
    );
  });

  it('in a path or a query', async () => {
    const noise = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('%00', '..', '%', '%ff', '__proto__'));
    const leaseId = (await leases.apply(bestsofa)).leaseId;
    await fc.assert(
      fc.asyncProperty(noise, noise, async (one, other) => {
        const [path, query] = [encodeURIComponent(one), new URLSearchParams({ [one]: other, cursor: other })];
        for (const url of [
          `/v1/leases/${path}`,
          `/v1/leases?${query.toString()}`,
          `/v1/leases/${leaseId}/messages/${path}`,
          `/v1/signing/${path}`,
        ]) {
          expectSane(await bestsofa.get(url));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('as raw bytes that are no JSON', async () => {
    const { path } = all['submitInvoiceInformation'] as Target;
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        expectSane(await bestsofa.send('POST', path, { raw: Buffer.from(bytes) }));
      }),
      { numRuns: 40 },
    );
    const deep = await bestsofa.send('POST', path, { raw: `${'['.repeat(50_000)}${']'.repeat(50_000)}` });
    expect(deep.status).toBe(400);
  });

  it('and afterwards it is as well as before', async () => {
    expect((await customer.get('/readyz')).body).toEqual({ database: true, temporal: true, migrations: true });
    expect(Object.prototype).not.toHaveProperty('polluted');
    expect((await leases.funded(bestsofa, customer)).leaseId).toMatch(/^\d{10}$/);
    expect((await operations.get('/metrics')).text).not.toMatch(/status="5\d\d"/);
  });
});
