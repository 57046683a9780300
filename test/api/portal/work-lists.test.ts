import { sql } from 'kysely';
import type { Caller } from '../../../api/ports';
import { FOUND_MAX, WORK_GROUPS, type WorkGroup, workLists, type WorkLists } from '../../../api/portal/work-lists';
import type { LeaseRow } from '../../../db/leases';
import { calendarDate, instant } from '../../../domain/calendar-date';
import type { LeaseId, StoreId } from '../../../domain/ids';
import { ACME, ALBANY, BESTSOFA, DALLAS, FRESNO, inDays, PortalWorld } from './support/portal-world';

let world: PortalWorld;
let lists: WorkLists;
beforeAll(async () => {
  world = await PortalWorld.open();
  lists = workLists(world.db, world.cipher);
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await sql`delete from timeline`.execute(world.db);
  await sql`delete from leases`.execute(world.db);
  await sql`delete from applicants`.execute(world.db);
});

const MANAGER: Caller = { keyId: 'usr_1', kind: 'retailer', merchantId: BESTSOFA, scopes: [], channel: 'portal' };
const CLERK: Caller = { ...MANAGER, keyId: 'usr_2', storeIds: [FRESNO] };
const BOTH = [DALLAS, FRESNO];
const all = (count: number) =>
  Object.fromEntries(WORK_GROUPS.map((group) => [group, count])) as Record<WorkGroup, number>;

/** Which groups a lease is in. */
async function groupsOf(id: LeaseId, caller = MANAGER, storeIds: readonly StoreId[] = BOTH): Promise<WorkGroup[]> {
  const today = await lists.today(caller, storeIds, all(10));
  return WORK_GROUPS.filter((group) => today[group].rows.some(({ lease }) => lease.leaseId === id));
}

async function warn(id: LeaseId, daysLeft: number, expiresAt: string): Promise<void> {
  const data = JSON.stringify({ daysLeft, expiresAt });
  const line = { lease_id: id, sequence: daysLeft, type: 'contract.expiring', at: inDays(0), actor: 'a', channel: 'c' };
  await world.db
    .insertInto('timeline')
    .values({ ...line, data })
    .execute();
}

const ON = calendarDate('2026-12-01');
const ACCEPTED = { status: 'lease_accepted', is_ok_to_deliver: true } as const;
const FUNDED = { status: 'funded', funded_at: inDays(-1), funding_state: 'eligible' } as const;
const HOUR = 1 / 24;

const PLACES: readonly [string, Partial<LeaseRow>, WorkGroup | 'none'][] = [
  ['unsigned', { status: 'contracts' }, 'unsigned'],
  ['unsigned, ending in more than seven days', { contracts_expire_at: inDays(7 + HOUR) }, 'unsigned'],
  ['unsigned, ending within seven days', { contracts_expire_at: inDays(7 - HOUR) }, 'attention'],
  ['unsigned and blocked', { is_blocked: true }, 'attention'],
  ['ran out unsigned last week', { status: 'contracts_expired', updated_at: inDays(-7) }, 'attention'],
  ['ran out unsigned long ago', { status: 'contracts_expired', updated_at: inDays(-31) }, 'none'],
  ['approved, long to go', { status: 'approved', contracts_expire_at: null }, 'none'],
  ['approved, ending within seven days', { status: 'approved', approval_expires_at: inDays(7 - HOUR) }, 'attention'],
  ['accepted', ACCEPTED, 'deliverable'],
  ['accepted, not ok to deliver', { ...ACCEPTED, is_ok_to_deliver: false }, 'none'],
  ['accepted, delivery to come', { ...ACCEPTED, funding_scheduled_for: ON }, 'delivered'],
  ['accepted, undelivered after day 90', { ...ACCEPTED, is_overdue: true }, 'attention'],
  ['funded yesterday', FUNDED, 'funded'],
  ['funded a week and an hour ago', { ...FUNDED, funded_at: inDays(-7 - HOUR) }, 'none'],
  ['funded, held', { ...FUNDED, funding_state: 'held' }, 'attention'],
  [
    'funded long ago, sent back by the bank',
    { ...FUNDED, funded_at: inDays(-40), funding_state: 'bank_returned' },
    'attention',
  ],
  ['denied', { status: 'denied' }, 'none'],
  ['waiting for a decision', { status: 'pending' }, 'none'],
  ['expired approval', { status: 'approval_expired' }, 'none'],
];

describe('the lists of today', () => {
  it('have every lease where a store looks for it, and in one place at most', async () => {
    const planted = new Map<LeaseId, string>();
    for (const [what, lease] of PLACES) planted.set(await world.lease({ lease }), what);
    const today = await lists.today(MANAGER, BOTH, all(100));
    const places = WORK_GROUPS.flatMap((group) =>
      today[group].rows.map(({ lease }) => [planted.get(lease.leaseId), group] as const),
    );

    expect(places.toSorted()).toEqual(
      PLACES.filter(([, , place]) => place !== 'none')
        .map(([what, , place]) => [what, place])
        .toSorted(),
    );
  });

  // A sandbox moves a lease's own time: its deadline may be weeks away by our clock, and near by its own.
  it('take a lease for expiring that was warned at seven days, not one warned at fourteen or of an earlier contract', async () => {
    const expiresAt = instant(Date.UTC(2030, 0, 1));
    const lease = { contracts_expire_at: expiresAt };
    const [warned, early, earlier] = [
      await world.lease({ lease }),
      await world.lease({ lease }),
      await world.lease({ lease }),
    ];
    await warn(warned, 7, expiresAt);
    await warn(early, 14, expiresAt);
    await warn(earlier, 1, instant(Date.UTC(2029, 0, 1)));
    expect(await groupsOf(warned)).toEqual(['attention']);
    expect(await groupsOf(early)).toEqual(['unsigned']);
    expect(await groupsOf(earlier)).toEqual(['unsigned']);
  });

  it('show the first rows, most urgent first, and count them all', async () => {
    const ids = [];
    for (const days of [30, 20, 40]) ids.push(await world.lease({ lease: { contracts_expire_at: inDays(days) } }));
    const { unsigned, funded } = await lists.today(MANAGER, BOTH, all(2));
    expect(unsigned.count).toBe(3);
    expect(unsigned.rows.map(({ lease }) => lease.leaseId)).toEqual([ids[1], ids[0]]);
    expect(funded).toEqual({ rows: [], count: 0 });
  });

  it('tell of the customer the first name and one letter, opened from what is sealed', async () => {
    await world.lease({ firstName: 'José María', lastName: 'Peña Núñez' });
    const { unsigned } = await lists.today(MANAGER, BOTH, all(1));
    expect(unsigned.rows[0]?.customerName).toBe('José María P.');
    expect(JSON.stringify(unsigned)).not.toContain('eña');
  });

  it('hold only what is the person’s: its retailer, its stores, and of these the chosen one', async () => {
    const [dallas, fresno] = [await world.lease(), await world.lease({ lease: { store_id: FRESNO } })];
    const albany = await world.lease({ lease: { merchant_id: ACME, store_id: ALBANY } });
    const everywhere = [DALLAS, FRESNO, ALBANY];
    expect(await groupsOf(dallas)).toEqual(['unsigned']);
    expect(await groupsOf(dallas, MANAGER, [FRESNO])).toEqual([]);
    expect(await groupsOf(dallas, CLERK, everywhere)).toEqual([]);
    expect(await groupsOf(fresno, CLERK, everywhere)).toEqual(['unsigned']);
    expect(await groupsOf(albany, MANAGER, everywhere)).toEqual([]);
    expect(await groupsOf(fresno, CLERK, [])).toEqual([]);
  });

  it('are for people of retailers only', async () => {
    const support: Caller = { ...MANAGER, kind: 'support', merchantId: null };
    await expect(lists.today(support, BOTH, all(1))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the search', () => {
  const found = async (text: string, caller = MANAGER, storeIds = [DALLAS, FRESNO, ALBANY]) =>
    (await lists.search(caller, storeIds, text)).map(({ lease }) => lease.leaseId);

  it.each(['Ruiz', 'ruiz', ' RUÍZ'.trim(), 'Ana Ruiz', 'Ana María Ruiz'])(
    'finds by the family name: %s',
    async (text) => {
      const id = await world.lease();
      await world.lease({ lastName: 'Ruizsson' });
      expect(await found(text)).toEqual([id]);
    },
  );

  it.each(['Peña Núñez', 'pena nunez', 'María Peña Núñez', 'PENA-NUNEZ'])(
    'finds a family name of two words: %s',
    async (text) => {
      expect(await found(text)).toEqual([]);
      const id = await world.lease({ lastName: 'Peña Núñez' });
      expect(await found(text)).toEqual([id]);
    },
  );

  it('finds by lease ID and by invoice number, whole ones only, the newest first', async () => {
    const older = await world.lease({ lease: { invoice_number: 'A-77', created_at: inDays(-2) } });
    const newer = await world.lease({ lease: { invoice_number: 'A-77', created_at: inDays(-1) } });
    expect(await found('A-77')).toEqual([newer, older]);
    expect(await found(older)).toEqual([older]);
    for (const part of ['A-7', older.slice(0, 7), older.slice(1)]) expect(await found(part)).toEqual([]);
  });

  it('answers for a lease of another store or retailer exactly as for one that is not there', async () => {
    const dallas = await world.lease();
    const albany = await world.lease({ lease: { merchant_id: ACME, store_id: ALBANY } });
    for (const text of [dallas, 'Ruiz', `INV-${dallas}`]) {
      expect(await found(text, CLERK)).toEqual(await found('1000000001', CLERK));
    }
    for (const text of [albany, `INV-${albany}`]) expect(await found(text)).toEqual([]);
    expect(await found('Ruiz')).toEqual([dallas]);
  });

  it.each(["' or 1=1 --", '%', '_', '*', '   ', '<script>', '🛋️', 'x'.repeat(300)])(
    'finds nothing by %j, and does not fail',
    async (text) => {
      await world.lease();
      expect(await found(text)).toEqual([]);
    },
  );

  it('shows so many at most', async () => {
    for (let count = 0; count < FOUND_MAX + 2; count += 1) await world.lease({ lastName: 'Smith' });
    expect(await found('smith')).toHaveLength(FOUND_MAX);
  });
});
