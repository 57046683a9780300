import request from 'supertest';
import { createApp } from '../../../api/app';
import { fakeDeps, keyOf, OWN_LEASE } from '../support/fake-ports';

const LEASE = `/v1/leases/${OWN_LEASE}`;

const appWith = (requestsPerMinute: number, openRequestsPerMinute: number) =>
  createApp(fakeDeps({ limits: { requestsPerMinute, openRequestsPerMinute } }));

describe('rate limits', () => {
  it('count down in headers and end in 429 with the seconds to wait', async () => {
    const app = appWith(2, 100);
    const ask = () => request(app).get(LEASE).set('Authorization', keyOf('retailer'));
    const [first, second, third] = [await ask(), await ask(), await ask()];

    expect([first, second].map(({ headers }) => headers['ratelimit-remaining'])).toEqual(['1', '0']);
    expect(first.headers['ratelimit-limit']).toBe('2');
    expect([third.status, third.body.code]).toEqual([429, 'RATE_LIMITED']);
    expect(Number(third.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('are each key’s own', async () => {
    const app = appWith(1, 100);
    const ask = (caller: string) => request(app).get(LEASE).set('Authorization', keyOf(caller));
    await ask('retailer');

    expect([(await ask('retailer')).status, (await ask('readOnly')).status]).toEqual([429, 200]);
  });

  it('slow down who guesses keys, and not who has one at the same address', async () => {
    const app = appWith(100, 2);
    const ask = (key: string) => request(app).get(LEASE).set('Authorization', key);
    const guesses = [await ask('Bearer a.b'), await ask('Bearer a.c'), await ask('Bearer a.d')];
    const known = await ask(keyOf('retailer'));

    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 429]);
    expect(known.status).toBe(200);
  });

  it('hold for signing links too, so that tokens cannot be tried by the thousand', async () => {
    const app = appWith(100, 1);
    const ask = (token: string) => request(app).get(`/v1/signing/${token.repeat(24)}`);

    expect([(await ask('x')).status, (await ask('y')).status]).toEqual([404, 429]);
  });

  it.each(['/healthz', '/readyz'])(
    'never tell whoever watches us that we are down: %s is not counted',
    async (path) => {
      const app = appWith(1, 1);
      const answers = [await request(app).get(path), await request(app).get(path), await request(app).get(path)];

      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    },
  );
});
