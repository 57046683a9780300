import type { Browser, Frame, Page } from 'playwright-core';
import { barriersOf, isTooWide, launchBrowser, newVisitor, type Visitor } from '../support/browser';
import { sharedSandbox } from '../support/e2e-client';
import * as leases from '../support/e2e-leases';
import { openShop } from '../support/embedding-shop';

const { bestsofa } = sharedSandbox();

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

async function visit(url: string, visitor: Visitor = {}): Promise<Page> {
  const page = await (await newVisitor(browser, visitor)).newPage();
  await page.goto(url);
  return page;
}

const pageOf = ({ signing }: leases.Contracts): string =>
  `${bestsofa.apiUrl}${signing.replace('/v1/signing', '/sign')}`;

/** Fills the form in as a customer does who does not want automatic payments, and sends it. */
async function sign(page: Page | Frame, cardToken: string, signedName = 'José Peña'): Promise<void> {
  await page.check('[name=initialPayment]');
  await page.check('[name=electronicSignature]');
  await page.check(`[value=${cardToken}]`);
  await page.fill('[name=signedName]', signedName);
  await page.click('form.sign button[type=submit]');
}

/** Of the page at this address: axe needs scripts, the page does not. */
async function barriersAt(url: string, language: 'en' | 'es'): Promise<string[]> {
  const page = await visit(url, { language });
  const barriers = await barriersOf(page);
  await page.context().close();
  return barriers;
}

const heading = (page: Page | Frame): Promise<string> => page.locator('h1').innerText();

describe('the customer signs on the page', () => {
  it('in Spanish, without scripts, with a second card after the first was declined, and downloads the copy', async () => {
    const customer = { firstName: 'José', lastName: 'Peña' };
    const lease = await leases.contracts(bestsofa, { customer, changes: { language: 'es' } });
    const page = await visit(pageOf(lease), { language: 'es', hasScripts: false });
    expect(await heading(page)).toBe('Contrato de arrendamiento con opción a compra');
    expect(await barriersAt(page.url(), 'es')).toEqual([]);

    await sign(page, 'tok_declined');
    await page.getByRole('alert').getByText('La tarjeta fue rechazada').waitFor();
    await page.getByText('Puede intentar con 3 tarjetas más.').waitFor();
    expect(await page.locator('form.sign input:checked').count()).toBe(0);
    expect(await barriersAt(page.url(), 'es')).toEqual([]);

    await sign(page, 'tok_ok');
    await page.getByText('Firmado. ¡Gracias!').waitFor();
    expect(await barriersAt(page.url(), 'es')).toEqual([]);
    const [download] = await Promise.all([page.waitForEvent('download'), page.click('a.button.main')]);
    expect(download.suggestedFilename()).toBe(`contrato-firmado-${lease.leaseId}.pdf`);

    expect((await bestsofa.get(lease.path)).body).toMatchObject({ status: 'lease_accepted', isOkToDeliver: true });
    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    expect(types.filter((type) => type.startsWith('initial_payment'))).toEqual([
      ...['initial_payment.declined', 'initial_payment.captured'],
    ]);
    await page.goto(pageOf(lease));
    expect(await heading(page)).toBe('Este contrato está firmado');
    expect(await page.content()).not.toContain('José');
  });

  it('by keyboard alone, on a phone’s screen, whatever the customer is called', async () => {
    const firstName = `<script>alert(1)</script>שלום${'x'.repeat(30)}`;
    const lease = await leases.contracts(bestsofa, { customer: { firstName } });
    const page = await visit(pageOf(lease));
    expect(await barriersOf(page)).toEqual([]);
    expect(await isTooWide(page)).toBe(false);
    await page.locator('[name=initialPayment]').focus();
    for (const key of ['Space', 'Tab', 'Tab', 'Space', 'Tab', 'Space', 'Tab']) await page.keyboard.press(key);
    await page.keyboard.type('Ana Ruiz');
    await page.keyboard.press('Enter');
    await page.getByText('Signed. Thank you!').waitFor();
  });

  it('and is asked for what is missing, by the browser and by us', async () => {
    const lease = await leases.contracts(bestsofa);
    const page = await visit(pageOf(lease));
    await page.click('form.sign button[type=submit]');
    expect(page.url()).toBe(pageOf(lease));
    await page.evaluate("document.querySelector('form.sign').noValidate = true");
    await sign(page, 'tok_ok', '4111 1111 1111 1111');
    await page.getByRole('alert').getByText('Numbers of cards are not taken here.').waitFor();
    expect(await barriersOf(page)).toEqual([]);
    expect(await page.content()).not.toContain('4111');
    expect((await bestsofa.get(lease.path)).body).toMatchObject({ status: 'contracts' });
  });
});

describe('inside a retailer’s page', () => {
  async function framed(page: Page): Promise<Frame> {
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('no frame');
    return frame;
  }

  it('the retailer hears what happens, in the words it knows, from our origin', async () => {
    const lease = await leases.contracts(bestsofa);
    const shop = await openShop(pageOf(lease));
    const page = await visit(shop.url('127.0.0.1'));
    const frame = await framed(page);
    await frame.waitForSelector('form.sign');
    await frame.check('[name=recurringPayment]');
    await sign(frame, 'tok_declined');
    await frame.getByRole('alert').waitFor();
    await sign(frame, 'tok_ok');
    await frame.getByText('Signed. Thank you!').waitFor();
    await page.waitForFunction("window.heard.some(([, said]) => said === 'Post Process: Complete')");
    const heard = await page.evaluate<[string, string][]>('window.heard');
    expect(new Set(heard.map(([origin]) => origin))).toEqual(new Set([bestsofa.apiUrl]));
    const signing = ['Consent: Initial Payment', 'Signature: 1 of 1', 'Signature: All completed'];
    expect(heard.map(([, said]) => said)).toEqual([
      ...['Initialize: App loaded', 'Lease Summary loaded', 'Consent: Recurring Payment', ...signing],
      ...['Credit Card Collection', ...signing, 'Post Process: Complete'],
    ]);
    await shop.close();
  });

  it('that is nobody’s we know, nothing is shown and nothing is said', async () => {
    const lease = await leases.contracts(bestsofa);
    const shop = await openShop(pageOf(lease));
    const page = await visit(shop.url('127.0.0.1').replace('127.0.0.1', 'localhost'));
    const frame = await framed(page);
    await page.waitForLoadState('networkidle');
    expect(await frame.locator('form.sign').count()).toBe(0);
    expect(await page.evaluate('window.heard')).toEqual([]);
    await shop.close();
  });

  it('in a frame without an origin of its own, the customer can sign all the same', async () => {
    const lease = await leases.contracts(bestsofa);
    const shop = await openShop(pageOf(lease), 'allow-forms allow-scripts');
    const page = await visit(shop.url('127.0.0.1'));
    const frame = await framed(page);
    await sign(frame, 'tok_ok');
    await frame.getByText('Signed. Thank you!').waitFor();
    await shop.close();
  });
});
