import { sql } from 'kysely';
import { balances } from '../../../db/ledger';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';

const pay = (dueOn: string, amountCents = 7_504) => ({ dueOn, amountCents });
const BY_HAND = { isAutopay: false };

describe('late fees', () => {
  let world: CollectionWorld;
  beforeAll(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  const assess = (businessOn: string) => world.run('assessLateFees', { businessOn: businessOn as never });
  const payByHand = (lease: string | undefined) =>
    sql`UPDATE scheduled_payments SET paid_cents = amount_cents, state = 'paid' WHERE lease_id = ${lease}`.execute(
      world.db,
    );

  it('are assessed on the first day each state allows and not the day before, once, in the ledger too', async () => {
    const payments = [pay('2026-12-04'), pay('2027-12-31')];
    const [tx, ca, ny, oh, weekly] = await world.plant(
      ...[
        { payments, ...BY_HAND, state: 'TX' },
        { payments, ...BY_HAND, state: 'CA' },
      ],
      ...[
        { payments, ...BY_HAND, state: 'NY' },
        { payments, ...BY_HAND, state: 'OH' },
      ],
      { payments: [pay('2026-12-04', 3_752)], ...BY_HAND, state: 'CA', payFrequency: 'weekly' as const },
    );
    await assess('2026-12-04');
    await assess('2026-12-07');
    expect(await world.fees(weekly)).toEqual([{ on: '2026-12-07', daysLate: 3, cents: 200 }]);
    expect(await world.fees(tx)).toEqual([]);
    await assess('2026-12-08');
    expect(await world.fees(tx)).toEqual([{ on: '2026-12-08', daysLate: 4, cents: 375 }]);
    await assess('2026-12-10');
    expect([await world.fees(ca), await world.fees(ny)]).toEqual([[], []]);
    await assess('2026-12-11');
    expect(await world.fees(ca)).toEqual([{ on: '2026-12-11', daysLate: 7, cents: 375 }]);
    expect(await world.fees(ny)).toEqual([]);
    for (const day of ['2026-12-14', '2026-12-14', '2026-12-15', '2027-01-15']) await assess(day);
    expect(await world.fees(ny)).toEqual([{ on: '2026-12-14', daysLate: 10, cents: 750 }]);
    expect(await world.fees(oh)).toEqual([]);
    expect(await world.fees(tx)).toHaveLength(1);

    const { accounts } = await balances(world.db, tx ? { leaseId: tx } : {});
    expect(accounts.late_fee_income).toEqual({ debitsCents: 0, creditsCents: 375 });
    const notices = await sql`SELECT kind, made_on FROM notices WHERE lease_id = ${tx}`.execute(world.db);
    expect(notices.rows).toEqual([{ kind: 'late_fee', made_on: '2026-12-08' }]);
    const [fee] = (await sql`SELECT * FROM late_fees WHERE lease_id = ${tx}`.execute(world.db)).rows;
    expect(fee).toMatchObject({ fee_id: `FEE-${tx}-1`, due_on: '2026-12-04', state: 'TX', cap_cents: 500 });
  });

  it('make no customer late whose debit is under way, or whose changed amount is not yet owed', async () => {
    const [inFile, changed] = await world.plant(
      { payments: [pay('2027-02-05'), pay('2027-12-31')] },
      { payments: [{ ...pay('2027-02-05'), notBeforeOn: '2027-02-12' }, pay('2027-12-31')], ...BY_HAND },
    );
    await world.day('2027-02-04');
    await assess('2027-02-12');
    expect([await world.fees(inFile), await world.fees(changed)]).toEqual([[], []]);
    expect(await world.servicingState(changed)).toBe('active');
    await assess('2027-02-16');
    expect(await world.fees(changed)).toEqual([{ on: '2027-02-16', daysLate: 4, cents: 375 }]);
    expect(await world.servicingState(changed)).toBe('past_due');
    expect(await world.fees(inFile)).toEqual([]);
  });

  it('leave a lease past due until its overdue rent is paid', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-03-05'), pay('2027-12-31')], ...BY_HAND, state: 'OH' });
    await assess('2027-03-05');
    expect([await world.servicingState(lease), await world.schedule(lease)]).toEqual([
      'active',
      ['1 scheduled 0 of 7504', '2 scheduled 0 of 7504'],
    ]);
    await assess('2027-03-08');
    expect([await world.servicingState(lease), (await world.schedule(lease))[0]]).toEqual([
      'past_due',
      '1 past_due 0 of 7504',
    ]);
    await payByHand(lease);
    await assess('2027-03-09');
    expect(await world.servicingState(lease)).toBe('active');
  });

  it('count a debit that came back as late, but not as past due while it goes once more', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-04-02'), pay('2027-12-31')] });
    await world.days('2027-04-01', '2027-04-02');
    await world.bounce(lease, 1, 'R01', '2027-04-06');
    await world.day('2027-04-06');
    expect(await world.fees(lease)).toEqual([{ on: '2027-04-06', daysLate: 4, cents: 375 }]);
    expect([await world.servicingState(lease), (await world.schedule(lease))[0]]).toEqual([
      'active',
      '1 returned 0 of 7504',
    ]);
    await sql`UPDATE leases SET autopay_stop = 'R07' WHERE lease_id = ${lease}`.execute(world.db);
    await assess('2027-04-07');
    expect(await world.servicingState(lease)).toBe('past_due');
  });

  it('are debited with the next rent, ten days after the customer has heard of them, beside it and paid by it', async () => {
    const payments = [pay('2027-05-07'), pay('2027-05-14'), pay('2027-05-21'), pay('2027-12-31')];
    const lease = await world.plantOne({ payments });
    await world.days('2027-05-06', '2027-05-07');
    await world.bounce(lease, 1, 'R02', '2027-05-11');
    await world.day('2027-05-11');
    expect(await world.fees(lease)).toHaveLength(1);
    await world.day('2027-05-13');
    expect(await world.entries(lease)).toEqual([
      '2027-05-07 debit WEB 7504 returned',
      '2027-05-14 debit WEB 7504 in_file',
    ]);
    await world.days('2027-05-14', '2027-05-20');
    expect((await world.entries(lease)).slice(2)).toEqual([
      '2027-05-21 debit WEB 7504 in_file',
      '2027-05-21 debit WEB 375 in_file',
    ]);
    await world.days('2027-05-21');
    const [fee] = (await sql`SELECT * FROM late_fees WHERE lease_id = ${lease}`.execute(world.db)).rows;
    expect(fee).toMatchObject({ paid_cents: 375, is_filed: true });
    expect(await world.payment(`PAY-${lease}-fee-1`)).toMatchObject({ kind: 'late_fee', state: 'posted', number: 1 });
  });
});
