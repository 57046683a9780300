import { WORK_GROUPS } from '../../../api/portal/work-lists';
import { WORK_WORDS } from '../../../api/portal/today/work-words';
import { cents } from '../../../domain/cents';
import { leaseId, storeId } from '../../../domain/ids';
import { instant } from '../../../domain/calendar-date';
import { leaseView } from '../support/fake-leases';
import { person, TOKENS, workRow } from './support/fake-accounts';
import { PortalApp } from './support/portal-app';

const HOSTILE = `<script>alert(1)</script>"'&<img src=x onerror=alert(2)>`;
const LONG = 'Ñ'.repeat(300);

/** A manager in this language. */
function appIn(language: 'en' | 'es', rows = [workRow()]): PortalApp {
  const app = new PortalApp({ rows });
  app.accounts.signed.set(TOKENS.manager, person({ language }));
  return app;
}

describe('the list of today', () => {
  it.each(['en', 'es'] as const)(
    'has all five groups with their counts, in the language of the person: %s',
    async (language) => {
      const { text } = await appIn(language).get('', 'manager').expect(200);
      const words = WORK_WORDS[language];
      expect(text).toContain(`<html lang="${language}">`);
      for (const group of WORK_GROUPS) {
        expect(text).toContain(`${words.groups[group]} <span class="tag">1</span>`);
        expect(text).toContain(`href="#${group}"`);
      }
      expect(text).not.toContain(words.showMore);
    },
  );

  it('says of a lease which, whose, how much, what next and until when in the clock of its store', async () => {
    const lease = leaseView({
      ...{ status: 'contracts', invoiceNumber: 'INV-7', invoiceTotalCents: cents(123_456) },
      contractsExpireAt: instant(Date.UTC(2027, 0, 24, 6)),
    });
    const { text } = await appIn('es', [workRow({ lease, customerName: 'José P.' })]).get('', 'manager');
    expect(text).toContain(`href="/portal/leases/${lease.leaseId}"`);
    for (const part of [
      'José P.',
      'INV-7',
      '$1,234.56',
      'Por firmar',
      'Espere la firma',
      '23 de enero de 2027',
      'Dallas',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('marks as bad what is blocked, overdue, expired or unpaid', async () => {
    const rows = [
      workRow({ lease: leaseView({ leaseId: leaseId('1000000002') }), isBlocked: true }),
      workRow({ lease: leaseView({ leaseId: leaseId('1000000003') }), isOverdue: true }),
      workRow({ lease: leaseView({ leaseId: leaseId('1000000004'), status: 'contracts_expired' }) }),
      workRow({ lease: leaseView({ leaseId: leaseId('1000000005'), status: 'funded', fundingState: 'held' }) }),
    ];
    const { text } = await appIn('en', rows).get('', 'manager');
    expect(text.match(/tag-bad/g)).toHaveLength(rows.length * WORK_GROUPS.length);
  });

  it.each(['en', 'es'] as const)('shows what people are called, and runs none of it: %s', async (language) => {
    const rows = [
      workRow({ customerName: HOSTILE }),
      workRow({
        customerName: `${LONG} أهلا 🛋️`,
        lease: leaseView({ leaseId: leaseId('1000000002'), invoiceNumber: HOSTILE }),
      }),
    ];
    const { text } = await appIn(language, rows).get('', 'manager').expect(200);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    expect(text).toContain('&lt;script>alert(1)&lt;/script>');
    expect(text).toContain(`<bdi>${LONG} أهلا 🛋️</bdi>`);
  });

  it('asks for the stores of the person, for one of them when chosen, and never for another', async () => {
    const app = new PortalApp();
    await app.get('', 'manager');
    await app.get('?store=S-2', 'manager');
    await app.get('?store=S-2', 'clerk');
    await app.get('?store=sto_elsewhere', 'clerk');
    expect(app.lists.asked).toEqual([
      'today of S-1+S-2 for usr_1, 10 unsigned',
      'today of S-2 for usr_1, 10 unsigned',
      'today of S-1 for usr_2, 10 unsigned',
      'today of S-1 for usr_2, 10 unsigned',
    ]);
  });

  it('offers more of a list that has more, within a bound, and keeps what was chosen', async () => {
    const app = new PortalApp();
    app.lists.today = async () => {
      const page = { rows: [workRow()], count: 50 };
      return { attention: page, unsigned: page, deliverable: page, delivered: page, funded: page };
    };
    const { text } = await app.get('?store=S-1&funded=35', 'manager').expect(200);
    expect(text).toContain('href="/portal?store=S-1&amp;unsigned=35&amp;funded=35#unsigned"');
    expect(text).toContain('href="/portal?store=S-1&amp;funded=60#funded"');
    const asked = new PortalApp();
    for (const shown of ['35', '9999', '-1', 'x', '1', '900']) await asked.get(`?unsigned=${shown}`, 'manager');
    expect(asked.lists.asked.map((line) => / (\d+) unsigned/.exec(line)?.[1])).toEqual([
      '35',
      '10',
      '10',
      '10',
      '10',
      '500',
    ]);
  });
});

describe('the search', () => {
  it('keeps the name out of the address, finds with it in the stores of the person, and shows what was looked for', async () => {
    const app = new PortalApp({ rows: [workRow()] });
    const asked = await app.post('/search', 'clerk', { text: '  Peña Núñez ' }).expect(303);
    expect(asked.headers['location']).toBe('/portal/search');
    const [cookie = ''] = [asked.headers['set-cookie']].flat().map(String);
    expect(cookie).toMatch(/^ownward_search=[\w-]+; Max-Age=600; Path=\/portal\/search; HttpOnly; SameSite=Lax$/);
    const pair = cookie.split(';')[0] ?? '';
    const found = await app
      .get('/search', 'clerk')
      .set('Cookie', `ownward_session=${TOKENS.clerk}; ${pair}`)
      .expect(200);
    expect(app.lists.asked).toEqual(['search Peña Núñez in S-1']);
    expect(found.text).toContain('1 lease found for “Peña Núñez”.');
    expect(found.text).toContain('value="Peña Núñez"');
  });

  it('runs nothing of what was looked for, and says what to try when nothing was found', async () => {
    const app = new PortalApp();
    const text = Buffer.from(HOSTILE).toString('base64url');
    const cookie = `ownward_session=${TOKENS.clerk}; ownward_search=${text}`;
    const found = await app.get('/search', 'clerk').set('Cookie', cookie).expect(200);
    expect(found.text).not.toContain('<script>alert');
    expect(found.text).toContain(WORK_WORDS.en.foundNothingHint);
  });

  it('asks for nothing when nothing is looked for', async () => {
    const app = new PortalApp();
    await app.get('/search', 'clerk').expect(200);
    expect(app.lists.asked).toEqual([]);
  });
});

describe('the frame', () => {
  it('says whose portal it is, who is here and where one is', async () => {
    const app = new PortalApp();
    app.accounts.signed.set(TOKENS.clerk, person({ role: 'clerk', username: HOSTILE, stores: [store('Dallas')] }));
    const { text } = await app.get('/account', 'clerk').expect(200);
    expect(text).toContain('<a class="brand" href="/portal">BestSofa</a>');
    expect(text).toContain('&lt;script>alert(1)&lt;/script>');
    expect(text).toContain('· Clerk · Dallas');
    expect(text).toContain('<a href="/portal/account" aria-current="page">My account</a>');
    expect(text).not.toContain('href="/portal/people"');
    expect(text).toContain('<a class="skip" href="#content">');
  });

  it('switches the language of the person and comes back to the page', async () => {
    const app = new PortalApp();
    const { text } = await app.get('?store=S-2', 'manager');
    expect(text).toContain('name="back" value="/portal?store=S-2"');
    const { headers } = await app
      .post('/language', 'manager', { language: 'es', back: '/portal?store=S-2' })
      .expect(303);
    expect(headers['location']).toBe('/portal?store=S-2');
    expect(app.accounts.done).toEqual(['language usr_1 es']);
    await app.post('/language', 'manager', { language: 'fr' }).expect(400);
  });
});

const store = (name: string) => ({
  storeId: storeId('S-1'),
  name,
  kind: 'store' as const,
  timeZone: 'America/Chicago',
});
