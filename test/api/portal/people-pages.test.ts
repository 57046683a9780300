import { passwordProblems, PASSWORD_WORDS } from '../../../api/portal/account/password-rules';
import { PEOPLE_DONE, PEOPLE_WORDS } from '../../../api/portal/people/people-words';
import { person, TOKENS } from './support/fake-accounts';
import { PortalApp } from './support/portal-app';

const LINK = 'I'.repeat(43);
const GOOD = { next: 'four words make one', repeated: 'four words make one' };

describe('the page of people', () => {
  it('lists them with role, stores and state, and says which one is oneself', async () => {
    const { text } = await new PortalApp().get('/people', 'manager').expect(200);
    for (const part of [
      'ana@bestsofa.example',
      '(you)',
      'All stores',
      'Dallas',
      'Never',
      'href="/portal/people/usr_2"',
    ])
      expect(text).toContain(part);
  });

  it.each(PEOPLE_DONE)('says what was done: %s', async (done) => {
    const { text } = await new PortalApp().get(`/people?done=${done}`, 'manager').expect(200);
    expect(text).toContain(PEOPLE_WORDS.en.done[done]);
  });

  it('makes a link for a clerk of some stores, shown once, in no address', async () => {
    const app = new PortalApp();
    const typed = { username: 'new@bestsofa.example', role: 'clerk', stores: ['S-1', 'S-2'] };
    const answer = await app.post('/people', 'manager', typed).expect(201);
    expect(answer.text).toMatch(new RegExp(`value="http://127\\.0\\.0\\.1:\\d+/portal/invitations/${LINK}"`));
    expect(app.accounts.done).toEqual(['invite new@bestsofa.example as clerk of S-1+S-2']);
    expect(JSON.stringify(app.lines)).not.toContain(LINK);
  });

  it('gives a manager all stores, whatever is ticked', async () => {
    const app = new PortalApp();
    await app.post('/people', 'manager', { username: 'boss', role: 'manager', stores: 'S-1' }).expect(201);
    expect(app.accounts.done).toEqual(['invite boss as manager of all']);
  });

  it.each([
    [{ username: 'a', role: 'clerk', stores: 'S-1' }, 'username', PEOPLE_WORDS.en.usernameWrong],
    [{ username: 'two words', role: 'clerk', stores: 'S-1' }, 'username', PEOPLE_WORDS.en.usernameWrong],
    [{ username: 'bob', role: 'owner', stores: 'S-1' }, 'role', PEOPLE_WORDS.en.roleMissing],
    [{ username: 'bob', role: 'clerk' }, 'stores', PEOPLE_WORDS.en.storesMissing],
    [{ username: 'taken', role: 'clerk', stores: 'S-1' }, 'username', PEOPLE_WORDS.en.problems.username_taken],
  ])('shows the form again with what was typed, and what is wrong beside its field: %j', async (typed, field, text) => {
    const app = new PortalApp();
    const answer = await app.post('/people', 'manager', typed).expect(422);
    expect(answer.text).toContain(`<a href="#field-${field}">${text}</a>`);
    expect(answer.text).toContain(`id="error-${field}">${text}</p>`);
    expect(answer.text).toContain(`value="${typed.username}"`);
    expect(app.accounts.done).toEqual([]);
  });

  it('sends away, takes back, signs out and moves, and tells what was not possible', async () => {
    const app = new PortalApp();
    for (const path of ['deactivation', 'activation', 'sessions']) {
      await app.post(`/people/usr_2/${path}`, 'manager').expect(303);
    }
    await app.post('/people/usr_2/stores', 'manager', { stores: ['S-2'] }).expect(303);
    await app.post('/people/invitations/inv_9/withdrawal', 'manager').expect(303);
    expect(app.accounts.done).toEqual([
      ...['deactivate usr_2', 'activate usr_2', 'endSessions usr_2', 'stores usr_2 S-2', 'withdraw inv_9'],
    ]);
    const last = await app.post('/people/usr_1/deactivation', 'manager').expect(422);
    expect(last.text).toContain(PEOPLE_WORDS.en.problems.last_manager);
    await app.post('/people/usr_elsewhere/deactivation', 'manager').expect(404);
  });
});

describe('an invitation', () => {
  it('shows whom it is for, and lets a good password in', async () => {
    const app = new PortalApp();
    const { text } = await app.get(`/invitations/${LINK}`).expect(200);
    for (const part of ['BestSofa', 'new@bestsofa.example', 'autocomplete="new-password"'])
      expect(text).toContain(part);
    expect(text).not.toContain('href="/portal/people"');
    const { headers } = await app
      .post(`/invitations/${LINK}`, undefined, GOOD)
      .set('Accept-Language', 'es')
      .expect(303);
    expect(headers['location']).toBe('/portal/sign-in?reason=invited');
    expect(app.accounts.done).toEqual(['accept in es with 19 characters']);
  });

  it('keeps nothing of a password that is not good, and says why', async () => {
    const app = new PortalApp();
    const answer = await app.post(`/invitations/${LINK}`, undefined, { next: 'short-secret', repeated: 'other' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(PASSWORD_WORDS.en.differs);
    expect(answer.text).not.toContain('short-secret');
    expect(app.accounts.done).toEqual([]);
  });

  it('that is used, withdrawn, too old or made up says the same', async () => {
    const app = new PortalApp();
    const dead = await app
      .get(`/invitations/${'X'.repeat(43)}`)
      .set('Accept-Language', 'es')
      .expect(410);
    expect(dead.text).toContain(PEOPLE_WORDS.es.linkDead);
    await app.post('/invitations/x', undefined, GOOD).expect(410);
    app.accounts.accept = async () => false;
    await app.post(`/invitations/${LINK}`, undefined, GOOD).expect(410);
  });
});

describe('one’s own password', () => {
  it('is changed with the old one, and then one signs in anew', async () => {
    const app = new PortalApp();
    const { headers } = await app.post('/account/password', 'clerk', { current: 'old', ...GOOD }).expect(303);
    expect(headers['location']).toBe('/portal/sign-in?reason=passwordChanged');
    expect(String(headers['set-cookie'])).toContain('ownward_session=; Max-Age=0');
    expect(app.accounts.signed.has(TOKENS.clerk)).toBe(false);
  });

  it('is not changed with a wrong old one, or to a bad one', async () => {
    const app = new PortalApp();
    app.accounts.knowsPassword = false;
    app.accounts.signed.set(TOKENS.clerk, person({ language: 'es' }));
    const wrong = await app.post('/account/password', 'clerk', { current: 'old', ...GOOD }).expect(422);
    expect(wrong.text).toContain('id="error-current"');
    await app.post('/account/password', 'clerk', { current: 'old', next: 'short', repeated: 'short' }).expect(422);
    expect(app.accounts.done).toEqual(['changePassword usr_1']);
    expect(app.accounts.signed.has(TOKENS.clerk)).toBe(true);
  });

  const check = (next: string, repeated = next) => passwordProblems({ username: 'ana.ruiz', next, repeated }, 'en');
  it.each([
    ['eleven char', PASSWORD_WORDS.en.tooShort],
    ['x'.repeat(201), PASSWORD_WORDS.en.tooLong],
    ['my name is Ana.Ruiz', PASSWORD_WORDS.en.isName],
    ['aaaaaaaabbbbbbbb', PASSWORD_WORDS.en.tooPlain],
  ])('may not be %s', (next, text) => expect(check(next)).toEqual([{ field: 'next', text }]));
  it.each(['twelve chars', 'contraseña con eñe', '🛋️ sofa 🪑 chair 🛏️', 'correct horse battery staple'])(
    'may be %s',
    (next) => expect(check(next)).toEqual([]),
  );
});
