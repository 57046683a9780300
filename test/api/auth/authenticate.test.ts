import request from 'supertest';
import { createApp } from '../../../api/app';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';
import { callOperation } from '../support/requests';

const LEASE = `/v1/leases/${OWN_LEASE}`;

describe('authentication', () => {
  const app = createApp(fakeDeps());

  it('takes the same key as Bearer and as Basic', async () => {
    const bearer = await request(app).get(LEASE).set('Authorization', keyOf('retailer'));
    const basic = await request(app).get(LEASE).auth('retailer', 'secret');

    expect([bearer.status, basic.status]).toEqual([200, 200]);
  });

  it('says the same to a missing, an unknown and a wrong key, and how to do better', async () => {
    const missing = await request(app).get(LEASE);
    const unknown = await request(app).get(LEASE).set('Authorization', 'Bearer nobody.secret');
    const wrong = await request(app).get(LEASE).set('Authorization', 'Bearer retailer.guess');

    expect(missing.headers['www-authenticate']).toMatch(/^Bearer realm="ownward", Basic/);
    for (const answer of [missing, unknown, wrong]) {
      expect(answer.body).toMatchObject({ code: 'UNAUTHENTICATED', detail: missing.body.detail });
      expect(answer.status).toBe(401);
    }
  });

  it('looks at the key before anything else, so that a stranger learns nothing from mistakes', async () => {
    const answer = await request(app).post('/v1/leases/nonsense/invoice').set('Content-Type', 'text/plain').send('{');

    expect(answer.body.code).toBe('UNAUTHENTICATED');
  });

  it('looks at the scope before the lease, the lease before the key of the repeat, that before the body', async () => {
    const spoilt = { body: { nonsense: true }, leaseId: 'nonsense' };
    const noScope = await callOperation(app, 'submitInvoiceInformation', { ...spoilt, caller: 'readOnly' });
    const noLease = await callOperation(app, 'submitInvoiceInformation', spoilt).unset('Idempotency-Key');
    const noKey = await callOperation(app, 'submitInvoiceInformation', { body: { nonsense: true } }).unset(
      'Idempotency-Key',
    );
    const noBody = await callOperation(app, 'submitInvoiceInformation', { body: { nonsense: true } });

    const codes = [noScope, noLease, noKey, noBody].map(({ body }) => body.code);
    expect(codes).toEqual(['FORBIDDEN', 'LEASE_NOT_FOUND', 'IDEMPOTENCY_KEY_MISSING', 'VALIDATION_FAILED']);
  });

  it('never calls a key wrong because it could not be checked, and tells no stranger why', async () => {
    const deps = fakeDeps({
      keys: { authenticate: () => Promise.reject(new Error('connection refused at 10.0.0.1')) },
    });
    const answer = await request(createApp(deps)).get(LEASE).set('Authorization', keyOf('retailer'));

    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('10.0.0.1');
  });
});
