import { instant } from '../../../../domain/calendar-date';
import { leaseId, messageId } from '../../../../domain/ids';
import { DELIVERY_WORDS } from '../../../../api/portal/leases/delivery/words';
import { deskWorld, FUNDED, LEASE_PATH, OWN_LEASE, seen, TO_DELIVER } from './support/desk-world';

const PAGE = `${LEASE_PATH}/delivery`;

describe('delivery of a whole order is confirmed at the desk', () => {
  it('with today by the clock on the store’s wall as the date one need not type', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    // 04:30 UTC on the 25th: still the 24th in Dallas.
    world.now = instant(Date.UTC(2026, 10, 25, 4, 30));
    expect((await world.get(PAGE)).text).toContain('value="2026-11-24"');
  });

  it('with the lease’s own day where a sandbox has moved its time ahead', async () => {
    const world = deskWorld({ lease: { ...TO_DELIVER, updatedAt: instant(Date.UTC(2027, 0, 5, 12)) } });
    expect((await world.get(PAGE)).text).toContain('value="2027-01-05"');
  });

  it('as the API’s own operation, without lines, and ends on the lease', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    const answer = await world.post(PAGE, { deliveredOn: '2026-11-24', carrier: ' UPS ', trackingNumber: '' });
    expect(answer.status).toBe(303);
    expect(answer.headers['location']).toBe(`/portal/leases/${OWN_LEASE}?done=delivery`);
    expect(world.told).toEqual([
      expect.objectContaining({
        operationId: 'submitDeliveryConfirmations',
        idempotencyKey: 'content-submitDeliveryConfirmations',
        leaseId: OWN_LEASE,
        body: { deliveredOn: '2026-11-24', carrier: 'UPS' },
        report: { event: 'deliveryConfirmed', deliveredOn: '2026-11-24' },
      }),
    ]);
  });

  it('also where the month was typed first', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    await world.post(PAGE, { deliveredOn: '11/4/2026' });
    expect(world.told[0]?.body).toEqual({ deliveredOn: '2026-11-04' });
  });

  it('not without a date: the form comes back with what was typed, and says where it is wrong', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    const { status, text } = await world.post(PAGE, { deliveredOn: 'soon', carrier: 'Acme & Sons' });
    expect(status).toBe(400);
    expect(world.told).toEqual([]);
    expect(text).toContain('value="soon"');
    expect(text).toContain('value="Acme &amp; Sons"');
    expect(text).toContain('href="#field-deliveredOn"');
    expect(text).toContain('aria-invalid="true"');
  });

  it('with the lease as it stands where API or file were faster, and no form', async () => {
    const world = deskWorld({ lease: FUNDED });
    world.answer = {
      ...{ outcome: 'refused', replayed: false, code: 'ILLEGAL_TRANSITION', detail: 'deliveryConfirmed …' },
      ...{ from: 'funded', event: 'deliveryConfirmed' },
    };
    const { status, text } = await world.post(PAGE, { deliveredOn: '2026-11-24' });
    expect(status).toBe(409);
    expect(seen(text)).toContain('the lease has moved on since you opened this page');
    expect(seen(text)).toContain('Funded');
    expect(text).not.toContain('name="deliveredOn"');
  });

  it('with the reason in both languages where the date is wrong', async () => {
    const refused = { outcome: 'refused', replayed: false, detail: '', from: 'lease_accepted', event: 'x' } as const;
    for (const [language, words] of [
      ['en', 'within 30 days of today'],
      ['es', 'no más de 30 días de hoy'],
    ] as const) {
      const world = deskWorld({ lease: TO_DELIVER, visit: { language } });
      world.answer = { ...refused, code: 'DELIVERY_DATE_OUT_OF_WINDOW' };
      const { status, text } = await world.post(PAGE, { deliveredOn: '2026-11-24' });
      expect(status).toBe(422);
      expect(seen(text)).toContain(words);
      expect(seen(text)).toContain(DELIVERY_WORDS[language].confirm);
    }
  });

  it('with a page to look again on where the lease has not answered in time', async () => {
    const world = deskWorld({ lease: TO_DELIVER });
    const pending = { messageId: messageId('msg_abcdefghijklmnopqrstuv'), leaseId: leaseId(OWN_LEASE) };
    world.answer = { outcome: 'pending', replayed: false, ...pending };
    const answer = await world.post(PAGE, { deliveredOn: '2026-11-24' });
    expect(answer.headers['location']).toBe(`/portal/leases/${OWN_LEASE}/messages/${pending.messageId}`);
  });

  it('for nobody else’s lease', async () => {
    expect((await deskWorld().get('/leases/1000000001/delivery')).text).toBe('LEASE_NOT_FOUND');
    expect((await deskWorld().get('/leases/nothing/delivery')).text).toBe('LEASE_NOT_FOUND');
  });
});
