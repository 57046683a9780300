import request from 'supertest';
import { createApp } from '../../../api/app';
import { allowedMethods } from '../../../api/http/mount';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';
import { OPERATIONS, pathOf } from '../support/requests';

const app = createApp(fakeDeps());
const PATHS = [...new Set(OPERATIONS.map(({ path }) => path))];
const METHODS = ['get', 'post', 'put', 'patch', 'delete', 'trace'] as const;

describe('methods and paths', () => {
  it.each(PATHS)('%s answers 405 with Allow to every method it does not have', async (path) => {
    const atPath = OPERATIONS.filter((operation) => operation.path === path);
    const missing = METHODS.filter((method) => atPath.every((operation) => operation.method !== method));
    expect(missing.length).toBeGreaterThan(0);
    for (const method of missing) {
      const { status, body, headers } = await request(app)[method](pathOf(operationAt(path)));

      expect([method, status, body.code]).toEqual([method, 405, 'METHOD_NOT_ALLOWED']);
      expect(headers['allow']).toBe(allowedMethods(atPath));
    }
  });

  it('tells OPTIONS what there is', async () => {
    const { status, headers } = await request(app).options(`/v1/leases/${OWN_LEASE}`);

    expect([status, headers['allow']]).toEqual([204, 'GET, HEAD, OPTIONS']);
  });

  it('answers HEAD as GET without the body', async () => {
    const get = await request(app).get(`/v1/leases/${OWN_LEASE}`).set('Authorization', keyOf('retailer'));
    const head = await request(app).head(`/v1/leases/${OWN_LEASE}`).set('Authorization', keyOf('retailer'));

    expect([head.status, head.text]).toEqual([200, undefined]);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
  });

  it.each(['/', '/v1', '/v2/leases', '/v1/leases/', '/V1/leases', `/v1/leases/${OWN_LEASE}/nothing`, '/v1/%2e%2e/etc'])(
    '%s is 404 NOT_FOUND',
    async (path) => {
      const { status, body } = await request(app).get(path).set('Authorization', keyOf('retailer'));

      expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
    },
  );

  it('a path that cannot be decoded is nowhere, not a failure', async () => {
    const { status, body } = await request(app).get('/v1/leases/%E0%A4%A').set('Authorization', keyOf('retailer'));

    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  it('a look-up is never taken for a lease of that name', async () => {
    const { status } = await request(app).get('/v1/leases/lookup').set('Authorization', keyOf('retailer'));

    expect(status).toBe(405);
  });

  it('live has no sandbox operations', async () => {
    const { sandbox: _none, ...live } = fakeDeps();
    const { status, body } = await request(createApp(live))
      .post(`/v1/sandbox/leases/${OWN_LEASE}/clock`)
      .set('Authorization', keyOf('retailer'))
      .send({ advanceDays: 1 });

    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });
});

function operationAt(path: string) {
  const [first] = OPERATIONS.filter((operation) => operation.path === path);
  if (!first) throw new Error(`no operation at ${path}`);
  return first;
}
