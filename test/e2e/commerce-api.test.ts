import { sharedSandbox } from '../support/e2e-client';
import { plusDays, todayIn } from '../support/e2e-dates';
import { Ledger } from '../support/e2e-ledger';
import * as leases from '../support/e2e-leases';

const sandbox = sharedSandbox();
const { bestsofa, acme, nobody: customer } = sandbox;
const ledger = new Ledger(sandbox);
afterAll(async () => {
  await ledger.assertBooks();
  await ledger.close();
});

const american = (on: string): string => `${on.slice(5, 7)}-${on.slice(8)}-${on.slice(0, 4)}`;
const basic = { authorization: `Basic ${Buffer.from(String(bestsofa.apiKey).replace('.', ':')).toString('base64')}` };

/** As a program of the incumbent's: Basic auth, no Idempotency-Key. */
const call = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) =>
  bestsofa.send(method, `/api/v1/application${path}`, { body, idempotencyKey: null, headers: basic });

const today = todayIn('America/Chicago');

function application() {
  const { customer: person, income, bankAccount } = leases.applicationBody() as Record<string, Record<string, unknown>>;
  return {
    store: { progressiveMerchantId: 7, merchantStoreId: 'sto_dallas' },
    customer: { ...person, dateOfBirth: '04-17-1990' },
    income: {
      monthlyIncome: 1200,
      payFrequency: 'biweekly',
      lastPaidDate: american(String(income?.['lastPaidOn'])),
      nextPaidDate: american(String(income?.['nextPaidOn'])),
    },
    bank: bankAccount,
  };
}

const cart = (applicationId: string, price: number) => ({
  applicationId,
  merchantTransactionId: 'PO-1',
  cartTotal: price,
  items: [{ lineNumber: 1, sku: 'A', description: 'Sofa', priceEach: price, quantity: 1, lineTotal: price }],
});

async function sign(eSignUrl: string): Promise<void> {
  const token = new URL(eSignUrl).pathname.replace('/sign/', '/v1/signing/');
  const { agreementSha256 } = leases.expectStatus(await customer.get(token), 200).body;
  leases.expectStatus(await customer.post(`${token}/signature`, leases.signatureBody(agreementSha256)), 200);
}

describe('a lease in the incumbent’s words, from application to return', () => {
  it('is the same lease, and nothing of it needs our own API', async () => {
    const body = application();
    const decided = leases.expectStatus(await call('POST', '', body), 200).body;
    expect(decided).toMatchObject({ status: 'Approved', approvalAmount: 1200 });
    const { applicationId } = decided;
    expect((await call('POST', '', body)).body.applicationId).toBe(applicationId);
    const status = async () => (await call('GET', `/status?applicationId=${applicationId}`)).body.appStatus;

    const placed = leases.expectStatus(await call('POST', '/cart', cart(applicationId, 450.25)), 200).body;
    expect(placed).toMatchObject({ cartId: 1, invoiceTotal: 450.25, costOfRental: 450.25, totalNumberOfPayments: 26 });
    expect((await call('POST', '/cart', cart(applicationId, 450.25))).body.cartId).toBe(1);
    expect((await call('POST', '/cart', cart(applicationId, 500))).body.cartId).toBe(2);
    expect((await call('POST', '/cart', cart(applicationId, 450.25))).body.cartId).toBe(3);

    expect((await call('POST', '/cart/delivery', { applicationId, deliveryDate: american(today) })).status).toBe(409);
    const { eSignUrl } = leases.expectStatus(await call('GET', `/contract?applicationId=${applicationId}`), 200).body;
    await sign(eSignUrl);
    expect(await status()).toMatchObject({ status: 'Lease Accepted', isOkToDeliver: true });

    const delivery = { applicationId, deliveryDate: american(today), shippingProvider: 'UPS', trackingId: '1Z' };
    expect((await call('POST', '/cart/delivery', delivery)).status).toBe(204);
    expect((await call('POST', '/cart/delivery', delivery)).status).toBe(204);
    expect((await status()).status).toBe('Funded');

    const wrong = { applicationId, dateOfReturn: `${today}T10:00:00.000Z`, authorizationCode: 'NOPE' };
    expect((await call('POST', '/return', wrong)).body.returnLeaseInfo).toMatchObject({ isSuccess: false });
    const available = await call('POST', `/return/availability?applicationId=${applicationId}`);
    expect(available.body.merchandiseReturnAuthorization).toMatchObject({ isReturnEligible: true });
    const returned = { applicationId, dateOfReturn: `${today}T10:00:00.000Z` };
    const posted = (await call('POST', '/return', returned)).body.returnLeaseInfo;
    expect(posted).toMatchObject({ isSuccess: true, merchantDebitAmount: 450.25 });
    expect((await call('POST', '/return', returned)).body.returnLeaseInfo).toEqual(posted);
  });

  it('is called off, ordered anew and called off again: each is a request of its own', async () => {
    const { applicationId } = (await call('POST', '', application())).body;
    for (const _ of [1, 2]) {
      leases.expectStatus(await call('POST', '/cart', cart(applicationId, 300)), 200);
      expect((await call('DELETE', `/contract?applicationId=${applicationId}`)).status).toBe(204);
      expect((await call('DELETE', `/contract?applicationId=${applicationId}`)).status).toBe(204);
    }
    const types = await leases.timelineTypes(bestsofa, applicationId);
    expect(types.filter((type) => type === 'contract.cancelled')).toHaveLength(2);
  });

  it('does not exist for another retailer, in any route', async () => {
    const { applicationId } = (await call('POST', '', application())).body;
    const foreign = [
      await acme.get(`/api/v1/application/status?applicationId=${applicationId}`),
      await acme.post('/api/v1/application/cart', cart(applicationId, 300)),
      await acme.post('/api/v1/application/cart/delivery', {
        applicationId,
        deliveryDate: american(plusDays(today, 1)),
      }),
      await acme.post('/api/v1/application/return', { applicationId, dateOfReturn: american(today) }),
    ];
    expect(foreign.map(({ status, body }) => [status, body.code])).toEqual(foreign.map(() => [404, 'LEASE_NOT_FOUND']));
  });
});
