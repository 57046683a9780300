import request from 'supertest';
import { CONSENT_IDS } from '../../../domain/agreement/agreement-words';
import { calendarDate } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { SIGN_WORDS } from '../../../api/sign/words';
import { agreementInput } from '../../domain/agreement/agreement-fixture';
import { LINK, SHOP, SIGNED, SignWorld } from './support/sign-world';

const text = (html: string): string =>
  html
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('&lt;', '<')
    .replaceAll(/\s+/g, ' ');

const LANGUAGES = ['en', 'es'] as const;

describe.each(LANGUAGES)('the signing page in %s', (language) => {
  const world = new SignWorld({}, {}, language);
  let html = '';
  beforeAll(async () => {
    const answer = await world.get().expect(200);
    html = answer.text;
  });

  it('shows every text of the agreement, in the agreement’s language', () => {
    const shown = text(html);
    const { disclosures, consents, payments, title } = world.agreement;
    expect(html).toContain(`<html lang="${language}">`);
    expect(disclosures.length).toBeGreaterThan(15);
    const texts = [
      title,
      payments.description,
      ...disclosures.flatMap((part) => [part.heading, part.text]),
      ...consents.map((consent) => consent.text),
    ];
    expect(texts.filter((part) => !shown.includes(part))).toEqual([]);
  });

  it('shows the parties, the goods, every amount, date and the fingerprint of what is signed', () => {
    const shown = text(html);
    const facts = ['José Peña', '9 Elm', 'Ownward', 'Casa Linda 7', 'Sofá', 'SOFA-1', 'INV-77', '1002003001'];
    const amounts = ['$1,000.00', '$2,000.00', '$49.00', '$75.04', '$75.00'];
    for (const part of [...facts, ...amounts, 'a'.repeat(64)]) expect(shown).toContain(part);
    expect(shown).toContain(language === 'en' ? 'January 25, 2027, 12:00 AM' : '25 de enero de 2027, 12:00 a. m.');
  });

  it('has the total to own beside every payment, the initial one too', () => {
    const rows = html.match(/<table class="tight">.*?<\/table>/s)?.[0].match(/<tr>.*?<\/tr>/gs) ?? [];
    expect(rows).toHaveLength(1 + 1 + 26);
    for (const row of rows.slice(1)) expect(text(row)).toMatch(/\$(49\.00|75\.0[04]) \$2,000\.00 $/);
  });

  it('asks for each consent apart, ticks none, and needs all but the automatic payments', () => {
    const boxes = html.match(/<input[^>]*type="checkbox"[^>]*>/g) ?? [];
    expect(boxes.map((box) => /name="(\w+)"/.exec(box)?.[1])).toEqual([...CONSENT_IDS]);
    expect(boxes.filter((box) => box.includes('checked'))).toEqual([]);
    expect(boxes.map((box) => box.includes('required'))).toEqual([true, false, true]);
    expect(text(html)).toContain(SIGN_WORDS[language].form.autopayHint);
  });

  it('offers the cards of the sandbox, none chosen, and no field for a number', () => {
    const cards = html.match(/<input[^>]*type="radio"[^>]*>/g) ?? [];
    expect(cards.map((card) => /value="(\w+)"/.exec(card)?.[1])).toEqual([
      ...['tok_ok', 'tok_declined', 'tok_prepaid', 'tok_error'],
    ]);
    expect(cards.join()).not.toContain('checked');
  });

  it('is one form that works without scripts, has none in itself, and asks for no cookie', async () => {
    expect(html.match(/<form method="post"/g)).toHaveLength(1);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    expect(html).not.toMatch(/ style=| on\w+=/);
    expect((await world.get()).headers).not.toHaveProperty('set-cookie');
  });
});

describe('the signing page', () => {
  it('puts whatever people are called in as text, each name by itself so that it turns nothing around', async () => {
    const hostile = `<script>alert(1)</script>"'&\u202eשלום ${'x'.repeat(300)}`;
    const items = agreementInput().items.map((item) => ({ ...item, description: hostile }));
    const world = new SignWorld({}, { customer: { fullName: hostile, addressLines: [hostile] }, items });
    const { text: html } = await world.get().expect(200);
    expect(html).not.toContain('<script>alert');
    expect(html.match(/<bdi>&lt;script>alert\(1\)&lt;\/script>&quot;/g)).toHaveLength(3);
  });

  it('has as many rows as there are payments, up to one a week', async () => {
    const input = agreementInput({ payFrequency: 'weekly' });
    const { text: html } = await new SignWorld({}, input).get().expect(200);
    expect(input.estimatedPayments).toHaveLength(52);
    for (const { dueOn } of input.estimatedPayments) expect(dueOn).toMatch(/^202[67]-/);
    expect(html.match(/<td class="number">\$2,000\.00<\/td>/g)).toHaveLength(53);
  });

  it('says what is charged on its button, to the cent', async () => {
    const { pricing } = agreementInput();
    const world = new SignWorld({}, { pricing: { ...pricing, initialPaymentCents: cents(12_345) } });
    expect((await world.get()).text).toContain('Sign and pay $123.45');
  });

  it('shows dates of the agreement, not of today', async () => {
    const world = new SignWorld({}, { agreementOn: calendarDate('2025-02-03') });
    expect((await world.get()).text).toContain('February 3, 2025');
  });

  it('forgets nothing and remembers nothing: opened again it begins afresh, with a right of its own', async () => {
    const world = new SignWorld();
    await world.post({ initialPayment: undefined }).expect(400);
    const [one, two] = [await world.get(), await world.get()];
    const csrf = (html: string) => /name="csrf" value="([^"]+)"/.exec(html)?.[1];
    expect(one.text).not.toContain('checked');
    expect(/name="signedName"[^>]*value="([^"]*)"/.exec(one.text)?.[1] ?? '').toBe('');
    expect(csrf(one.text)).not.toBe(csrf(two.text));
  });
});

describe('who may show it inside another page', () => {
  const policyOf = async (world: SignWorld) => (await world.get()).headers['content-security-policy'];

  it('are the origins of the retailer, and nobody where there are none', async () => {
    const world = new SignWorld();
    expect(await policyOf(world)).toMatch(/frame-ancestors https:\/\/shop\.example\.com$/);
    expect((await world.get()).headers).not.toHaveProperty('x-frame-options');
    world.link = { ...world.link, embedOrigins: [] };
    expect(await policyOf(world)).toMatch(/frame-ancestors 'none'$/);
    expect((await world.get()).headers['x-frame-options']).toBe('DENY');
  });

  it('are developers on their own machine too, in the sandbox only', async () => {
    const sandbox = new SignWorld({ isSandbox: true });
    expect(await policyOf(sandbox)).toContain(`frame-ancestors ${SHOP} http://127.0.0.1:*`);
    expect(await policyOf(new SignWorld())).not.toContain('127.0.0.1');
  });

  it('are the same for what it says when nothing can be signed', async () => {
    const world = new SignWorld();
    Object.assign(world.link, SIGNED);
    expect(await policyOf(world)).toContain(`frame-ancestors ${SHOP}`);
  });

  it('are those it speaks to', async () => {
    const { text: html } = await new SignWorld().get();
    expect(html).toContain(`data-origins="[&quot;${SHOP}&quot;]"`);
    expect(html).toContain('data-says="[&quot;Initialize: App loaded&quot;,&quot;Lease Summary loaded&quot;]"');
  });
});

describe('the processor’s card fields', () => {
  const world = new SignWorld({ card: { kind: 'hosted', scriptUrl: 'https://fields.cards.example/v1/fields.js' } });

  it('take the place of the sandbox’s cards, and a token comes back in a hidden field', async () => {
    const { text: html } = await world.get();
    expect(html).not.toContain('tok_');
    expect(html).toMatch(/<div data-card-fields[^>]*lang="en"/);
    expect(html).toContain('<input type="hidden" name="cardToken" value/>');
    expect(html).toContain('<script src="https://fields.cards.example/v1/fields.js" defer>');
  });

  it('are the only strangers whose scripts and frames the page lets in', async () => {
    const { headers } = await world.get();
    expect(headers['content-security-policy']).toContain("script-src 'self' https://fields.cards.example;");
    expect(headers['content-security-policy']).toContain('frame-src https://fields.cards.example;');
    const own = (await new SignWorld().get()).headers['content-security-policy'];
    expect(own).toContain("script-src 'self';");
    expect(own).not.toContain('frame-src');
  });

  it('say so when no token came', async () => {
    const { text: html } = await world.post({ cardToken: '' }).expect(400);
    expect(html).toContain('Please choose or enter a card.');
    expect(world.signed).toEqual([]);
  });
});

describe('other ways of asking', () => {
  it.each(['put', 'delete', 'patch'] as const)(
    '%s is answered with what is allowed, and the link is in no answer',
    async (method) => {
      const { app } = new SignWorld();
      const answer = await request(app)[method](`/sign/${LINK}`).expect(405);
      expect(answer.headers['allow']).toBe('GET, HEAD, POST');
      expect(answer.text).not.toContain(LINK);
    },
  );

  it('no log line holds the link', async () => {
    const world = new SignWorld();
    await world.get().expect(200);
    await world.get(`/sign/${LINK}/nothing/here`).expect(404);
    await world.post({ csrf: 'x' });
    expect(world.lines.length).toBeGreaterThan(2);
    expect(JSON.stringify(world.lines)).not.toContain(LINK);
    expect((await world.get(`/sign/${LINK}/nothing/here`)).text).not.toContain(LINK);
  });
});
