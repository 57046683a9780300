import request from 'supertest';
import { createApp } from '../../../api/app';
import { createMetrics } from '../../../api/metrics';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';

describe('health', () => {
  it.each(['database', 'temporal', 'migrations'])('is not ready without %s, and says so', async (missing) => {
    const state = { database: true, temporal: true, migrations: true, [missing]: false };
    const { status, body } = await request(createApp(fakeDeps({ readiness: async () => state }))).get('/readyz');

    expect([status, body]).toEqual([503, state]);
  });

  it('is live even when nothing behind it is', async () => {
    const deps = fakeDeps({ readiness: () => Promise.reject(new Error('down')) });
    const { status, body } = await request(createApp(deps)).get('/healthz');

    expect([status, body]).toEqual([200, { status: 'ok' }]);
  });
});

describe('metrics', () => {
  it('count requests by operation and status, and never name a lease or a key', async () => {
    const app = createApp(fakeDeps({ metrics: createMetrics() }));
    await request(app).get(`/v1/leases/${OWN_LEASE}`).set('Authorization', keyOf('retailer'));
    await request(app).get('/v1/leases/1000000001').set('Authorization', keyOf('retailer'));
    const { text, headers } = await request(app).get('/metrics').set('Authorization', keyOf('operations'));

    const count = 'ownward_http_request_duration_seconds_count{operation="requestLeaseInformation",method="GET"';
    expect(text).toContain(`${count},status="200"} 1`);
    expect(text).toContain(`${count},status="404"} 1`);
    expect(headers['content-type']).toMatch(/^text\/plain; version=0\.0\.4/);
    expect(text).not.toMatch(new RegExp(`${OWN_LEASE}|retailer`));
  });
});
