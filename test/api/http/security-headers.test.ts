import request from 'supertest';
import { createApp } from '../../../api/app';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';

describe('headers of every answer', () => {
  const app = createApp(fakeDeps());

  it.each([
    ['a read', `/v1/leases/${OWN_LEASE}`],
    ['a refusal', '/v1/leases/1000000001'],
    ['an unknown path', '/nowhere'],
  ])('of %s forbid running, framing, sniffing and keeping it', async (_what, path) => {
    const { headers } = await request(app).get(path).set('Authorization', keyOf('retailer'));

    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none';frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
  });
});
