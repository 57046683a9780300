import { createApp } from '../../../api/app';
import type { LeaseCommand, LeaseCommands } from '../../../api/ports';
import { accepted, fakeCommands, fakeDeps, leaseView } from '../support/fake-ports';
import { COMMERCE_BODIES } from '../support/commerce-bodies';
import { callOperation } from '../support/requests';

/** An app that writes down which native commands a route asks for, and answers them like the native ones. */
function listening(over: Partial<LeaseCommands> = {}) {
  const asked: (Partial<LeaseCommand> & { body: unknown })[] = [];
  const commands = fakeCommands();
  const app = createApp(
    fakeDeps({
      commands: {
        ...commands,
        apply: async (command) => (
          asked.push(command),
          accepted(leaseView({ status: 'denied', statusLabel: 'Denied' }))
        ),
        submit: async (command) => (asked.push(command), await commands.submit(command)),
        ...over,
      },
    }),
  );
  return { app, asked };
}

const refusal = (code: 'RETURN_NOT_ELIGIBLE' | 'RETURN_AUTHORIZATION_MISMATCH' | 'ILLEGAL_TRANSITION') => ({
  submit: async () =>
    ({ outcome: 'refused', replayed: false, code, detail: 'no', from: 'contracts', event: 'e' }) as const,
});

describe('a retailer who speaks to the incumbent', () => {
  it('applies in dollars and American dates, and is answered with the decision in the body', async () => {
    const { app, asked } = listening();
    const { status, body } = await callOperation(app, 'commerceSubmitApplication');
    expect(status).toBe(200);
    expect(body).toEqual({
      ...{ applicationId: '4821907735', status: 'Approved', approvalAmount: 1200 },
      appStatus: { applicationId: '4821907735', status: 'Approved', approvalAmount: 1200, isOkToDeliver: false },
    });
    expect(asked[0]).toMatchObject({
      operationId: 'submitApplication',
      body: {
        storeId: 'S-1',
        language: 'es',
        customer: { dateOfBirth: '1990-02-28' },
        income: { monthlyIncomeCents: 300_050, payFrequency: 'biWeekly', lastPaidOn: '2026-11-20' },
        bankAccount: { accountType: 'checking' },
      },
    });
  });

  it('sends a cart in decimals, of which not a cent is lost', async () => {
    const { app, asked } = listening();
    const items = [
      { lineNumber: 1, sku: 'A', description: 'Lamp', priceEach: 0.29, quantity: 3, lineTotal: 0.87 },
      { lineNumber: 2, sku: 'B', description: 'Bed', priceEach: '1299.99', quantity: 1, lineTotal: 1299.99 },
    ];
    const cart = { ...COMMERCE_BODIES.commerceSubmitCart, items, cartTotal: 1300.86 };
    const { status, body } = await callOperation(app, 'commerceSubmitCart', { body: cart });
    expect(status).toBe(200);
    expect(asked[0]).toMatchObject({
      operationId: 'submitInvoiceInformation',
      body: { invoiceTotalCents: 130_086, lines: [{ priceEachCents: 29, lineTotalCents: 87, category: 'other' }, {}] },
      report: { event: 'invoiceSubmitted', invoice: { invoiceTotalCents: 130_086 } },
    });
    // Example A of domain.md 3.1, by the incumbent's names (C4: the initial payment is counted twice).
    expect(body).toMatchObject({
      ...{ cartId: 1, cashPrice: 1000, costOfRental: 1000, invoiceTotal: 1000, effectiveLeaseBalance: 2000 },
      ...{ initialPaymentAmount: 49, initialBalance: 2049, ninetyDayBuyout: 951, totalNumberOfPayments: 26 },
    });
    expect(body).not.toHaveProperty('nextPaymentDate');
  });

  it.each([1.005, '1,000.00', 'a', -1, 1e21, null])('a total of %p is no amount', async (cartTotal) => {
    const { app, asked } = listening();
    const body = { ...COMMERCE_BODIES.commerceSubmitCart, cartTotal };
    const answer = await callOperation(app, 'commerceSubmitCart', { body });
    expect(answer.status).toBe(400);
    expect(answer.body.errors[0].pointer).toBe('/cartTotal');
    expect(asked).toEqual([]);
  });

  it.each(['11-24-2026', '2026-11-24', '2026-11-24T23:04:17.199Z'])('a day may be written %s', async (deliveryDate) => {
    const { app, asked } = listening();
    const body = { ...COMMERCE_BODIES.commerceConfirmDelivery, deliveryDate };
    const answer = await callOperation(app, 'commerceConfirmDelivery', { body });
    expect(answer.status).toBe(204);
    expect(asked[0]).toMatchObject({
      operationId: 'submitDeliveryConfirmations',
      body: { deliveredOn: '2026-11-24', carrier: 'UPS', trackingNumber: '1Z' },
      report: { event: 'deliveryConfirmed', deliveredOn: '2026-11-24' },
    });
  });

  it.each(['24-11-2026', '02-30-2026', '11/24/2026', ''])('%p is no day', async (deliveryDate) => {
    const { app } = listening();
    const body = { ...COMMERCE_BODIES.commerceConfirmDelivery, deliveryDate };
    expect((await callOperation(app, 'commerceConfirmDelivery', { body })).status).toBe(400);
  });

  it('finds a customer by number or text, and is answered 204 when there is none', async () => {
    const { app } = listening();
    const found = await callOperation(app, 'commerceLookup');
    expect(found.body.applications[0]).toMatchObject({ applicationId: '4821907735', status: 'Approved' });
    const none = await callOperation(app, 'commerceLookup', { body: { last4SSN: '0001', mobilePhone: '2145550134' } });
    expect(none.status).toBe(204);
  });

  it('a refused return is HTTP 200 with isSuccess false; an accepted one says what it moved', async () => {
    const good = await callOperation(listening().app, 'commerceSubmitReturn');
    expect(good.body.returnLeaseInfo).toMatchObject({ isSuccess: true, errorCode: null });
    const { app } = listening(refusal('RETURN_AUTHORIZATION_MISMATCH'));
    const { status, body } = await callOperation(app, 'commerceSubmitReturn', {
      body: { ...COMMERCE_BODIES.commerceSubmitReturn, authorizationCode: 'WRONG' },
    });
    expect(status).toBe(200);
    expect(body.returnLeaseInfo).toMatchObject({ isSuccess: false, errorCode: 'RETURN_AUTHORIZATION_MISMATCH' });
  });

  it('a lower price is the new price of the line, and a higher one is handed on to be refused', async () => {
    const { app, asked } = listening();
    const adjusted = (lineTotal: number) => ({
      ...COMMERCE_BODIES.commerceSubmitReturn,
      actionType: 'PriceAdj',
      merchandiseItems: [{ lineNumber: 1, lineTotal }],
    });
    await callOperation(app, 'commerceSubmitReturn', { body: adjusted(950) });
    await callOperation(app, 'commerceSubmitReturn', { body: adjusted(1010) });
    expect(asked.map(({ body }) => (body as { lines: unknown }).lines)).toEqual([
      [{ lineNumber: 1, amountCents: 5_000 }],
      [{ lineNumber: 1, amountCents: -1_000 }],
    ]);
  });

  it('a lease that takes no return is answered: not eligible', async () => {
    const eligible = await callOperation(listening().app, 'commerceRequestReturnAvailability');
    expect(eligible.body.merchandiseReturnAuthorization).toMatchObject({ isReturnEligible: true });
    const { app } = listening(refusal('RETURN_NOT_ELIGIBLE'));
    const { status, body } = await callOperation(app, 'commerceRequestReturnAvailability');
    expect(status).toBe(200);
    expect(body.merchandiseReturnAuthorization).toEqual({
      ...{ isReturnEligible: false, authorizationCode: null, expirationDate: null },
    });
  });

  it('gets the address to sign at whole, as it reached us itself', async () => {
    const { body } = await callOperation(listening().app, 'commerceRequestContract');
    expect(body.eSignUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/sign\/[\w-]+$/);
  });

  it('other refusals are the problems they are everywhere', async () => {
    const { app } = listening(refusal('ILLEGAL_TRANSITION'));
    const { status, body } = await callOperation(app, 'commerceCancelContract');
    expect(status).toBe(409);
    expect(body).toMatchObject({ code: 'ILLEGAL_TRANSITION', from: 'contracts' });
  });

  it('needs no Idempotency-Key, and may leave the body of a bodiless POST with a content type of its own', async () => {
    const { app } = listening();
    const answer = await callOperation(app, 'commerceRequestReturnAvailability').set(
      'Content-Type',
      'application/*+json',
    );
    expect(answer.status).toBe(200);
    const json = await callOperation(app, 'commerceConfirmDelivery').set('Content-Type', 'application/*+json');
    expect(json.status).toBe(204);
  });
});
