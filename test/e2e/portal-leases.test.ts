import type { Browser, Page } from 'playwright-core';
import { barriersOf, isTooWide, launchBrowser, newVisitor, type Visitor } from '../support/browser';
import { sharedSandbox } from '../support/e2e-client';
import { localDate, plusDays, STORES, todayIn } from '../support/e2e-dates';
import * as leases from '../support/e2e-leases';
import { sharedPortal, signIn } from '../support/e2e-portal';

const { bestsofa, nobody } = sharedSandbox();
const portal = sharedPortal();
const clerk = portal.clerkOf('sto_fresno');
const IN_FRESNO = { storeId: 'sto_fresno' } as const;

let browser: Browser;
beforeAll(async () => void (browser = await launchBrowser()));
afterAll(() => browser.close());

/** A page of the clerk of Fresno, in the language of the visitor. */
async function atTheDesk(visitor: Visitor = {}): Promise<Page> {
  const page = await (await newVisitor(browser, visitor)).newPage();
  await signIn(page, portal.url, clerk);
  const { language = 'en' } = visitor;
  // The account remembers the language of the test before.
  if ((await page.getAttribute('html', 'lang')) !== language) await page.click(`.bar button[lang=${language}]`);
  return page;
}

const addressOf = (leaseId: string, page = ''): string => `${portal.url}/leases/${leaseId}${page}`;
const send = (page: Page): Promise<void> => page.click('main form button.main');
const textOf = (page: Page): Promise<string> => page.locator('main').innerText();

const APPLICATION: Readonly<Record<string, string>> = {
  'customer.firstName': 'Ana',
  'customer.lastName': 'Ruiz',
  'customer.dateOfBirth': '1990-04-17',
  'customer.email': 'ana.ruiz@example.com',
  'customer.mobilePhone': '(214) 555-0134',
  'customer.address.line1': '12 Elm St',
  'customer.address.city': 'Dallas',
  'customer.address.postalCode': '75201',
  'income.monthlyIncomeCents': '2,400',
  'bankAccount.routingNumber': '111000025',
  'bankAccount.accountNumber': '000123456789',
};

async function fillIn(page: Page, ssn: string): Promise<void> {
  const today = todayIn('America/New_York');
  const paydays = { 'income.lastPaidOn': plusDays(today, -4), 'income.nextPaidOn': plusDays(today, 10) };
  for (const [name, value] of Object.entries({ ...APPLICATION, ...paydays, 'customer.ssn': ssn })) {
    await page.fill(`[name="${name}"]`, value);
  }
  await page.selectOption('[name="customer.address.state"]', 'TX');
  await page.selectOption('[name="income.payFrequency"]', 'biWeekly');
  await page.selectOption('[name="bankAccount.accountType"]', 'checking');
  await page.check('[name="consents.electronicDisclosures"]');
  await page.check('[name="consents.creditDecision"]');
}

describe('a clerk, in Spanish and without scripts,', () => {
  const spanish = { language: 'es', hasScripts: false } as const;

  it('hands an application over: the customer is approved, and cannot get into the portal', async () => {
    const page = await atTheDesk(spanish);
    await page.goto(`${portal.url}/applications`);
    await page.check('main [name=language][value=es]');
    await send(page);
    const link = page.url();
    await page.goto(portal.url);
    expect(page.url()).toContain('/portal/sign-in');

    await page.goto(link);
    await fillIn(page, leases.newSsn());
    await page.fill('[name="bankAccount.routingNumber"]', '111000026');
    await send(page);
    await page.getByRole('alert').getByText('Número de ruta bancaria').waitFor();
    expect(await page.inputValue('[name="customer.lastName"]')).toBe('Ruiz');
    await page.fill('[name="bankAccount.routingNumber"]', '111000025');
    await send(page);

    await page.getByText('Su solicitud está aprobada').waitFor();
    const [leaseId = ''] = /[1-9]\d{9}/.exec(await textOf(page)) ?? [];
    const { body } = await bestsofa.get(`/v1/leases/${leaseId}`);
    expect(body).toMatchObject({ status: 'approved', storeId: 'sto_fresno' });
    expect(page.url()).not.toMatch(/Ruiz|ana/);
    await page.goto(link);
    await page.getByText('Esta solicitud ya se envió').waitFor();
    await page.context().close();
  });

  it('enters the order, and gives the device to the customer to sign on', async () => {
    const { leaseId } = await leases.apply(bestsofa, IN_FRESNO);
    const page = await atTheDesk(spanish);
    await page.goto(addressOf(leaseId));
    await page.getByRole('link', { name: 'Registrar el pedido' }).click();
    await page.fill('[name=invoiceNumber]', 'INV-DESK');
    for (const [name, value] of Object.entries({ description: 'Sofá', sku: 'S-1', quantity: '1', price: '1,000' })) {
      await page.fill(`[name="${name}.0"]`, value);
    }
    await send(page);
    await page.getByText('26 pagos de $75.04').waitFor();
    expect(await textOf(page)).toContain('costo total para ser propietario $2,000.00');
    const link = await page.inputValue('#signing-url');
    await send(page);
    expect(page.url()).toBe(link);
    await page.goto(addressOf(leaseId));
    expect(page.url()).toContain('/portal/sign-in');
    await page.context().close();
  });

  it('confirms a delivery and sees the lease funded, with its own name in the timeline', async () => {
    const lease = await leases.accepted(bestsofa, nobody, IN_FRESNO);
    const page = await atTheDesk(spanish);
    await page.fill('[name=text]', lease.leaseId);
    await page.click('form[role=search] button');
    await page.getByRole('link', { name: lease.leaseId }).first().click();
    await page.getByText('Listo para entregar: SÍ').waitFor();
    await page.getByRole('link', { name: 'Confirmar la entrega' }).click();
    expect(await page.inputValue('[name=deliveredOn]')).toBe(await leases.leaseToday(bestsofa, lease));
    await send(page);
    await page.getByText('La entrega quedó registrada.').waitFor();
    expect(await textOf(page)).toContain('Financiado');
    await page.getByRole('row', { name: 'Se entregó el pedido completo' }).getByText(clerk.username).waitFor();
    expect((await bestsofa.get(lease.path)).body.status).toBe('funded');
    await page.context().close();
  });

  it('returns one item and has a receipt to print in either language', async () => {
    const { leaseId, path } = await leases.funded(bestsofa, nobody, IN_FRESNO);
    const page = await atTheDesk(spanish);
    await page.goto(addressOf(leaseId, '/return'));
    await send(page);
    await page.check('[value=lines]');
    await page.fill('[name="quantity.2"]', '1');
    await send(page);
    const [returned] = (await bestsofa.get(`${path}/returns`)).body.data;
    expect(returned).toMatchObject({ lines: [{ lineNumber: 2, quantity: 1, amountCents: 30_000 }] });
    expect(page.url()).toBe(addressOf(leaseId, `/returns/${returned.returnId}`));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header').first().isVisible()).toBe(false);
    expect(await textOf(page)).toContain('Table');
    expect(await textOf(page)).toContain('$300.00');
    await page.emulateMedia({ media: 'screen' });
    await page.getByRole('link', { name: 'In English' }).click();
    await page.getByText('Receipt number').waitFor();

    const pdf = Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1');
    await page.setInputFiles('[name=file]', { name: 'credit.pdf', mimeType: 'application/pdf', buffer: pdf });
    await page.getByRole('button', { name: 'Adjuntar' }).click();
    await page.getByText('La nota de crédito quedó adjunta.').waitFor();
    expect((await bestsofa.get(`${path}/returns`)).body.data[0].creditInvoice.byteCount).toBe(pdf.length);
    await page.context().close();
  });

  it('takes over nothing that happened by API while the form was open, and says how the lease stands', async () => {
    const lease = await leases.accepted(bestsofa, nobody, IN_FRESNO);
    const page = await atTheDesk(spanish);
    await page.goto(addressOf(lease.leaseId, '/cancellation'));
    await leases.deliver(bestsofa, lease, await leases.leaseToday(bestsofa, lease));
    await page.click('main form button.grave');
    await page.getByRole('alert').getByText('el arrendamiento cambió').waitFor();
    expect(await textOf(page)).toContain('Financiado');
    expect((await bestsofa.get(lease.path)).body.status).toBe('funded');
    await page.context().close();
  });
});

describe('a form at the desk', () => {
  it('sent twice at once has one effect', async () => {
    const lease = await leases.accepted(bestsofa, nobody, IN_FRESNO);
    const page = await atTheDesk({ hasScripts: false });
    await page.goto(addressOf(lease.leaseId, '/delivery'));
    const csrf = await page.inputValue('main [name=csrf]');
    const deliveredOn = localDate(new Date().toISOString(), STORES.sto_fresno);
    const form = { csrf, deliveredOn };
    const sent = [1, 2].map(() => page.request.post(addressOf(lease.leaseId, '/delivery'), { form, maxRedirects: 0 }));
    const answers = await Promise.all(sent);
    expect(answers.map((answer) => answer.status())).toEqual([303, 303]);
    const types = await leases.timelineTypes(bestsofa, lease.leaseId);
    expect(types.filter((type) => type === 'delivery.confirmed')).toHaveLength(1);
    expect(types).not.toContain('command.refused');
    await page.context().close();
  });
});

describe('the lease pages', () => {
  it.each(['en', 'es'] as const)('keep nobody out, on a small screen: %s', async (language) => {
    const [approved, unsigned, toDeliver, funded] = [
      await leases.apply(bestsofa, IN_FRESNO),
      await leases.contracts(bestsofa, IN_FRESNO),
      await leases.accepted(bestsofa, nobody, IN_FRESNO),
      await leases.funded(bestsofa, nobody, IN_FRESNO),
    ];
    const page = await atTheDesk({ language });
    const expectOpenToAll = async (): Promise<void> => {
      expect([page.url(), await barriersOf(page)]).toEqual([page.url(), []]);
      expect([page.url(), await isTooWide(page)]).toEqual([page.url(), false]);
    };
    const addresses = [
      ...['', '/order', '/delivery'].map((path) => addressOf(approved.leaseId, path)),
      ...['', '/signing', '/cancellation'].map((path) => addressOf(unsigned.leaseId, path)),
      ...['', '/delivery'].map((path) => addressOf(toDeliver.leaseId, path)),
      ...['', '/return', '/price-adjustment'].map((path) => addressOf(funded.leaseId, path)),
    ];
    for (const address of addresses) {
      await page.goto(address);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await expectOpenToAll();
    }
    await send(page);
    await expectOpenToAll();
    await page.fill('[name="amount.1"]', 'much');
    await send(page);
    await expectOpenToAll();
    await page.fill('[name="amount.1"]', '50');
    await send(page);
    await expectOpenToAll();
    await page.goto(`${portal.url}/applications`);
    await expectOpenToAll();
    await send(page);
    await expectOpenToAll();
    await page.context().close();
  });

  it('show a manager the runs that the API lists, and a clerk none', async () => {
    const page = await (await newVisitor(browser)).newPage();
    await signIn(page, `${portal.url}/funding`, portal.manager);
    expect(await barriersOf(page)).toEqual([]);
    const { body } = await bestsofa.get('/v1/funding-runs?limit=25');
    const listed = await page.locator('main table a').allInnerTexts();
    expect(listed).toEqual(body.data.map(({ runId }: { runId: string }) => runId));
    const desk = await atTheDesk();
    expect((await desk.goto(`${portal.url}/funding`))?.status()).toBe(403);
    for (const one of [page, desk]) await one.context().close();
  });
});
