import { ownPath } from '../../../api/portal/own-path';
import { SIGN_IN_REASONS } from '../../../api/portal/sign-in/sign-in-page';
import { SIGN_IN_WORDS } from '../../../api/portal/sign-in/sign-in-words';
import { TOKENS } from './support/fake-accounts';
import { PortalApp } from './support/portal-app';

const NEW_TOKEN = 'N'.repeat(43);
const signedIn = { outcome: 'signed_in', token: NEW_TOKEN, userId: 'usr_1' } as const;
const TYPED = { username: 'ana@bestsofa.example', password: ' with spaces ' };

const cookiesOf = (headers: Record<string, unknown>): string[] => [headers['set-cookie']].flat().map(String);

describe('the page to sign in', () => {
  it('lets in, to where one wanted to go, with a cookie no script can read', async () => {
    const app = new PortalApp();
    app.accounts.answer = signedIn;
    const answer = await app.post('/sign-in', undefined, { ...TYPED, next: '/portal/people' }).expect(303);

    expect(answer.headers['location']).toBe('/portal/people');
    expect(cookiesOf(answer.headers)).toContain(`ownward_session=${NEW_TOKEN}; Path=/; HttpOnly; SameSite=Lax`);
    expect(app.accounts.done[0]).toMatch(/^signIn ana@bestsofa.example from /);
  });

  it('sets cookies that travel over https only, and cannot be set by another host, in live', async () => {
    const app = new PortalApp({ over: { isSandbox: false } });
    app.accounts.answer = signedIn;
    const { headers } = await app.post('/sign-in', undefined, TYPED).expect(303);
    expect(cookiesOf(headers)).toContain(`__Host-ownward_session=${NEW_TOKEN}; Path=/; HttpOnly; SameSite=Lax; Secure`);
    await app.get('/account', 'manager').expect(200);
  });

  // Whoever could plant a session before would be inside with the person who signs in.
  it('ends the session that was there before: nobody carries one in', async () => {
    const app = new PortalApp();
    app.accounts.answer = signedIn;
    const { text } = await app.get('/sign-in').expect(200);
    const csrf = /name="csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    await app
      .postBare('/sign-in', undefined, { csrf, ...TYPED })
      .set('Cookie', `ownward_guest=${'G'.repeat(43)}; ownward_session=${TOKENS.clerk}`)
      .expect(303);
    expect(app.accounts.signed.has(TOKENS.clerk)).toBe(false);
  });

  it('says the same of a wrong name and a wrong password, keeps the name and never the password', async () => {
    const answer = await new PortalApp().post('/sign-in', undefined, TYPED).expect(401);
    expect(answer.text).toContain(SIGN_IN_WORDS.en.refused);
    expect(answer.text).toContain('value="ana@bestsofa.example"');
    expect(answer.text).not.toContain('with spaces');
    expect(answer.text).toMatch(/<div class="problems" role="alert" tabindex="-1" data-focus/);
  });

  it('says how long to wait after too many tries', async () => {
    const app = new PortalApp();
    app.accounts.answer = { outcome: 'too_many', retryAfterSeconds: 840 };
    const answer = await app.post('/sign-in', undefined, TYPED).expect(429);
    expect(answer.headers['retry-after']).toBe('840');
    expect(answer.text).toContain('wait 14 minutes');
  });

  it('is passed over by who is signed in already', async () => {
    const { headers } = await new PortalApp().get('/sign-in?next=/portal/account', 'clerk').expect(303);
    expect(headers['location']).toBe('/portal/account');
  });

  it.each(SIGN_IN_REASONS)('says why one stands before it: %s', async (reason) => {
    const { text } = await new PortalApp().get(`/sign-in?reason=${reason}`).set('Accept-Language', 'es').expect(200);
    expect(text).toContain(SIGN_IN_WORDS.es[reason]);
  });

  it('speaks the language of the browser, and the one that is chosen, also after signing in', async () => {
    const app = new PortalApp();
    app.accounts.answer = signedIn;
    const spanish = await app.get('/sign-in').set('Accept-Language', 'es-MX,es;q=0.9,en;q=0.8');
    expect(spanish.text).toContain('<html lang="es">');
    const switched = await app.post('/guest-language', undefined, {
      language: 'es',
      back: '/portal/sign-in?next=/portal',
    });
    expect(switched.headers['location']).toBe('/portal/sign-in?next=%2Fportal&language=es');
    expect(cookiesOf(switched.headers).join()).toContain('ownward_language=es');
    const { text } = await app.get('/sign-in?language=es').expect(200);
    expect(text).toContain('name="language" value="es"/>');
    await app.post('/sign-in', undefined, { ...TYPED, language: 'es' }).expect(303);
    expect(app.accounts.done).toContain('language usr_1 es');
  });

  it('leaves the language of a person alone who did not ask for another', async () => {
    const app = new PortalApp();
    app.accounts.answer = signedIn;
    await app.post('/sign-in', undefined, TYPED).set('Accept-Language', 'es').expect(303);
    expect(app.accounts.done.join()).not.toContain('language');
  });

  it('is what comes after signing out, with nothing left in the browser', async () => {
    const app = new PortalApp();
    const { headers } = await app.post('/sign-out', 'clerk').expect(303);
    expect(headers['location']).toBe('/portal/sign-in?reason=signedOut');
    expect(cookiesOf(headers).join()).toMatch(/ownward_session=; Max-Age=0.*ownward_search=; Max-Age=0/);
    await app.get('', 'clerk').expect(303);
  });
});

describe('where one is sent next', () => {
  it.each(['/portal', '/portal/people', '/portal/leases/4821907735?done=delivery', '/portal?store=S-1&unsigned=35'])(
    'may be a page of ours: %s',
    (path) => expect(ownPath(path)).toBe(path),
  );
  it.each([
    '//evil.example/portal',
    'https://evil.example/portal',
    '/portal//evil.example',
    '/\\evil.example',
    '/portal\\evil',
    '/portalx',
    '/v1/leases',
    'javascript:alert(1)',
    '/portal/a\nSet-Cookie: x=1',
    '/portal/<script>',
    '',
  ])('is the start instead of %j', (path) => expect(ownPath(path)).toBe('/portal'));
});
