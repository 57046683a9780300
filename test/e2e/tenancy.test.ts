import { type Answer, type Caller, sharedSandbox } from '../support/e2e-client';
import { COMMERCE_OPERATIONS, LEASE_READERS, type OperationRow, type Role } from '../support/e2e-commerce-operations';
import * as leases from '../support/e2e-leases';

const sandbox = sharedSandbox();
const { bestsofa, acme, nobody: customer } = sandbox;
const UNKNOWN = '4999999999';
const REASON = { reason: 'asked' };
const SHA = 'a'.repeat(64);
const RETURN = { authorizationCode: 'RA1', actionType: 'return', returnedOn: '2026-11-24' };

const REPORT_READERS: Role[] = ['bestsofa', 'bestsofaReadOnly', 'acme', 'operations'];
/** Nothing in this file runs a day or changes a merchant: others share the system. */
const NO_FUNDING_RUN = 'FRUN-2020-01-02';
const NO_MERCHANT = '/v1/merchants/mer_nobody';
const NO_ENDPOINT = `/v1/webhook-endpoints/whe_${'0'.repeat(32)}`;
const ACCOUNT = { routingNumber: '121042882', accountNumber: '000123456789', accountType: 'checking' };

/** Every operation, with a body that is well-formed, and who may use it on a lease of BestSofa's. */
const OPERATIONS: OperationRow[] = [
  ['submitApplication', 'POST', '/v1/applications', 'application', ['bestsofa', 'acme']],
  ['requestLeaseInformation', 'GET', '', undefined, ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care']],
  [
    'listLeases',
    'GET',
    '/v1/leases',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care'],
  ],
  [
    'lookupLease',
    'POST',
    '/v1/leases/lookup',
    { last4Ssn: '0001', mobilePhone: '2145550100' },
    ['bestsofa', 'bestsofaReadOnly', 'acme'],
  ],
  ['submitInvoiceInformation', 'POST', '/invoice', leases.invoiceBody(), ['bestsofa']],
  [
    'requestLeasePricing',
    'GET',
    '/pricing',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care'],
  ],
  ['cancelContract', 'DELETE', '/contract', undefined, ['bestsofa']],
  ['submitDeliveryConfirmations', 'POST', '/delivery-confirmation', { deliveredOn: '2027-01-01' }, ['bestsofa']],
  ['submitShipment', 'POST', '/shipments', { lines: [{ lineNumber: 1, quantity: 1 }] }, ['bestsofa']],
  ['confirmShipment', 'PATCH', '/shipments/shp_1', { deliveredOn: '2027-01-01' }, ['bestsofa']],
  ['listShipments', 'GET', '/shipments', undefined, LEASE_READERS],
  ['requestReturnAuthorization', 'POST', '/return-authorization', undefined, ['bestsofa']],
  ['submitLeaseReturn', 'POST', '/returns', RETURN, ['bestsofa']],
  ['listReturns', 'GET', '/returns', undefined, LEASE_READERS],
  ['attachCreditInvoice', 'POST', '/returns/RET-0-1/credit-invoice', 'file', ['bestsofa']],
  ['requestCreditInvoice', 'GET', '/returns/RET-0-1/credit-invoice', undefined, LEASE_READERS],
  ['requestPurchaseOption', 'GET', '/purchase-option', undefined, LEASE_READERS],
  ['submitPayment', 'POST', '/payments', { amountCents: 1, cardToken: 'tok_ok' }, ['bestsofa']],
  ['cancelPayment', 'DELETE', '/payments/PAY-1', undefined, ['bestsofa']],
  ['acceptPurchase', 'POST', '/purchase-option/acceptance', { quoteId: 'QTE-1', cardToken: 'tok_ok' }, ['bestsofa']],
  [
    'requestStatusWithDeliveryConfirmation',
    'GET',
    '/delivery-status',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care'],
  ],
  [
    'requestPaymentSchedule',
    'GET',
    '/payment-schedule',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care'],
  ],
  [
    'requestPaymentHistory',
    'GET',
    '/payments',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care'],
  ],
  ['requestFees', 'GET', '/fees', undefined, ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care']],
  ['listDocuments', 'GET', '/documents', undefined, ['care']],
  ['requestDocument', 'GET', '/v1/documents/doc_0_signed_agreement_1', undefined, ['care']],
  ['requestTimeline', 'GET', '/timeline', undefined, ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care']],
  [
    'requestMessage',
    'GET',
    '/messages/msg_0',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'support', 'operations', 'care'],
  ],
  ['requestCustomer', 'GET', '/customer', undefined, ['care']],
  ['openReview', 'POST', '/review', REASON, ['support']],
  ['decideReview', 'POST', '/review/decision', { decision: 'denied', ...REASON }, ['support']],
  [
    'submitDocuments',
    'POST',
    '/documents',
    { documents: [{ kind: 'photo_id', reference: 'd1' }], decision: 'denied' },
    ['support'],
  ],
  ['reinstateLease', 'POST', '/reinstatement', REASON, ['support']],
  [
    'estimatePricing',
    'POST',
    '/v1/pricing/estimate',
    { storeId: 'sto_dallas', cashPriceCents: 100_000, payFrequency: 'monthly' },
    ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care'],
  ],
  [
    'requestAgreement',
    'GET',
    `/v1/signing/${'t'.repeat(43)}`,
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care', 'nobody'],
  ],
  [
    'submitSignature',
    'POST',
    `/v1/signing/${'t'.repeat(43)}/signature`,
    leases.signatureBody(SHA),
    ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care', 'nobody'],
  ],
  ['advanceClock', 'POST', 'clock', { advanceDays: 1 }, ['bestsofa']],
  ['setDecisionEngine', 'PUT', '/v1/sandbox/decision-engine', { available: 'maybe' }, ['operations']],
  ['runDaily', 'POST', '/v1/sandbox/daily-run', { asOf: '2026-11-28' }, ['operations']],
  ['takeBankFile', 'POST', '/v1/sandbox/bank/files', {}, ['operations']],
  ['listFundings', 'GET', '/v1/fundings', undefined, REPORT_READERS],
  ['listFundingRuns', 'GET', '/v1/funding-runs', undefined, REPORT_READERS],
  ['requestFundingRun', 'GET', `/v1/funding-runs/${NO_FUNDING_RUN}`, undefined, REPORT_READERS],
  ['requestFundingReport', 'GET', `/v1/funding-runs/${NO_FUNDING_RUN}/report.csv`, undefined, REPORT_READERS],
  ['submitFundingFile', 'POST', '/v1/funding-files', 'file', ['bestsofa', 'acme']],
  ['listFundingFiles', 'GET', '/v1/funding-files', undefined, [...LEASE_READERS, 'acme']],
  ['requestReceivedFile', 'GET', '/v1/funding-files/FFL-0', undefined, [...LEASE_READERS, 'acme']],
  ['requestFundingFile', 'GET', `/v1/funding-runs/${NO_FUNDING_RUN}/file`, undefined, ['operations']],
  ['releaseFundingRun', 'POST', `/v1/funding-runs/${NO_FUNDING_RUN}/release`, undefined, ['operations']],
  ['requestCollectionRun', 'GET', '/v1/collection-runs/CRUN-2020-01-02', undefined, ['operations']],
  ['requestCollectionFile', 'GET', '/v1/collection-runs/CRUN-2020-01-02/file', undefined, ['operations']],
  ['requestMerchantAccount', 'GET', `${NO_MERCHANT}/bank-account`, undefined, ['operations']],
  ['proposeMerchantAccount', 'PUT', `${NO_MERCHANT}/bank-account`, ACCOUNT, ['operations']],
  ['confirmMerchantAccount', 'POST', `${NO_MERCHANT}/bank-account/confirmation`, undefined, ['operations']],
  ['createWebhookEndpoint', 'POST', '/v1/webhook-endpoints', {}, ['bestsofa', 'acme']],
  ['listWebhookEndpoints', 'GET', '/v1/webhook-endpoints', undefined, ['bestsofa', 'acme']],
  ['requestWebhookEndpoint', 'GET', NO_ENDPOINT, undefined, ['bestsofa', 'acme']],
  ['changeWebhookEndpoint', 'PATCH', NO_ENDPOINT, { state: 'disabled' }, ['bestsofa', 'acme']],
  ['deleteWebhookEndpoint', 'DELETE', NO_ENDPOINT, undefined, ['bestsofa', 'acme']],
  ['rotateWebhookSecret', 'POST', `${NO_ENDPOINT}/rotate-secret`, undefined, ['bestsofa', 'acme']],
  ['listWebhookDeliveries', 'GET', `${NO_ENDPOINT}/deliveries`, undefined, ['bestsofa', 'acme']],
  ['replayWebhookDelivery', 'POST', `${NO_ENDPOINT}/deliveries/whd_0/replay`, undefined, ['bestsofa', 'acme']],
  ['replayWebhookDeliveries', 'POST', `${NO_ENDPOINT}/replay`, {}, ['bestsofa', 'acme']],
  ...COMMERCE_OPERATIONS,
  ['setProgram', 'PUT', `${NO_MERCHANT}/program`, {}, ['operations']],
  ['setEmbedOrigins', 'PUT', `${NO_MERCHANT}/embed-origins`, {}, ['operations']],
  [
    'checkHealth',
    'GET',
    '/healthz',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care', 'nobody'],
  ],
  [
    'checkReadiness',
    'GET',
    '/readyz',
    undefined,
    ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care', 'nobody'],
  ],
  ['requestMetrics', 'GET', '/metrics', undefined, ['operations']],
];
/** Who holds a key with the scope that an operation on a lease asks for, and is still kept out by the tenant. */
const SCOPED_STRANGERS = new Set(['acme']);

function call(by: Caller, [, verb, path, body]: (typeof OPERATIONS)[number], leaseId: string): Promise<Answer> {
  if (body === 'file') {
    const headers = { 'content-type': 'application/pdf' };
    return by.send(verb, pathOf(path, leaseId), { raw: Buffer.from('%PDF-1.7'), headers });
  }
  const ofLease = body === undefined ? body : JSON.parse(JSON.stringify(body).replaceAll('LEASE', leaseId));
  return by.send(verb, pathOf(path, leaseId), { body: body === 'application' ? leases.applicationBody() : ofLease });
}

function pathOf(path: string, leaseId: string): string {
  if (path === 'clock') return `/v1/sandbox/leases/${leaseId}/clock`;
  const isWhole = /^\/(v1|api|healthz|readyz|metrics)/.test(path);
  return isWhole ? path.replace('LEASE', leaseId) : `/v1/leases/${leaseId}${path}`;
}

/** An answer without what names the request and its path. */
function essence({ status, body }: Answer): object {
  const { requestId: _requestId, instance: _instance, ...rest } = body;
  return { status, ...rest };
}

describe('every operation by every kind of caller', () => {
  it('is in this table', async () => {
    const { body } = await customer.get('/openapi.json');
    const documented = Object.values<Record<string, { operationId?: string }>>(body.paths).flatMap(Object.values);
    const ids = documented.map((operation: { operationId?: string }) => operation.operationId).filter(Boolean);
    expect(ids.sort()).toEqual(OPERATIONS.map(([operationId]) => operationId).sort());
  });

  describe.each(OPERATIONS)('%s', (...operation) => {
    const [operationId, , path, body, allowed] = operation;
    const isOnALease = pathOf(path, UNKNOWN).includes(UNKNOWN) || JSON.stringify(body ?? '').includes('LEASE');

    it('is for those who may, and nobody else', async () => {
      const { leaseId } = await leases.apply(bestsofa);
      const roles: Role[] = ['bestsofa', 'bestsofaReadOnly', 'acme', 'support', 'operations', 'care', 'nobody'];
      for (const role of roles) {
        const { status } = await call(sandbox[role], operation, leaseId);
        const stands = `${operationId} by ${role}: ${status}`;
        if (role === 'nobody' && !allowed.includes('nobody')) expect(stands).toBe(`${operationId} by nobody: 401`);
        else if (allowed.includes(role)) expect([401, 403, 500]).not.toContain(status);
        else if (isOnALease && SCOPED_STRANGERS.has(role)) expect([403, 404]).toContain(status);
        else expect(stands).toBe(`${operationId} by ${role}: 403`);
      }
    });

    if (!isOnALease) return;
    it("answers for another retailer's lease exactly as for one that does not exist", async () => {
      const { leaseId } = await leases.funded(bestsofa, customer);
      const before = (await bestsofa.get(`/v1/leases/${leaseId}`)).text;
      const events = (await leases.timelineTypes(bestsofa, leaseId)).length;
      const [theirs, nowhere] = [await call(acme, operation, leaseId), await call(acme, operation, UNKNOWN)];
      expect(essence(theirs)).toEqual(essence(nowhere));
      expect(theirs.text).not.toContain('mer_bestsofa');
      const wrongBody = (id: string) => acme.send(operation[1], pathOf(path, id), { body: { nonsense: true } });
      if (operation[1] !== 'GET') expect(essence(await wrongBody(leaseId))).toEqual(essence(await wrongBody(UNKNOWN)));
      expect((await bestsofa.get(`/v1/leases/${leaseId}`)).text).toBe(before);
      expect(await leases.timelineTypes(bestsofa, leaseId)).toHaveLength(events);
    });
  });

  it('finds no lease of another retailer in lists, filters, look-ups or by its keys', async () => {
    const ssn = leases.newSsn();
    const invoice = leases.invoiceBody({ invoiceNumber: `ONLY-${ssn}` });
    const { leaseId } = await leases.apply(bestsofa, { customer: { ssn, mobilePhone: '2145550177' } });
    await leases.invoiced(bestsofa, leaseId, invoice);
    const found = async (by: Caller, query: string) => JSON.stringify((await by.get(`/v1/leases?${query}`)).body.data);
    for (const query of ['limit=100', `invoiceNumber=ONLY-${ssn}`, 'storeId=sto_dallas', 'status=contracts']) {
      expect(await found(acme, query)).not.toContain(leaseId);
      expect(await found(bestsofa, query)).toContain(leaseId);
    }
    const last4Ssn = ssn.slice(-4);
    for (const key of [{ leaseId }, { mobilePhone: '2145550177' }]) {
      expect((await acme.post('/v1/leases/lookup', { last4Ssn, ...key })).status).toBe(204);
      expect((await bestsofa.post('/v1/leases/lookup', { last4Ssn, ...key })).status).toBe(200);
    }
  });

  it('shows the customer masked, to care alone', async () => {
    const { leaseId } = await leases.apply(bestsofa, {
      customer: { ssn: '512345678', email: 'maria.pena@example.com' },
    });
    const { text } = await sandbox.care.get(`/v1/leases/${leaseId}/customer`);
    for (const secret of ['512345678', '512-34', 'maria.pena', 'Ruiz', '000123456789', '12 Elm']) {
      expect(text).not.toContain(secret);
    }
    expect(text).toContain('5678');
  });
});
