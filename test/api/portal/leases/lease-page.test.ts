import { deskWorld, FUNDED, LEASE_PATH, OWN_LEASE, seen, TO_DELIVER } from './support/desk-world';
import { instant } from '../../../../domain/calendar-date';
import { cents } from '../../../../domain/cents';
import type { NewEvent } from '../../../../domain/lease/events';
import type { TimelineEvent } from '../../../../domain/lease-view';
import { eventSentence } from '../../../../api/portal/leases/lease-page/timeline-words';
import { payDay } from '../../../../api/portal/leases/lease-page/pay-day';
import { on } from '../../../support/lease-fixture';
import { FUNDING } from '../../support/fake-fundings';

let sequence = 0;
const event = (type: string, over: Partial<TimelineEvent> = {}): TimelineEvent => ({
  ...{ sequence: (sequence += 1), type, at: instant(Date.UTC(2026, 10, 24, 20)), actor: 'ownward' },
  ...{ channel: 'system', data: {} },
  ...over,
});

describe('the page of a lease', () => {
  it('says first whether the goods may go', async () => {
    expect(seen((await deskWorld().get(LEASE_PATH)).text)).toContain('OK to deliver: NO');
    expect(seen((await deskWorld({ lease: TO_DELIVER }).get(LEASE_PATH)).text)).toContain('OK to deliver: YES');
    expect(seen((await deskWorld({ lease: FUNDED }).get(LEASE_PATH)).text)).toContain('Delivered');
  });

  it('says it in Spanish too, with everything else', async () => {
    const world = deskWorld({ lease: TO_DELIVER, visit: { language: 'es' } });
    const { text } = await world.get(LEASE_PATH);
    expect(text).toContain('<html lang="es">');
    const page = seen(text);
    for (const words of ['Listo para entregar: SÍ', 'Qué hacer ahora', 'Confirmar la entrega', 'Pedido', 'Cliente']) {
      expect(page).toContain(words);
    }
    expect(page).not.toMatch(/What to do|Order |Customer/);
  });

  it('offers what comes next as the one button that stands out', async () => {
    const { text } = await deskWorld({ lease: TO_DELIVER }).get(LEASE_PATH);
    expect(text).toMatch(
      new RegExp(`<a class="button main" href="/portal/leases/${OWN_LEASE}/delivery">Confirm delivery`),
    );
    expect((await deskWorld({ lease: FUNDED }).get(LEASE_PATH)).text).not.toContain('button main');
  });

  it('keeps to text whatever a name or an article holds', async () => {
    const hostile = '<script>alert(1)</script>"\'&\u202e😀';
    const world = deskWorld({ lease: TO_DELIVER, desk: { customerName: `${hostile} R.`, storeName: hostile } });
    const [line] = world.desk.lines;
    if (!line) throw new Error('an order has a line');
    world.desk = { ...world.desk, lines: [{ ...line, description: hostile, sku: hostile }] };
    world.lease = { ...world.lease, invoiceNumber: hostile };
    for (const path of ['', '/delivery', '/cancellation']) {
      const { text } = await world.get(`${LEASE_PATH}${path}`);
      expect(text).not.toContain('<script>alert');
      expect(text).toContain('&lt;script>alert');
    }
  });

  it('tells the timeline in plain words: when by the store’s clock, what, and who', async () => {
    const world = deskWorld({ lease: FUNDED });
    world.events = [
      event('invoice.submitted', { actor: 'retailer:key_1', channel: 'api', data: { invoiceTotalCents: 100_000 } }),
      event('agreement.signed', { actor: 'customer', channel: 'signing' }),
      event('delivery.confirmed', { actor: 'portal:usr_1', channel: 'portal', data: { deliveredOn: '2026-11-24' } }),
      event('command.refused', { actor: 'file:FUND_1.csv', channel: 'file', data: { code: 'NOT_OK_TO_DELIVER' } }),
      event('review.opened', { actor: 'support:key_9', channel: 'api' }),
      event('delivery.confirmed', { actor: 'portal:usr_of_somebody_else', channel: 'portal' }),
      event('a.type.of.tomorrow'),
    ];
    const page = seen((await world.get(LEASE_PATH)).text);
    expect(page).toContain('November 24, 2026, 2:00 PM The order was entered: $1,000.00 API');
    expect(page).toContain('The customer signed Customer');
    expect(page).toContain('The whole order was delivered: November 24, 2026 maria');
    expect(page).toContain(
      'Not accepted: This lease is not OK to deliver. Do not hand over the goods yet. File FUND_1.csv',
    );
    expect(page).toContain('A review began Ownward');
    expect(page).toContain('Somebody of the store');
    expect(page).toContain('a.type.of.tomorrow');
    expect(page).not.toMatch(/usr_|key_/);
  });

  it('has a sentence for every line a timeline can have, in both languages', () => {
    const types: NewEvent['type'][] = ['lease.approved', 'lease.funded', 'shipment.reported', 'contract.expiring'];
    for (const type of types) {
      expect(eventSentence(type, 'en')).not.toContain(type);
      expect(eventSentence(type, 'es')).not.toBe(eventSentence(type, 'en'));
    }
  });

  it('shows the runs of its money, as a link only to those who may open them', async () => {
    const clerk = await deskWorld({ lease: FUNDED }).get(LEASE_PATH);
    expect(seen(clerk.text)).toContain('FRUN-2026-11-25');
    expect(clerk.text).not.toContain('href="/portal/funding');
    const manager = await deskWorld({ lease: FUNDED, visit: { role: 'manager' } }).get(LEASE_PATH);
    expect(manager.text).toContain('href="/portal/funding/FRUN-2026-11-25"');
  });

  it('says that a form did what it was for, in words of its own and never those of the address', async () => {
    const world = deskWorld({ lease: FUNDED });
    expect(seen((await world.get(`${LEASE_PATH}?done=delivery`)).text)).toContain('The delivery is recorded.');
    expect((await world.get(`${LEASE_PATH}?done=you-won`)).text).not.toContain('you-won');
  });

  it('is nothing at all for a lease that is not the caller’s', async () => {
    expect((await deskWorld().get('/leases/1000000001')).text).toBe('LEASE_NOT_FOUND');
  });
});

describe('the day of the money', () => {
  // 22:00 UTC is 17:00 in New York, the last instant of the day's run.
  const inTime = instant(Date.UTC(2026, 10, 24, 22));
  const tooLate = instant(Date.UTC(2026, 10, 24, 22) + 1);

  it('is that of the run the next cut-off makes, over a holiday', () => {
    expect(payDay(inTime, [], on('2026-11-24'))).toBe('2026-11-25');
    // The run of Wednesday; Thursday is Thanksgiving.
    expect(payDay(tooLate, [], on('2026-11-24'))).toBe('2026-11-27');
  });

  it('is what the file says once there is one', () => {
    expect(payDay(inTime, [FUNDING], on('2026-11-24'))).toBe('2026-11-27');
    expect(payDay(inTime, [{ ...FUNDING, kind: 'return', grossCents: cents(0) }], on('2026-11-24'))).toBe('2026-11-25');
  });

  it('is not named when the forecast has passed, or nothing is funded', () => {
    expect(payDay(inTime, [], on('2026-11-26'))).toBeNull();
    expect(payDay(null, [], on('2026-11-24'))).toBeNull();
  });
});
