import { randomUUID } from 'node:crypto';
import { sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { expectProblem } from '../support/e2e-problems';

const { bestsofa, acme, care, nobody } = sharedSandbox();

describe('the verdict of a command can be asked for', () => {
  it('by its key, whether it was accepted or refused, by its own retailer alone', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const [path, good, bad] = [`/v1/leases/${leaseId}`, randomUUID(), randomUUID()];
    await bestsofa.post(`${path}/invoice`, leases.invoiceOf(120_001), bad);
    await bestsofa.post(`${path}/invoice`, leases.invoiceBody(), good);
    const messageId = expect.stringMatching(/./);
    expect((await bestsofa.get(`${path}/messages/${good}`)).body).toEqual({
      ...{ leaseId, messageId, outcome: 'accepted', code: null },
      ...{ status: 'contracts', statusLabel: 'Contracts', version: 2 },
    });
    expect((await bestsofa.get(`${path}/messages/${bad}`)).body).toEqual({
      ...{ leaseId, messageId, outcome: 'refused', code: 'AMOUNT_EXCEEDS_APPROVAL' },
      ...{ status: 'approved', statusLabel: 'Approved', version: 1 },
    });
    expectProblem(await bestsofa.get(`${path}/messages/${randomUUID()}`), 404, 'NOT_FOUND');
    expectProblem(await acme.get(`${path}/messages/${good}`), 404, 'LEASE_NOT_FOUND');
    const other = await leases.apply(bestsofa);
    expectProblem(await bestsofa.get(`/v1/leases/${other.leaseId}/messages/${good}`), 404, 'NOT_FOUND');
  });
});

describe('the system says how it is', () => {
  it('alive and ready', async () => {
    expect((await nobody.get('/healthz')).body).toEqual({ status: 'ok' });
    expect((await nobody.get('/readyz')).body).toEqual({ database: true, temporal: true, migrations: true });
  });

  it('and documents itself without another host', async () => {
    const page = await nobody.get('/docs');
    const redirected = page.status === 301 || page.status === 302;
    const { status, text } = redirected ? await nobody.get(String(page.headers['location'])) : page;
    expect(status).toBe(200);
    expect(text).not.toMatch(/(src|href)=["']?(https?:)?\/\//);
    const document = (await nobody.get('/openapi.json')).body;
    expect(document.openapi).toMatch(/^3\.1/);
  });

  it('and answers a HEAD like a GET without its body', async () => {
    const { leaseId } = await leases.apply(bestsofa);
    const head = await bestsofa.send('HEAD', `/v1/leases/${leaseId}`);
    expect({ status: head.status, text: head.text }).toEqual({ status: 200, text: '' });
  });
});

describe('the customer of a lease', () => {
  it('is masked, and care sees what is needed on the phone', async () => {
    const person = { firstName: 'Ángela', lastName: 'Ruiz', email: 'angela@example.com', mobilePhone: '2145550142' };
    const ssn = leases.newSsn();
    const { leaseId } = await leases.apply(bestsofa, { customer: { ...person, ssn } });
    const { body } = leases.expectStatus(await care.get(`/v1/leases/${leaseId}/customer`), 200);
    expect(body).toEqual({
      ...{ leaseId, customerNameMasked: 'Á*** R***', language: 'en', state: 'TX' },
      ...{ ssnLast4: ssn.slice(-4), emailMasked: 'a***@example.com', mobilePhoneLast4: '0142' },
      accountLast4: expect.stringMatching(/^\d{4}$/),
    });
  });
});

describe('lease IDs', () => {
  it('have ten digits, do not start with 0 and do not tell how many there are', async () => {
    const made = await Promise.all(Array.from({ length: 12 }, () => leases.apply(bestsofa)));
    const ids = made.map(({ leaseId }) => Number(leaseId));
    expect(new Set(ids).size).toBe(12);
    for (const { leaseId } of made) expect(leaseId).toMatch(/^[1-9]\d{9}$/);
    const gaps = ids.slice(1).map((id, index) => Math.abs(id - (ids[index] ?? 0)));
    expect(Math.min(...gaps)).toBeGreaterThan(100);
  });
});
