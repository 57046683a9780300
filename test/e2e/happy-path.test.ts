import { type Answer, sharedSandbox } from '../support/e2e-client';
import { at, localDate, plusDays } from '../support/e2e-dates';
import { applicationBody, invoiceBody, signatureBody, timeline } from '../support/e2e-leases';

const CHICAGO = 'America/Chicago';
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const anInstant = expect.stringMatching(INSTANT);

/** Worked example A of domain.md, biWeekly: written down here, not computed. */
const PRICING = {
  cashPriceCents: 100_000,
  costOfLeaseCents: 100_000,
  totalToOwnCents: 200_000,
  initialPaymentCents: 4_900,
  payFrequency: 'biWeekly',
  numberOfPayments: 26,
  paymentCents: 7_504,
  lastPaymentCents: 7_500,
  ninetyDayBuyoutCents: 100_000,
};

describe('a lease goes from application to Funded over HTTP', () => {
  const { bestsofa: retailer, nobody: customer } = sharedSandbox();
  let leaseId = '';
  let expected: Record<string, unknown> = {};
  let signing = '';
  let today = '';

  /** The answer to the command, and the read that follows it, are the expected lease, whole. */
  async function expectLease(answer: Answer, status: number, extra: Record<string, unknown> = {}) {
    expect({ status: answer.status, body: answer.body }).toEqual({ status, body: { ...expected, ...extra } });
    expect((await retailer.get(`/v1/leases/${leaseId}`)).body).toEqual(expected);
  }

  it('is approved with an ID of ten digits, for 90 days of its store', async () => {
    const answer = await retailer.post('/v1/applications', applicationBody());
    leaseId = answer.body.leaseId;
    expect(leaseId).toMatch(/^[1-9]\d{9}$/);
    today = localDate(answer.body.createdAt, CHICAGO);
    expected = {
      leaseId,
      status: 'approved',
      statusLabel: 'Approved',
      version: 1,
      merchantId: 'mer_bestsofa',
      storeId: 'sto_dallas',
      approvalLimitCents: 120_000,
      approvalExpiresAt: at(plusDays(today, 91), '00:00', CHICAGO),
      contractsExpireAt: null,
      invoiceNumber: null,
      invoiceTotalCents: null,
      isOkToDeliver: false,
      fundingScheduledFor: null,
      deliveredOn: null,
      fundedAt: null,
      fundingState: 'not_eligible',
      servicingState: null,
      createdAt: anInstant,
      updatedAt: anInstant,
    };
    await expectLease(answer, 201);
  });

  it('is Contracts, priced and with a signing link, once it has its invoice', async () => {
    const answer = await retailer.post(`/v1/leases/${leaseId}/invoice`, invoiceBody());
    expected = {
      ...expected,
      status: 'contracts',
      statusLabel: 'Contracts',
      version: 2,
      contractsExpireAt: at(plusDays(today, 61), '00:00', CHICAGO),
      invoiceNumber: 'INV-1',
      invoiceTotalCents: 100_000,
    };
    const signingUrl = expect.stringMatching(/^\/sign\/[A-Za-z0-9_-]{22,}$/);
    await expectLease(answer, 200, { pricing: PRICING, signingUrl });
    signing = String(answer.body.signingUrl).replace('/sign/', '/v1/signing/');

    const pricing = await retailer.get(`/v1/leases/${leaseId}/pricing`);
    expect(pricing.body).toEqual({ ...PRICING, firstDueOn: null });
  });

  it('shows the customer every amount and date before the signature', async () => {
    const { status, body } = await customer.get(signing);
    expect({ status, language: body.language }).toEqual({ status: 200, language: 'en' });
    expect(body.agreementSha256).toMatch(/^[0-9a-f]{64}$/);
    const shown = JSON.stringify(body);
    for (const text of ['Ana Ruiz', 'BestSofa', 'Sofa, three seats', '$2,000.00', '$75.04', '$75.00', '$49.00']) {
      expect(shown).toContain(text);
    }
  });

  it('is Lease Accepted and OK to deliver when it is signed and the initial payment is in', async () => {
    const { agreementSha256 } = (await customer.get(signing)).body;
    const signed = await customer.post(`${signing}/signature`, signatureBody(agreementSha256));
    expect({ status: signed.status, answered: signed.body.status }).toEqual({
      status: 200,
      answered: 'lease_accepted',
    });
    expected = {
      ...expected,
      status: 'lease_accepted',
      statusLabel: 'Lease Accepted',
      version: 4,
      isOkToDeliver: true,
    };
    await expectLease(await retailer.get(`/v1/leases/${leaseId}`), 200);
    expect((await retailer.get(`/v1/leases/${leaseId}/delivery-status`)).body).toEqual({
      status: 'lease_accepted',
      statusLabel: 'Lease Accepted',
      isOkToDeliver: true,
      deliveredOn: null,
      fundingScheduledFor: null,
    });
  });

  it('is Funded when the whole order is delivered', async () => {
    const lines = [
      { lineNumber: 1, quantity: 1 },
      { lineNumber: 2, quantity: 1 },
    ];
    const more = { carrier: 'UPS', trackingNumber: '1Z999AA10123456784', lines };
    const answer = await retailer.post(`/v1/leases/${leaseId}/delivery-confirmation`, { deliveredOn: today, ...more });
    expected = {
      ...expected,
      status: 'funded',
      statusLabel: 'Funded',
      version: 5,
      deliveredOn: today,
      fundedAt: anInstant,
      fundingState: 'eligible',
      servicingState: 'active',
    };
    await expectLease(answer, 200);
  });

  it('has 26 payments from the first payday at least seven days after delivery, and exactly what is left of the total', async () => {
    const { body } = await retailer.get(`/v1/leases/${leaseId}/payment-schedule`);
    const firstDueOn = plusDays(localDate(new Date().toISOString(), 'America/New_York'), 10);
    const due = Array.from({ length: 26 }, (_, index) => plusDays(firstDueOn, 14 * index));
    expect(body).toEqual({
      payments: due.map((dueOn, index) => ({
        paymentId: expect.any(String),
        number: index + 1,
        dueOn,
        amountCents: index < 25 ? 7_504 : 7_500,
        state: 'scheduled',
      })),
      totalCents: 195_100,
      initialPaymentCents: 4_900,
    });
    expect((await retailer.get(`/v1/leases/${leaseId}/pricing`)).body).toEqual({ ...PRICING, firstDueOn });
  });

  it('has told all of it in its timeline, in order, with who did it', async () => {
    const events: Record<string, unknown>[] = await timeline(retailer, leaseId);
    expect(events.map(({ type, channel }) => `${String(type)} by ${String(channel)}`)).toEqual([
      'application.submitted by api',
      'lease.approved by api',
      'invoice.submitted by api',
      'lease.contracts by api',
      'agreement.signed by signing',
      'initial_payment.captured by signing',
      'lease.contracts_received by signing',
      'lease.lease_accepted by system',
      'delivery.confirmed by api',
      'lease.funded by api',
      'funding.payable by system',
      'schedule.created by system',
    ]);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    for (const event of events) {
      expect(event).toEqual({
        sequence: expect.any(Number),
        type: expect.any(String),
        at: anInstant,
        actor: expect.stringMatching(/./),
        channel: expect.any(String),
        data: expect.any(Object),
      });
    }
    expect(events.map((event) => event['at'])).toEqual(events.map((event) => event['at']).sort());
  });
});
