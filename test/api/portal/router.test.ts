import { framePages } from '../../../api/portal/frame-pages';
import type { PortalDeps } from '../../../api/portal/portal-deps';
import { LeaseError } from '../../../domain/errors';
import { DELIVERY, ENDPOINT } from '../support/fake-webhooks';
import { type Signed, TOKENS } from './support/fake-accounts';
import { PortalApp } from './support/portal-app';

type Column = 'nobody' | Signed;
const COLUMNS: readonly Column[] = ['nobody', 'clerk', 'manager'];

/** Every page and form of the frame by everybody who may come. One without a row here fails the build. */
const ACCESS: Readonly<Record<string, readonly [number, number, number]>> = {
  //                                             nobody clerk manager
  'get /': /*                                  */ [303, 200, 200],
  'get /search': /*                            */ [303, 200, 200],
  'post /search': /*                           */ [303, 303, 303],
  'get /people': /*                            */ [303, 403, 200],
  'post /people': /*                           */ [303, 403, 422],
  'post /people/invitations/:invitationId/withdrawal': [303, 403, 303],
  'get /people/:userId': /*                    */ [303, 403, 200],
  'post /people/:userId/deactivation': /*      */ [303, 403, 303],
  'post /people/:userId/activation': /*        */ [303, 403, 303],
  'post /people/:userId/sessions': /*          */ [303, 403, 303],
  'post /people/:userId/stores': /*            */ [303, 403, 303],
  'get /webhooks': /*                          */ [303, 403, 200],
  'post /webhooks': /*                         */ [303, 403, 422],
  'get /webhooks/:endpointId': /*              */ [303, 403, 200],
  'post /webhooks/:endpointId/secret': /*      */ [303, 403, 200],
  'post /webhooks/:endpointId/on': /*          */ [303, 403, 303],
  'post /webhooks/:endpointId/off': /*         */ [303, 403, 303],
  'post /webhooks/:endpointId/removal': /*     */ [303, 403, 303],
  'post /webhooks/:endpointId/replay': /*      */ [303, 403, 422],
  'post /webhooks/:endpointId/deliveries/:deliveryId/replay': [303, 403, 303],
  'get /account': /*                           */ [303, 200, 200],
  'post /account/password': /*                 */ [303, 422, 422],
  'post /language': /*                         */ [303, 400, 400],
  'post /sign-out': /*                         */ [303, 303, 303],
};

const ROUTES = framePages({ ports: {} } as PortalDeps);
const nameOf = ({ method, path }: { method: string; path: string }): string => `${method} ${path}`;
const PARTS = { ':userId': 'usr_2', ':invitationId': 'inv_1', ':endpointId': ENDPOINT, ':deliveryId': DELIVERY };
const addressOf = (path: string): string =>
  Object.entries(PARTS).reduce((address, [name, value]) => address.replace(name, value), path);

const ask = (app: PortalApp, name: string, who: Column) => {
  const [method, path = ''] = name.split(' ');
  const signed = who === 'nobody' ? undefined : who;
  return method === 'get'
    ? app.get(addressOf(path), signed)
    : app.post(addressOf(path), signed, { once: 'O'.repeat(43) });
};

describe('who may use which page', () => {
  it('has a row for every page of the frame, and none for pages that are gone', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(ROUTES.map(nameOf).sort());
  });

  const cells = Object.entries(ACCESS).flatMap(([name, row]) =>
    COLUMNS.map((who, at) => [name, who, row[at]] as const),
  );
  it.each(cells)('%s by %s: %i', async (name, who, status) => {
    const app = new PortalApp();
    const answer = await ask(app, name, who);

    expect(answer.status).toBe(status);
    if (who === 'nobody') expect(answer.headers['location']).toMatch(/^\/portal\/sign-in\?next=/);
    if (status === 403) expect(app.accounts.done).toEqual([]);
  });
});

describe('a form', () => {
  const forms = Object.keys(ACCESS).filter((name) => name.startsWith('post '));

  it.each(forms)('%s does nothing without the token of its session', async (name) => {
    const app = new PortalApp();
    const path = addressOf(name.slice('post '.length));
    for (const csrf of [undefined, '', 'x', 'A'.repeat(43), ['a', 'b']]) {
      await app.postBare(path, 'manager', { csrf, username: 'eve' }).expect(403);
    }
    expect(app.accounts.done).toEqual([]);
    expect(app.accounts.signed.has(TOKENS.manager)).toBe(true);
  });

  it.each([
    ['another site', { Origin: 'https://evil.example' }],
    ['another port of this machine', { Origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { Origin: 'null' }],
    ['another site, as the browser says', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
  ])('of %s does nothing, even with the right token', async (_, headers) => {
    const app = new PortalApp();
    await app.post('/sign-out', 'manager').set(headers).expect(403);
    await app.post('/sign-in', undefined, { username: 'ana', password: 'x' }).set(headers).expect(403);
    expect(app.accounts.done).toEqual([]);
    expect(app.accounts.signed.has(TOKENS.manager)).toBe(true);
  });

  it('of a clerk does not pass with the token of a manager', async () => {
    const app = new PortalApp();
    const { text } = await app.get('/account', 'manager');
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1];
    await app.postBare('/sign-out', 'manager', { csrf }).expect(303);
    await app.postBare('/sign-out', 'clerk', { csrf }).expect(403);
  });

  it('that is too large, or holds text nobody can store, is refused as a page', async () => {
    const app = new PortalApp();
    const answer = await app.post('/search', 'clerk', { text: 'x'.repeat(200_000) }).expect(413);
    expect(answer.text).toContain('Too large');
    await app.post('/search', 'clerk', { text: 'a\u0000b' }).expect(400);
  });
});

describe('every answer', () => {
  it('is kept by no browser and no proxy, and lets nothing but our own files run', async () => {
    for (const who of ['manager', undefined] as const) {
      const { headers } = await new PortalApp().get(who ? '' : '/sign-in', who).expect(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['referrer-policy']).toBe('same-origin');
      expect(headers['x-frame-options']).toBe('DENY');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
  });

  it.each(['manager', undefined] as const)('holds no script, style or handler in the page itself: %s', async (who) => {
    const { text } = await new PortalApp().get(who ? '' : '/sign-in', who);
    expect(text).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son[a-z]+=|javascript:/i);
  });

  it('counts for a session that was ended no more, from the next click on', async () => {
    const app = new PortalApp();
    await app.get('', 'clerk').expect(200);
    app.accounts.signed.delete(TOKENS.clerk);
    const { headers } = await app.get('/people?x=1', 'clerk').expect(303);
    expect(headers['location']).toBe('/portal/sign-in?next=%2Fportal%2Fpeople%3Fx%3D1&reason=expired');
  });

  it('is logged by page and person, never by address, name or token', async () => {
    const app = new PortalApp();
    await app.get('/people/usr_2?secret=1', 'manager').expect(200);
    await app.get(`/invitations/${'I'.repeat(43)}`).expect(200);
    const log = JSON.stringify(app.lines);
    expect(log).toContain('"operationId":"portal get /people/:userId"');
    expect(log).toContain('"keyId":"usr_1"');
    for (const secret of ['secret', TOKENS.manager, 'IIII', 'ana@bestsofa', 'usr_2']) expect(log).not.toContain(secret);
  });
});

describe('what fails', () => {
  const failing = (error: Error) => ({
    method: 'get' as const,
    path: '/fails',
    handle: () => Promise.reject(error),
  });
  const FAILURES = [
    ['LEASE_NOT_FOUND', new LeaseError('LEASE_NOT_FOUND', 'no such lease'), 404, 'Not found', 'No encontrado'],
    ['UNAVAILABLE', new LeaseError('UNAVAILABLE', 'away'), 503, 'Not available right now', 'No disponible por ahora'],
    ['RATE_LIMITED', new LeaseError('RATE_LIMITED', 'slow down'), 429, 'Too many requests', 'Demasiadas solicitudes'],
    ['FORBIDDEN', new LeaseError('FORBIDDEN', 'no'), 403, 'Not allowed', 'No permitido'],
    ['anything else', new Error('secret of ours'), 500, 'Something failed', 'Algo falló'],
  ] as const;

  it.each(FAILURES)(
    '%s is told in both languages, with a number to ask us with',
    async (_code, error, status, en, es) => {
      for (const [language, title] of [['en', en] as const, ['es', es] as const]) {
        const app = new PortalApp({ pages: [failing(error)] });
        const manager = app.accounts.signed.get(TOKENS.manager);
        if (manager) app.accounts.signed.set(TOKENS.manager, { ...manager, language });
        const answer = await app.get('/fails', 'manager').set('X-Request-Id', 'request-77').expect(status);
        expect(answer.text).toContain(`<html lang="${language}">`);
        expect(answer.text).toContain(title);
        expect(answer.text).toContain('request-77');
        expect(answer.text).not.toContain('secret of ours');
        expect(app.lines.filter(({ level }) => level === 'error')).toHaveLength(status >= 500 ? 1 : 0);
        if (status === 503 || status === 429) expect(answer.headers['retry-after']).toBeDefined();
      }
    },
  );

  it('at an address that is none is a page below /portal and a problem elsewhere', async () => {
    const app = new PortalApp();
    for (const path of ['/nothing', '/people/usr_none', '/leases']) {
      const { headers } = await app.get(path, 'manager').expect(404);
      expect(headers['content-type']).toContain('text/html');
    }
    const outside = await app.get('x', 'manager').expect(404);
    expect(outside.headers['content-type']).toContain('problem+json');
  });

  it('ends a flood: who is signed in is counted by person, everybody else by address', async () => {
    const app = new PortalApp({ over: { limits: { requestsPerMinute: 2, openRequestsPerMinute: 3 } } });
    for (const status of [200, 200, 429]) await app.get('', 'manager').expect(status);
    for (const status of [200, 200, 200, 429]) await app.get('/sign-in').expect(status);
    await app.get('', 'clerk').expect(200);
  });
});
