import { cents } from '../../../../domain/cents';
import { CREDIT_INVOICE, RETURN } from '../../support/fake-returns';
import { RETURN_AUTHORIZATION } from '../../support/fake-reports';
import { deskWorld, FUNDED, LEASE_PATH, OWN_LEASE, seen } from './support/desk-world';

const { authorizationCode } = RETURN_AUTHORIZATION;
const PAGE = `${LEASE_PATH}/return`;
const PRICE = `${LEASE_PATH}/price-adjustment`;
const form = (fields: Record<string, string>) => ({ authorizationCode, returnedOn: '2026-11-24', ...fields });

describe('a return is reported at the desk', () => {
  it('after its authorization, which stands in the form and in no address', async () => {
    const world = deskWorld({ lease: FUNDED });
    expect((await world.get(PAGE)).text).toContain(`action="/portal/leases/${OWN_LEASE}/return/form"`);
    const { text, status, headers } = await world.post(`${PAGE}/form`);
    expect(status).toBe(200);
    expect(headers['location']).toBeUndefined();
    expect(text).toContain(`<input type="hidden" name="authorizationCode" value="${authorizationCode}"/>`);
    expect(world.told[0]).toMatchObject({ operationId: 'requestReturnAuthorization' });
  });

  it('not where nothing may come back', async () => {
    const world = deskWorld({ lease: FUNDED, visit: { language: 'es' } });
    const refused = { outcome: 'refused', replayed: false, detail: 'no', from: 'funded', event: 'x' } as const;
    world.answer = { ...refused, code: 'RETURN_NOT_ELIGIBLE' };
    const { status, text } = await world.post(`${PAGE}/form`);
    expect(status).toBe(409);
    expect(seen(text)).toContain('En este arrendamiento no es posible una devolución.');
    expect(text).not.toContain('name="authorizationCode"');
  });

  it('line by line, and ends on its receipt', async () => {
    const world = deskWorld({ lease: FUNDED });
    const answer = await world.post(
      PAGE,
      form({ scope: 'lines', 'quantity.2': '1', 'amount.1': '', creditInvoiceNumber: 'CR-1' }),
    );
    expect(answer.headers['location']).toBe(`/portal/leases/${OWN_LEASE}/returns/RET-${OWN_LEASE}-1`);
    expect(world.told[0]).toMatchObject({
      operationId: 'submitLeaseReturn',
      report: { event: 'returnSubmitted', returnedOn: '2026-11-24' },
      body: {
        ...{ authorizationCode, actionType: 'return', returnedOn: '2026-11-24', creditInvoiceNumber: 'CR-1' },
        lines: [{ lineNumber: 2, quantity: 1 }],
      },
    });
  });

  it('as a whole, without lines', async () => {
    const world = deskWorld({ lease: FUNDED });
    await world.post(PAGE, form({ scope: 'all', 'quantity.2': '1' }));
    expect(world.told[0]?.body).not.toHaveProperty('lines');
  });

  it.each([
    [{}, 'What came back: please fill this in'],
    [{ scope: 'lines' }, 'What came back: enter at least one item'],
  ])('but never as a whole because nothing was said: %j', async (fields, words) => {
    const world = deskWorld({ lease: FUNDED });
    const { status, text } = await world.post(PAGE, form(fields));
    expect(status).toBe(400);
    expect(seen(text)).toContain(words);
    expect(world.told).toEqual([]);
  });

  it('with what is wrong beside the very field, though lines before it were left empty', async () => {
    const world = deskWorld({ lease: FUNDED });
    const { text } = await world.post(PAGE, form({ scope: 'lines', 'quantity.2': 'two' }));
    expect(text).toContain('id="error-quantity.2"');
    expect(text).toContain('value="two"');
    expect(text).toContain(authorizationCode);
  });

  it('without fields for what has come back already', async () => {
    const world = deskWorld({ lease: FUNDED });
    world.desk = { ...world.desk, lines: world.desk.lines.map((line) => ({ ...line, leftCents: cents(0) })) };
    expect((await world.post(`${PAGE}/form`)).text).not.toContain('name="quantity.1"');
  });

  it('and begins anew when the form is reloaded', async () => {
    const { headers } = await deskWorld({ lease: FUNDED }).get(`${PAGE}/form`);
    expect(headers['location']).toBe(PAGE);
  });
});

describe('a price is lowered at the desk', () => {
  it('by what is typed for each item', async () => {
    const world = deskWorld({ lease: FUNDED });
    await world.post(PRICE, form({ 'amount.1': '$50.00', 'quantity.1': '1' }));
    expect(world.told[0]?.body).toMatchObject({ actionType: 'price_adjustment' });
    expect(world.told[0]?.body).toHaveProperty('lines', [{ lineNumber: 1, quantity: 1, amountCents: 5_000 }]);
  });

  it('and not raised', async () => {
    const world = deskWorld({ lease: FUNDED });
    const refused = { outcome: 'refused', replayed: false, detail: '', from: 'funded', event: 'x' } as const;
    world.answer = { ...refused, code: 'PRICE_INCREASE_NOT_ALLOWED' };
    const { status, text } = await world.post(PRICE, form({ 'amount.1': '-50' }));
    expect(status).toBe(422);
    expect(seen(text)).toContain('A price can only go down.');
  });
});

describe('the receipt of a return', () => {
  const RECEIPT = `${LEASE_PATH}/returns/${RETURN}`;

  it('is printed in the clerk’s language or the other one', async () => {
    const world = deskWorld({ lease: FUNDED });
    const english = (await world.get(RECEIPT)).text;
    expect(seen(english)).toContain(`Receipt number ${RETURN}`);
    expect(seen(english)).toContain('Chair 1 $300.00');
    expect(seen(english)).toContain('Refunded to the customer $0.00');
    const spanish = (await world.get(`${RECEIPT}?in=es`)).text;
    expect(spanish).toContain('<section class="panel" lang="es"');
    expect(seen(spanish)).toContain(`Número de comprobante ${RETURN}`);
    expect(spanish).toContain('<html lang="en">');
  });

  it('shows the customer as a store greets one, and no more', async () => {
    expect(seen((await deskWorld({ lease: FUNDED }).get(RECEIPT)).text)).toContain('Customer Ana R.');
  });

  it('opens the credit invoice as it was sent', async () => {
    const answer = await deskWorld({ lease: FUNDED }).get(`${RECEIPT}/credit-invoice`);
    expect(answer.headers['content-type']).toBe('application/pdf');
    expect(answer.headers['content-disposition']).toContain('attachment');
    expect(answer.body).toEqual(CREDIT_INVOICE);
  });

  it('takes a file, and says what is wrong with one that is none', async () => {
    const world = deskWorld({ lease: FUNDED });
    const good = await world.upload(`${RECEIPT}/credit-invoice`, CREDIT_INVOICE);
    expect(good.headers['location']).toBe(`/portal/leases/${OWN_LEASE}/returns/${RETURN}?done=credit-invoice`);
    const bad = await world.upload(`${RECEIPT}/credit-invoice`, Buffer.from('hello'));
    expect(bad.status).toBe(415);
    expect(seen(bad.text)).toContain('The file must be a PDF, PNG or JPEG.');
  });

  it('is nothing for a return that is not there', async () => {
    expect((await deskWorld({ lease: FUNDED }).get(`${LEASE_PATH}/returns/RET-2`)).text).toBe('NOT_FOUND');
  });
});
