import { createApp } from '../../../api/app';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';
import request from 'supertest';

const PATH = `/v1/leases/${OWN_LEASE}/purchase-option`;
const ask = (app: ReturnType<typeof createApp>, query = '') =>
  request(app).get(`${PATH}${query}`).set('Authorization', keyOf('retailer'));

describe('the price of early purchase', () => {
  it('is told with its breakdown, which adds up to it', async () => {
    const { status, body } = await ask(createApp(fakeDeps()));
    expect(status).toBe(200);
    const sum = body.breakdown.reduce((total: number, line: { amountCents: number }) => total + line.amountCents, 0);
    expect(sum).toBe(body.amountCents);
  });

  it('can be asked for another day in the sandbox only', async () => {
    const inSandbox = await ask(createApp(fakeDeps()), '?asOf=2026-12-24');
    expect([inSandbox.status, inSandbox.body.asOfOn]).toEqual([200, '2026-12-24']);
    const { sandbox: _, ...live } = fakeDeps();
    const refused = await ask(createApp(live), '?asOf=2026-12-24');
    expect([refused.status, refused.body.code, refused.body.errors[0].pointer]).toEqual([
      400,
      'VALIDATION_FAILED',
      '/asOf',
    ]);
    expect((await ask(createApp(live))).status).toBe(200);
  });

  it('is not told for a day that does not exist', async () => {
    expect((await ask(createApp(fakeDeps()), '?asOf=2026-02-30')).status).toBe(400);
  });
});
