import type { Browser, Page } from 'playwright-core';
import { barriersOf, isTooWide, launchBrowser, newVisitor, type Visitor } from '../support/browser';
import { sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { sharedPortal, signIn } from '../support/e2e-portal';

const { bestsofa, acme, nobody } = sharedSandbox();
const portal = sharedPortal('bestsofa');
/** For what changes the language a person is spoken to in. */
const other = sharedPortal('acme');
const albany = other.clerkOf('sto_albany');
const dallas = portal.clerkOf('sto_dallas');

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** What the policy of our pages kept from running, or what was not there: nothing of it may ever be said. */
const complaints: string[] = [];

async function newPage(visitor: Visitor = {}): Promise<Page> {
  const page = await (await newVisitor(browser, visitor)).newPage();
  page.on('console', (message) => {
    if (/Content Security Policy|net::ERR|404/.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return page;
}

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();

async function expectOpenToAll(page: Page): Promise<void> {
  // A page without its style sheet yet has no width to speak of.
  await page.waitForLoadState('load');
  expect([page.url(), await barriersOf(page)]).toEqual([page.url(), []]);
  expect([page.url(), await isTooWide(page)]).toEqual([page.url(), false]);
}

describe('a clerk in front of the portal', () => {
  it('gets in after a mistyped password, without scripts, in Spanish, and finds the store’s lease by name', async () => {
    const lastName = 'Peña Núñez';
    const { leaseId } = await leases.contracts(acme, {
      storeId: 'sto_albany',
      customer: { firstName: 'José', lastName },
    });
    const page = await newPage({ language: 'es', hasScripts: false });
    await page.goto(portal.url);
    expect(await heading(page)).toBe('Entrar al portal de la tienda');
    await page.fill('[name=username]', albany.username);
    await page.fill('[name=password]', 'no es esta');
    await page.click('form button.main');
    await page.getByRole('alert').getByText('no son correctos').waitFor();
    await page.fill('[name=password]', albany.password);
    await page.click('form button.main');
    await page.click('.bar button[lang=es]');
    expect(await heading(page)).toBe('Hoy');
    expect(await page.locator('.who').innerText()).toBe(`${albany.username} · Empleado · Acme Albany`);

    await page.fill('[name=text]', 'pena nunez');
    await page.click('form[role=search] button');
    expect(page.url()).toBe(`${portal.url}/search`);
    await page.getByRole('link', { name: leaseId }).waitFor();
    expect(await page.locator('main').innerText()).toContain('José P.');
    expect(await page.content()).not.toContain('Peña');
    // Back from the lease without being asked to send a form again.
    await page.getByRole('link', { name: leaseId }).click();
    await page.goBack();
    await page.getByRole('link', { name: leaseId }).waitFor();

    await page.click('.bar form[action$=sign-out] button');
    await page.getByText('Cerró la sesión.').waitFor();
    await page.goto(portal.url);
    expect(await heading(page)).toBe('Entrar al portal de la tienda');
    await page.context().close();
  });

  it('sees the lease of its own store in its list, and nothing of another store’s', async () => {
    const own = await leases.accepted(bestsofa, nobody);
    const elsewhere = await leases.accepted(bestsofa, nobody, { storeId: 'sto_fresno' });
    const page = await newPage();
    await signIn(page, `${portal.url}?deliverable=500`, dallas);
    await page.locator('#deliverable').getByRole('link', { name: own.leaseId }).waitFor();
    expect(await page.locator('#deliverable').getByText(own.leaseId).count()).toBe(1);
    expect(await page.content()).not.toContain(elsewhere.leaseId);
    for (const path of [`leases/${elsewhere.leaseId}`, 'people', 'webhooks']) {
      const answer = await page.goto(`${portal.url}/${path}`);
      expect([path, answer?.status()]).toEqual([path, path.startsWith('leases') ? 404 : 403]);
    }
    await page.context().close();
  });

  it('can do all of it with the keyboard: past the navigation, to what is wrong, to the field', async () => {
    const page = await newPage();
    await page.goto(portal.url);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.focus('[name=username]');
    await page.keyboard.type('nobody@bestsofa.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('wrong');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate('document.activeElement.className')).toBe('problems');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('field-username');
    await page.context().close();
  });
});

describe('a manager', () => {
  it('invites a clerk, who sets a password and is out at the next click once sent away', async () => {
    const page = await newPage();
    await signIn(page, `${portal.url}/people`, portal.manager);
    const username = `invited-${Date.now()}@bestsofa.example`;
    await page.fill('[name=username]', username);
    await page.click('button.main');
    await page.getByRole('alert').getByText('Choose at least one store').waitFor();
    await page.check('[value=sto_fresno]');
    await page.click('button.main');
    const link = await page.inputValue('#link');

    const clerk = await newPage({ language: 'es' });
    await clerk.goto(link);
    await expectOpenToAll(clerk);
    const password = 'cuatro palabras hacen una';
    await clerk.fill('[name=next]', password);
    await clerk.fill('[name=repeated]', password);
    await clerk.click('button.main');
    await signIn(clerk, portal.url, { username, password });
    expect(await heading(clerk)).toBe('Hoy');
    expect(await clerk.locator('.who').innerText()).toContain('BestSofa Fresno');
    await clerk.goto(link);
    expect(await heading(clerk)).toBe('Este enlace ya no sirve');

    await page.goto(`${portal.url}/people`);
    await page.getByRole('row', { name: username }).getByRole('link').click();
    await page.getByRole('button', { name: 'Do not let in any more' }).click();
    await page.getByText('The person cannot sign in any more.').waitFor();
    await clerk.goto(portal.url);
    expect(clerk.url()).toContain('/portal/sign-in');
    for (const one of [page, clerk]) await one.context().close();
  });

  it.each(['en', 'es'] as const)(
    'meets no barrier on any page of the frame, on a small screen: %s',
    async (language) => {
      const page = await newPage({ language });
      await page.goto(portal.url);
      await expectOpenToAll(page);
      await page.click('form button.main', { noWaitAfter: true });
      await signIn(page, `${portal.url}/sign-in?language=${language}`, other.manager);
      for (const path of ['', '/search', '/people', '/account', '/webhooks', '/nothing', '/people?done=activated']) {
        await page.goto(`${portal.url}${path}`);
        expect(await page.locator('html').getAttribute('lang')).toBe(language);
        await expectOpenToAll(page);
      }
      await page.goto(`${portal.url}/people`);
      await page.getByRole('row').getByRole('link').first().click();
      await expectOpenToAll(page);
      await page.context().close();
    },
  );
});

describe('the pages', () => {
  it('asked nothing of the browser that their own policy forbids, and for nothing that is not there', () => {
    expect(complaints.filter((line) => !line.includes('status of 404'))).toEqual([]);
  });
});
