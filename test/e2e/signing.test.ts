import { sharedSandbox } from '../support/e2e-client';
import { plusDays } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, nobody: customer } = sharedSandbox();

describe('the customer signs by a link that', () => {
  it('dies when the invoice is replaced: the new agreement has its own', async () => {
    const first = await leases.contracts(bestsofa);
    const { agreementSha256 } = (await customer.get(first.signing)).body;
    const second = await leases.invoiced(bestsofa, first.leaseId, leases.invoiceOf(50_000));
    expect(second.signing).not.toBe(first.signing);
    expectProblem(await customer.get(first.signing), 410, 'SIGNING_LINK_DEAD');
    const late = await customer.post(`${first.signing}/signature`, leases.signatureBody(agreementSha256));
    expectProblem(late, 410, 'SIGNING_LINK_DEAD');
    expect((await bestsofa.get(first.path)).body).toMatchObject({ status: 'contracts', invoiceTotalCents: 50_000 });
    const shown = (await customer.get(second.signing)).text;
    expect(shown).toContain('$1,000.00');
    expect((await leases.sign(customer, second)).body.status).toBe('lease_accepted');
    expect(await leases.timelineTypes(bestsofa, first.leaseId)).toContain('invoice.replaced');
  });

  it('dies with the signature, a cancel and the end of the contracts', async () => {
    const signed = await leases.accepted(bestsofa, customer);
    const cancelled = await leases.contracts(bestsofa);
    leases.expectStatus(await bestsofa.delete(`${cancelled.path}/contract`), 200);
    const expired = await leases.contracts(bestsofa);
    await leases.advance(bestsofa, expired.leaseId, { days: 61 });
    for (const { signing, path } of [signed, cancelled, expired]) {
      const before = (await bestsofa.get(path)).text;
      expectProblem(await customer.get(signing), 410, 'SIGNING_LINK_DEAD');
      const answer = await customer.post(`${signing}/signature`, leases.signatureBody('b'.repeat(64)));
      expectProblem(answer, 410, 'SIGNING_LINK_DEAD');
      expect((await bestsofa.get(path)).text).toBe(before);
    }
  });

  it('never existed: 404, and no answer repeats a link', async () => {
    const answer = await customer.get(`/v1/signing/${'x'.repeat(43)}`);
    expectProblem(answer, 404, 'NOT_FOUND');
    expect(answer.text).not.toContain('x'.repeat(20));
  });
});

describe('the signature is refused', () => {
  let lease: leases.Contracts;
  let sha = '';
  const post = (changes: object) =>
    customer.post(`${lease.signing}/signature`, leases.signatureBody(sha, { ...changes }));

  beforeAll(async () => {
    lease = await leases.contracts(bestsofa);
    sha = (await customer.get(lease.signing)).body.agreementSha256;
  });
  afterEach(async () => {
    expect((await bestsofa.get(lease.path)).body).toMatchObject({ status: 'contracts', isOkToDeliver: false });
  });

  it('when it names another agreement', async () => {
    expectProblem(await post({ agreementSha256: '0'.repeat(64) }), 409, 'AGREEMENT_CHANGED');
  });

  it.each(['initialPayment', 'electronicSignature'])('without the consent %s', async (consent) => {
    const given = { initialPayment: true, recurringPayment: false, electronicSignature: true };
    const withheld = await post({ consents: { ...given, [consent]: false } });
    expect(expectProblem(withheld, 400, 'VALIDATION_FAILED').errors[0].pointer).toBe(`/consents/${consent}`);
    const { [consent as 'initialPayment']: _, ...rest } = given;
    expectProblem(await post({ consents: rest }), 400, 'VALIDATION_FAILED');
  });

  it('with the number of a card in place of its token, or in the name', async () => {
    for (const changes of [{ cardToken: '4111111111111111' }, { signedName: '4111 1111 1111 1111' }]) {
      const answer = await post(changes);
      expectProblem(answer, 400, 'VALIDATION_FAILED');
      expect(answer.text).not.toContain('4111');
    }
  });
});

describe('the card', () => {
  it('may be refused four times; a fifth call blocks the lease for good', async () => {
    const lease = await leases.contracts(bestsofa);
    const codes = { tok_declined: [402, 'CARD_DECLINED'], tok_prepaid: [422, 'CARD_TYPE_NOT_ACCEPTED'] } as const;
    for (const cardToken of ['tok_declined', 'tok_prepaid', 'tok_declined', 'tok_prepaid'] as const) {
      const [status, code] = codes[cardToken];
      expectProblem(await leases.sign(customer, lease, { cardToken }), status, code);
      expect((await bestsofa.get(lease.path)).body).toMatchObject({ status: 'contracts', isOkToDeliver: false });
    }
    // The agreement can still be read, and the fifth card is never asked, though it is good.
    expectProblem(await leases.sign(customer, lease), 423, 'CARD_ATTEMPTS_EXCEEDED');
    expectProblem(await leases.sign(customer, lease), 423, 'CARD_ATTEMPTS_EXCEEDED');
    expectProblem(await bestsofa.post(`${lease.path}/invoice`, leases.invoiceBody()), 423, 'LEASE_BLOCKED');
    expectProblem(await bestsofa.delete(`${lease.path}/contract`), 423, 'LEASE_BLOCKED');
    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    expect(types.filter((type) => type === 'initial_payment.declined')).toHaveLength(4);
    expect(types).not.toContain('initial_payment.captured');
  });

  it('counts over all invoices of the lease', async () => {
    const first = await leases.contracts(bestsofa);
    for (let times = 0; times < 3; times += 1) await leases.sign(customer, first, { cardToken: 'tok_declined' });
    const second = await leases.invoiced(bestsofa, first.leaseId, leases.invoiceOf(60_000));
    expectProblem(await leases.sign(customer, second, { cardToken: 'tok_declined' }), 402, 'CARD_DECLINED');
    expectProblem(await leases.sign(customer, second), 423, 'CARD_ATTEMPTS_EXCEEDED');
  });

  it('is taken after a declined one', async () => {
    const lease = await leases.contracts(bestsofa);
    expectProblem(await leases.sign(customer, lease, { cardToken: 'tok_declined' }), 402, 'CARD_DECLINED');
    const today = await leases.leaseToday(bestsofa, lease);
    expectProblem(await leases.deliver(bestsofa, lease, today), 409, 'NOT_OK_TO_DELIVER');
    expect((await leases.sign(customer, lease)).body.status).toBe('lease_accepted');
  });

  it('is charged once though its processor could not be reached at first', async () => {
    const lease = await leases.contracts(bestsofa);
    const { agreementSha256 } = (await customer.get(lease.signing)).body;
    const body = leases.signatureBody(agreementSha256, { cardToken: 'tok_error' });
    const answer = await customer.post(`${lease.signing}/signature`, body);
    expect({ status: answer.status, reached: answer.body.status }).toEqual({ status: 200, reached: 'lease_accepted' });
    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    expect(types.filter((type) => type.startsWith('initial_payment'))).toEqual(['initial_payment.captured']);
  });
});

describe('the agreement is written', () => {
  it('in Spanish for who applied in Spanish', async () => {
    const spanish = await leases.contracts(bestsofa, {
      customer: { firstName: 'José', lastName: 'Peña' },
      changes: { language: 'es' },
    });
    const { body, text } = await customer.get(spanish.signing);
    expect(body.language).toBe('es');
    for (const part of ['José Peña', '$2,000.00', 'pago']) expect(text).toContain(part);
    expect(text).not.toMatch(/\b(total to own|payment|lease agreement)\b/i);
  });

  it('with every due date if the goods come today', async () => {
    const lease = await leases.contracts(bestsofa);
    const { text } = await customer.get(lease.signing);
    const today = await leases.leaseToday(bestsofa, lease);
    const { nextPaidOn } = leases.applicationBody()['income'] as { nextPaidOn: string };
    expect(nextPaidOn >= plusDays(today, 7)).toBe(true);
    for (let number = 0; number < 26; number += 1) expect(text).toContain(plusDays(nextPaidOn, 14 * number));
  });

  it('for the state the goods go to', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const home = await customer.get((await leases.invoiced(bestsofa, leaseId)).signing);
    const away = await customer.get(
      (await leases.invoiced(bestsofa, leaseId, leases.invoiceBody({ deliveryState: 'NY' }))).signing,
    );
    expect(away.body.agreementSha256).not.toBe(home.body.agreementSha256);
    expect(away.text).toContain('New York');
  });
});
