import request from 'supertest';
import type { CommandAnswer } from '../../../api/ports';
import { SIGN_WORDS } from '../../../api/sign/words';
import { AGREEMENT_SHA, LINK, refused, SHOP, SignWorld } from './support/sign-world';

let world: SignWorld;
beforeEach(() => void (world = new SignWorld()));

const { faults } = SIGN_WORDS.en.form;

describe('a signature on the page', () => {
  it('is that of the JSON API, with where it came from, and leads to its outcome', async () => {
    const answer = await world.post({ recurringPayment: 'yes' }).expect(303);
    const [command] = world.signed;
    expect(command?.body).toEqual({
      signedName: 'José Peña',
      agreementSha256: AGREEMENT_SHA,
      consents: { initialPayment: true, recurringPayment: true, electronicSignature: true },
      cardToken: 'tok_ok',
    });
    expect(command?.signer).toEqual({ ipAddress: '127.0.0.1', userAgent: 'Testbrowser/1' });
    expect(command?.token).toBe(LINK);
    expect(answer.headers['location']).toBe(`/sign/${LINK}/attempts/${command?.idempotencyKey ?? ''}`);
  });

  it('needs no consent to automatic payments', async () => {
    await world.post().expect(303);
    expect(world.signed[0]?.body).toMatchObject({ consents: { recurringPayment: false } });
  });

  it('sent twice, as a double click or a reload sends it, is one attempt', async () => {
    const form = world.filled();
    await Promise.all([world.post(form), world.post(form)]);
    const keys = world.signed.map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  it('with another card, or on the page shown anew, is another attempt', async () => {
    const form = world.filled();
    await world.post(form);
    await world.post({ ...form, cardToken: 'tok_declined' });
    await world.post();
    expect(new Set(world.signed.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
  });

  it('is handed over though the link has died meanwhile: the lease says what it makes of it', async () => {
    const form = world.filled();
    world.link = { ...world.link, currentRound: 2 };
    world.next = refused('SIGNING_LINK_DEAD');
    await world.post(form).expect(303);
    expect(world.signed).toHaveLength(1);
  });
});

describe('a form that lacks something comes back, and nothing is signed', () => {
  afterEach(() => expect(world.signed).toEqual([]));

  it.each([
    ['the initial payment', { initialPayment: undefined }, 'initialPayment', faults.initialPayment.other],
    [
      'the electronic signature',
      { electronicSignature: undefined },
      'electronicSignature',
      faults.electronicSignature.other,
    ],
    ['a name', { signedName: ' \t ' }, 'signedName', faults.signedName.empty],
    ['a card', { cardToken: undefined }, 'cardToken', faults.cardToken.other],
    ['a name short enough', { signedName: 'x'.repeat(121) }, 'signedName', faults.signedName.tooLong],
    ['a name on one line', { signedName: 'José\nPeña' }, 'signedName', faults.signedName.other],
    ['a name without NUL', { signedName: 'José\u0000' }, 'signedName', faults.signedName.other],
  ] as const)('%s', async (_what, over, field, words) => {
    const { text: html } = await world.post(over).expect(400);
    expect(html).toContain(`<a href="#field-${field}">${words ?? ''}</a>`);
    expect(html).toContain(`id="error-${field}"`);
    expect(html).toMatch(new RegExp(`id="field-${field}"`));
  });

  it('everything at once, each once', async () => {
    const blank = { initialPayment: undefined, electronicSignature: undefined, signedName: '', cardToken: undefined };
    const { text: html } = await world.post(blank).expect(400);
    expect(html.match(/<li><a href="#field-/g)).toHaveLength(4);
  });

  it('with what was typed and ticked in it, and nothing else ticked', async () => {
    const { text: html } = await world.post({ electronicSignature: undefined }).expect(400);
    expect(/name="signedName"[^>]*value="José Peña"/.test(html)).toBe(true);
    const ticked = (html.match(/<input[^>]*checked[^>]*>/g) ?? []).map((box) => /name="(\w+)"/.exec(box)?.[1]);
    expect(ticked).toEqual(['initialPayment']);
  });
});

describe('the number of a card is refused, kept nowhere and repeated nowhere', () => {
  it.each([
    ['in the name', { signedName: 'Ana 4111 1111 1111 1111' }, faults.signedName.cardNumber],
    ['in the name, in parts', { signedName: '4111-1111-1111-1111' }, faults.signedName.cardNumber],
    ['in the name, in other digits', { signedName: '４１１１１１１１１１１１１１１１' }, faults.signedName.cardNumber],
    ['in place of a token', { cardToken: '4111111111111111' }, faults.cardToken.cardNumber],
  ] as const)('%s', async (_where, over, words) => {
    const { text: html } = await world.post(over).expect(400);
    expect(html).toContain(words);
    expect(html.normalize('NFKC')).not.toMatch(/4111/);
    expect(world.signed).toEqual([]);
  });
});

describe('a form that is not the page’s own', () => {
  afterEach(() => expect(world.signed).toEqual([]));

  it.each([
    ['made up', () => `${'x'.repeat(22)}.1795629600000.${'y'.repeat(43)}`],
    ['empty', () => ''],
    ['of another link', () => world.ticket('z'.repeat(43))],
    ['for a copy', () => world.tickets.issue('copy', LINK, world.nowMs + 1_000)],
    ['with a longer life written into it', () => world.ticket().replace(/\.\d+\./, '.9795629600000.')],
    ['over', () => world.ticket(LINK, world.nowMs)],
  ])('has a ticket that is %s: the agreement is shown again', async (_what, ticket) => {
    const { text: html } = await world.post({ csrf: ticket() }).expect(403);
    expect(html).toContain(SIGN_WORDS.en.alerts.formTooOld.title);
  });

  it('ends twelve hours after it was shown', async () => {
    const { text: html } = await world.get();
    const csrf = /name="csrf" value="([^"]+)"/.exec(html)?.[1];
    world.nowMs += 12 * 3_600_000;
    await world.post({ csrf }).expect(403);
    world.nowMs -= 1;
    await world.post({ csrf }).expect(303);
    world.signed.pop();
  });

  it.each([
    ['a field twice', { cardToken: ['tok_ok', 'tok_declined'] }],
    ['a box with another value', { initialPayment: 'true' }],
    ['no fingerprint', { agreementSha256: undefined }],
    ['a fingerprint that is none', { agreementSha256: 'abc' }],
  ])('has %s: 400, in words', async (_what, over) => {
    const { text: html } = await world.post(over).expect(400);
    expect(html).toContain(SIGN_WORDS.en.notices.notUnderstood.title);
  });

  it('is no form, or too large', async () => {
    const { app } = world;
    await request(app).post(`/sign/${LINK}`).type('json').send('{"csrf":"x"}').expect(400);
    await request(app).post(`/sign/${LINK}`).expect(400);
    await world.post({ signedName: 'x'.repeat(20_000) }).expect(413);
  });
});

describe('where a form was sent from', () => {
  const from = (headers: Record<string, string>) => world.post().set(headers);

  it.each([
    ['our own page', { Origin: 'http://sign.example' }],
    [
      'our own page, behind a proxy that renames us',
      { Origin: 'https://lease.example', 'Sec-Fetch-Site': 'same-origin' },
    ],
    ['a sandboxed frame, which has no origin', { Origin: 'null', 'Sec-Fetch-Site': 'cross-site' }],
    ['a browser that says nothing', {}],
  ])('%s: taken', async (_what, headers) => {
    await from({ Host: 'sign.example', ...headers }).expect(303);
  });

  it.each([
    ['a foreign page', { Origin: 'https://evil.example' }],
    ['the retailer’s page around ours', { Origin: SHOP, 'Sec-Fetch-Site': 'cross-site' }],
    ['what is no origin', { Origin: 'evil' }],
  ])('%s: refused', async (_what, headers) => {
    await from({ Host: 'sign.example', ...headers }).expect(403);
    expect(world.signed).toEqual([]);
  });
});

describe('when the lease cannot be reached', () => {
  it('the customer is told to try again, and nothing of what failed', async () => {
    const { LeaseError } = await import('../../../domain/errors');
    const answers: [Error, number, string][] = [
      [new LeaseError('UNAVAILABLE', 'temporarily unavailable'), 503, SIGN_WORDS.en.notices.unavailable.title],
      [new Error('secret detail of the database'), 500, SIGN_WORDS.en.notices.failed.title],
    ];
    for (const [error, status, title] of answers) {
      const broken = new SignWorld({ commands: { sign: (): Promise<CommandAnswer> => Promise.reject(error) } });
      const answer = await broken.post().expect(status);
      expect(answer.text).toContain(title);
      expect(answer.text).not.toContain(error.message);
      expect(broken.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
    }
  });
});
