import { cents } from '../../../../domain/cents';
import { deskWorld, LEASE_PATH, OWN_LEASE, seen } from './support/desk-world';

const PAGE = `${LEASE_PATH}/order`;
const SIGNING = `${LEASE_PATH}/signing`;
const row = (index: number, price: string, quantity = '1') => ({
  [`description.${index}`]: 'Table',
  [`sku.${index}`]: `SKU-${index}`,
  [`category.${index}`]: 'furniture',
  [`quantity.${index}`]: quantity,
  [`price.${index}`]: price,
});

describe('an order is entered at the desk', () => {
  it('row by row, with totals that nobody has to work out', async () => {
    const world = deskWorld({ lease: { status: 'approved' } });
    const fields = { invoiceNumber: 'INV-7', deliveryState: 'TX', ...row(0, '700'), ...row(3, '1,000.01', '3') };
    const answer = await world.post(PAGE, fields);
    expect(answer.headers['location']).toBe(`/portal/leases/${OWN_LEASE}/signing`);
    const line = { sku: 'SKU-0', description: 'Table', category: 'furniture' };
    expect(world.told[0]).toMatchObject({
      operationId: 'submitInvoiceInformation',
      body: {
        ...{ invoiceNumber: 'INV-7', deliveryState: 'TX', invoiceTotalCents: 370_003 },
        lines: [
          { lineNumber: 1, ...line, quantity: 1, priceEachCents: 70_000, lineTotalCents: 70_000 },
          { lineNumber: 4, ...line, sku: 'SKU-3', quantity: 3, priceEachCents: 100_001, lineTotalCents: 300_003 },
        ],
      },
    });
    expect(JSON.stringify(world.told[0]?.report)).not.toContain('Table');
  });

  it('with one complaint about what is wrong, beside its field, and everything else as it was typed', async () => {
    const world = deskWorld({ lease: { status: 'approved' } });
    const { status, text } = await world.post(PAGE, { invoiceNumber: 'INV-7', ...row(0, '700'), ...row(2, 'a lot') });
    expect(status).toBe(400);
    expect(text.match(/id="error-/g)).toHaveLength(1);
    expect(text.match(/href="#field-/g)).toHaveLength(1);
    expect(text).toContain('id="error-price.2"');
    expect(seen(text)).toContain('Item 3, Price each: please enter a number');
    expect(text).toContain('value="a lot"');
    expect(text).toContain('value="INV-7"');
    expect(world.told).toEqual([]);
  });

  it('not without an item', async () => {
    const { status, text } = await deskWorld({ lease: { status: 'approved' } }).post(PAGE, { invoiceNumber: 'INV-7' });
    expect(status).toBe(400);
    expect(seen(text)).toContain('enter at least one item');
  });

  it('with more rows where five are too few, and nothing lost on the way', async () => {
    const world = deskWorld({ lease: { status: 'approved' } });
    const { status, text } = await world.post(PAGE, { ...row(0, '700'), rows: '5', more: 'yes' });
    expect(status).toBe(200);
    expect(world.told).toEqual([]);
    expect(text).toContain('name="price.9"');
    expect(text).toContain('value="SKU-0"');
  });

  it('with why it was refused, in the store’s language', async () => {
    const world = deskWorld({ lease: { status: 'approved' }, visit: { language: 'es' } });
    const refused = { outcome: 'refused', replayed: false, detail: '', from: 'approved', event: 'x' } as const;
    world.answer = { ...refused, code: 'AMOUNT_EXCEEDS_APPROVAL' };
    const { status, text } = await world.post(PAGE, { invoiceNumber: 'INV-7', ...row(0, '7000') });
    expect(status).toBe(422);
    expect(seen(text)).toContain('El pedido supera el límite aprobado.');
    expect(text).toContain('value="7000"');
  });

  it('or changed while it is not signed: what was entered stands in the form', async () => {
    const world = deskWorld({
      lease: { status: 'contracts', invoiceNumber: 'INV-1', invoiceTotalCents: cents(100_000) },
    });
    world.desk = { ...world.desk, deliveryState: 'CA' };
    const { text } = await world.get(PAGE);
    expect(text).toContain('<option value="CA" selected>');
    expect(text).toContain('value="Sofa, three seats"');
    expect(text).toContain('value="700.00"');
    expect(seen(text)).toContain('The old signing link stops working.');
  });
});

describe('the price and the link of an order', () => {
  const unsigned = { status: 'contracts', invoiceTotalCents: cents(100_000) } as const;

  it.each([
    ['en', '26 payments of $75.04 (the last one $75.00), every two weeks; total to own $2,000.00'],
    ['es', '26 pagos de $75.04 (el último de $75.00), cada dos semanas; costo total para ser propietario $2,000.00'],
  ] as const)('name the total to own beside every payment, in %s', async (language, words) => {
    const { text } = await deskWorld({ lease: unsigned, visit: { language } }).get(SIGNING);
    expect(seen(text)).toContain(words);
  });

  it('show the link whole, to be sent to the customer', async () => {
    const { text } = await deskWorld({ lease: unsigned }).get(SIGNING);
    expect(text).toMatch(/value="http:\/\/127\.0\.0\.1(:\d+)?\/sign\/abcdefghijklmnopqrstuvwx"/);
  });

  it('hand the device over without the clerk’s session on it', async () => {
    const world = deskWorld({ lease: unsigned });
    const answer = await world.post(SIGNING);
    expect(answer.headers['location']).toBe('/sign/abcdefghijklmnopqrstuvwx');
    expect(world.signOutCount).toBe(1);
  });

  it('sign nobody out where there is nothing left to sign', async () => {
    const world = deskWorld({ lease: unsigned });
    world.signingUrl = null;
    expect((await world.post(SIGNING)).headers['location']).toBe(`/portal/leases/${OWN_LEASE}/signing`);
    expect(world.signOutCount).toBe(0);
  });
});
