import { sql } from 'kysely';
import { storedHandovers } from '../../../../api/portal/leases/apply/stored-handovers';
import type { Handovers } from '../../../../api/portal/leases/apply/handovers-port';
import { leaseDesk } from '../../../../api/portal/leases/desk';
import type { Caller } from '../../../../api/ports';
import { instant } from '../../../../domain/calendar-date';
import { cents } from '../../../../domain/cents';
import { leaseId, type LeaseId, messageId, storeId } from '../../../../domain/ids';
import { insertVerdict } from '../../../../db/verdicts';
import { ACME, ALBANY, BESTSOFA, DALLAS, FRESNO, PortalWorld } from '../support/portal-world';

let world: PortalWorld;
let handovers: Handovers;
let clerk: Caller;
beforeAll(async () => {
  world = await PortalWorld.open();
  handovers = storedHandovers(world.db);
  clerk = callerOf(await world.person('clerk'));
}, 60_000);
afterAll(() => world.close());

const callerOf = (keyId: string, over: Partial<Caller> = {}): Caller => ({
  ...{ keyId, kind: 'retailer', merchantId: BESTSOFA, scopes: ['leases:read', 'leases:write'] },
  ...{ storeIds: [DALLAS], channel: 'portal' },
  ...over,
});

const start = (by = clerk, storeId = DALLAS) => handovers.start(by, { storeId, language: 'es' });

describe('a hand-over', () => {
  it('is the clerk, in the one store, for one application', async () => {
    const found = await handovers.find(await start());
    expect(found).toMatchObject({
      storeName: 'BestSofa Dallas',
      merchantName: 'BestSofa',
      language: 'es',
      leaseId: null,
    });
    expect(found?.caller).toEqual(clerk);
  });

  it('is known by its link only, of which SQL has the hash', async () => {
    const token = await start();
    const { rows } = await sql`select portal_handovers::text as row from portal_handovers`.execute(world.db);
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(await handovers.find(`${token.slice(0, -1)}_`)).toBeUndefined();
  });

  it.each([FRESNO, ALBANY, storeId('sto_nowhere')])(
    'is not begun for a store that is not the clerk’s: %s',
    async (store) => {
      await expect(start(clerk, store)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  it('ends after an hour', async () => {
    const token = await start();
    await sql`update portal_handovers set expires_at = expires_at - interval '59 minutes 50 seconds'`.execute(world.db);
    expect(await handovers.find(token)).toBeDefined();
    await sql`update portal_handovers set expires_at = expires_at - interval '11 seconds'`.execute(world.db);
    expect(await handovers.find(token)).toBeUndefined();
  });

  it('ends with the clerk who may no longer sign in', async () => {
    const userId = await world.person('leaving');
    const token = await start(callerOf(userId));
    await world.db.updateTable('portal_users').set({ is_active: false }).where('user_id', '=', userId).execute();
    expect(await handovers.find(token)).toBeUndefined();
  });

  it('keeps the first lease that came of it', async () => {
    const token = await start();
    await handovers.finish(token, leaseId('1000000001'));
    await handovers.finish(token, leaseId('1000000002'));
    expect((await handovers.find(token))?.leaseId).toBe('1000000001');
  });
});

describe('what the desk reads of a lease', () => {
  const strangers: [string, Partial<Caller>][] = [
    ['another store of the retailer', { storeIds: [FRESNO] }],
    ['another retailer', { merchantId: ACME, storeIds: [ALBANY] }],
  ];

  it.each(strangers)('is nothing for a clerk of %s, link for signing included', async (_who, over) => {
    const desk = leaseDesk(world.db, world.cipher);
    const id = await world.lease();
    await expect(desk.lease(callerOf('x', over), id)).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
    await expect(desk.signingUrl(callerOf('x', over), id)).rejects.toMatchObject({ code: 'LEASE_NOT_FOUND' });
  });

  it('is the customer’s first name and one letter', async () => {
    const desk = leaseDesk(world.db, world.cipher);
    const id = await world.lease({ firstName: 'María José', lastName: 'Ñuñez' });
    const lease = await desk.lease(clerk, id);
    expect(lease).toMatchObject({ customerName: 'María José Ñ.', customerLanguage: 'en', timeZone: 'America/Chicago' });
    expect(JSON.stringify(lease)).not.toContain('uñez');
  });

  it('is the link for signing as long as there is something to sign', async () => {
    const desk = leaseDesk(world.db, world.cipher);
    const id = await plantedContract();
    expect(await desk.signingUrl(clerk, id)).toBe('/sign/of-this-round');
    await world.db.updateTable('leases').set({ is_blocked: true }).where('lease_id', '=', id).execute();
    expect(await desk.signingUrl(clerk, id)).toBeNull();
    const signed = { is_blocked: false, status: 'lease_accepted' } as const;
    await world.db.updateTable('leases').set(signed).where('lease_id', '=', id).execute();
    expect(await desk.signingUrl(clerk, id)).toBeNull();
  });
});

/** A lease whose order was entered, with the answer that was given then. */
async function plantedContract(): Promise<LeaseId> {
  const id = await world.lease();
  const message = messageId(`invoice-${id}`);
  const at = instant(Date.UTC(2026, 10, 24));
  await world.db
    .insertInto('invoices')
    .values({
      ...{ lease_id: id, round: 1, message_id: message, invoice_number: 'INV-1', invoice_total_cents: cents(100) },
      ...{ delivery_state: 'TX', lines: '[]', pricing: '{}', submitted_at: at },
    })
    .execute();
  await world.db.transaction().execute((trx) =>
    insertVerdict(trx, world.cipher, {
      ...{ message_id: message, lease_id: id, code: null, detail: null, at, version: 3 },
      ...{ event: 'invoiceSubmitted', from_status: 'approved', answer: { signingUrl: '/sign/of-this-round' } },
      outcome: 'accepted',
      status: 'contracts',
    }),
  );
  return id;
}
