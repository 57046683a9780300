import { sql } from 'kysely';
import { handedOverOn } from '../../support/handed-over';
import { parseAchFile } from '../../../domain/nacha/parse';
import { directionOf } from '../../../domain/nacha/transaction-codes';
import { balances } from '../../../db/ledger';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';

const pay = (dueOn: string, amountCents = 7_504) => ({ dueOn, amountCents });

/** Each story has a month of its own: a day runs once, and what is planted after it has run is not in it. */
describe('debits', () => {
  let world: CollectionWorld;
  beforeAll(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  it('are filed on the banking day before their date, settle on it and pay the rent', async () => {
    const lease = await world.plantOne({ payments: [pay('2026-12-04'), pay('2026-12-18')] });

    expect(await world.day('2026-12-02')).toMatchObject({ runId: 'CRUN-2026-12-02', hasFile: false });
    expect(await world.entries(lease)).toEqual([]);
    expect(await world.day('2026-12-03')).toMatchObject({ runId: 'CRUN-2026-12-03', hasFile: true });
    expect(await world.entries(lease)).toEqual(['2026-12-04 debit WEB 7504 in_file']);
    expect(await world.schedule(lease)).toEqual(['1 in_file 0 of 7504', '2 scheduled 0 of 7504']);

    await world.day('2026-12-04');
    expect(await world.entries(lease)).toEqual(['2026-12-04 debit WEB 7504 settled']);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504 of 7504', '2 scheduled 0 of 7504']);
    const payment = await world.payment(`PAY-${lease}-1`);
    expect(payment).toMatchObject({ kind: 'scheduled', state: 'posted', posted_on: '2026-12-04', amount_cents: 7_504 });
    const { accounts } = await balances(world.db, { leaseId: lease });
    expect(accounts.bank_clearing).toEqual({ debitsCents: 7_504, creditsCents: 0 });
    expect(accounts.collections_in_transit).toEqual({ debitsCents: 7_504, creditsCents: 7_504 });
    const runs = await sql`SELECT run_id, state FROM collection_runs ORDER BY run_id`.execute(world.db);
    expect(runs.rows).toEqual([
      { run_id: 'CRUN-2026-12-02', state: 'settled' },
      { run_id: 'CRUN-2026-12-03', state: 'settled' },
      { run_id: 'CRUN-2026-12-04', state: 'settled' },
    ]);
  });

  it('roll forward over weekends and holidays, never back', async () => {
    const [newYear, saturday] = await world.plant({ payments: [pay('2027-01-01')] }, { payments: [pay('2027-01-09')] });
    await world.days('2026-12-30', '2026-12-31');
    expect(await world.entries(newYear)).toEqual(['2027-01-04 debit WEB 7504 in_file']);
    await world.day('2027-01-07');
    expect(await world.entries(saturday)).toEqual([]);
    await world.day('2027-01-08');
    expect(await world.entries(saturday)).toEqual(['2027-01-11 debit WEB 7504 in_file']);
  });

  it('that fell due before the delivery was reported are filed at the first run, without a late fee', async () => {
    const payments = [pay('2027-01-20'), pay('2027-01-29'), pay('2027-02-10')];
    const lease = await world.plantOne({ payments });
    await world.day('2027-02-01');
    expect(await world.entries(lease)).toEqual([
      '2027-02-02 debit WEB 7504 in_file',
      '2027-02-02 debit WEB 7504 in_file',
    ]);
    expect(await world.fees(lease)).toEqual([]);
    expect(await world.servicingState(lease)).toBe('active');
  });

  it('are not filed without authorization, when stopped or paused, or where somebody has paid', async () => {
    const payments = [pay('2027-03-05'), pay('2027-03-19')];
    const [byHand, stopped, paused, paid, partly] = await world.plant(
      ...[{ payments, isAutopay: false }, { payments }, { payments }, { payments }, { payments }],
    );
    const set = (lease: string | undefined, changes: string) =>
      sql`UPDATE scheduled_payments SET ${sql.raw(changes)} WHERE lease_id = ${lease} AND number = 1`.execute(world.db);
    await sql`UPDATE leases SET autopay_stop = 'R07' WHERE lease_id = ${stopped}`.execute(world.db);
    await set(paused, 'is_debit_paused = true');
    await set(paid, `paid_cents = 7504, state = 'paid'`);
    await set(partly, 'paid_cents = 7000');
    await world.day('2027-03-04');
    for (const lease of [byHand, stopped, paused, paid]) expect(await world.entries(lease)).toEqual([]);
    expect(await world.entries(partly)).toEqual(['2027-03-05 debit WEB 504 in_file']);
    await world.day('2027-03-05');
    expect((await world.schedule(partly))[0]).toBe('1 paid 7504 of 7504');
  });

  it('of a changed amount wait for the day that was announced', async () => {
    const lease = await world.plantOne({ payments: [{ ...pay('2027-04-02'), notBeforeOn: '2027-04-09' }] });
    await world.days('2027-04-01', '2027-04-07');
    expect(await world.entries(lease)).toEqual([]);
    await world.day('2027-04-08');
    expect(await world.entries(lease)).toEqual(['2027-04-09 debit WEB 7504 in_file']);
  });

  it('are announced once, three banking days ahead', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-05-14')] });
    const reminders = async () =>
      (
        await sql<{ made_on: string; data: unknown }>`
          SELECT made_on, data FROM notices WHERE lease_id = ${lease} AND kind = 'debit_reminder'`.execute(world.db)
      ).rows;
    await world.day('2027-05-10');
    expect(await reminders()).toEqual([]);
    await world.days('2027-05-11', '2027-05-12', '2027-05-13');
    const data = {
      paymentId: `PAY-${lease}-1`,
      number: 1,
      dueOn: '2027-05-14',
      debitOn: '2027-05-14',
      amountCents: 7_504,
    };
    expect(await reminders()).toEqual([{ made_on: '2027-05-11', data }]);
  });

  it('whose rent somebody paid while they were under way are given back by the next file', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-06-04')] });
    await world.day('2027-06-03');
    await sql`UPDATE scheduled_payments SET paid_cents = 7000 WHERE payment_id = ${`PAY-${lease}-1`}`.execute(world.db);
    await world.day('2027-06-04');
    expect((await world.schedule(lease))[0]).toBe('1 paid 7504 of 7504');
    expect(await world.entries(lease)).toEqual([
      '2027-06-04 debit WEB 7504 settled',
      '2027-06-07 refund PPD 7000 in_file',
    ]);
    await world.day('2027-06-07');
    const refund = await world.payment(`PAY-${lease}-1-refund`);
    expect(refund).toMatchObject({
      kind: 'refund',
      state: 'posted',
      posted_on: '2027-06-07',
      refund_of: `PAY-${lease}-1`,
    });
    const { accounts } = await balances(world.db, { leaseId: lease });
    expect(accounts.customer_refunds_payable).toEqual({ debitsCents: 7_000, creditsCents: 7_000 });
    expect(accounts.bank_clearing).toEqual({ debitsCents: 7_504, creditsCents: 7_000 });
  });

  it('make a file that says what the ledger says, entry by entry and in all', async () => {
    const payments = [pay('2027-07-02', 1_001)];
    await world.plant(
      ...[{ payments, autopayClass: 'PPD' as const }, { payments }, { payments, accountType: 'savings' as const }],
    );
    const refunded = await world.plantOne({ payments: [pay('2027-12-31')] });
    await sql`
      INSERT INTO payments (payment_id, lease_id, kind, amount_cents, method, state, created_at)
      VALUES (${`PAY-${refunded}-1-refund`}, ${refunded}, 'refund', 333, 'bank_account', 'pending', now())`.execute(
      world.db,
    );
    const { runId } = await world.day('2027-07-01');

    const file = parseAchFile(world.files.find(({ name }) => name.includes(runId))?.text ?? '');
    const entries = file.batches.flatMap((batch) => batch.entries);
    const sum = (direction: 'debit' | 'credit') =>
      entries
        .filter(({ transactionCode }) => directionOf(transactionCode) === direction)
        .reduce((total, { amountCents }) => total + amountCents, 0);
    expect(
      file.batches.map(({ header }) => `${header.entryClass} ${header.entryDescription} ${header.effectiveOn}`),
    ).toEqual(['PPD LEASE PYMT 2027-07-02', 'WEB LEASE PYMT 2027-07-02', 'PPD REFUND 2027-07-02']);
    expect(entries.map(({ transactionCode }) => transactionCode)).toEqual(['27', '27', '37', '22']);
    expect(new Set(entries.map(({ identificationNumber }) => identificationNumber)).size).toBe(4);
    const { rows } = await sql`
      SELECT debit_cents, refund_cents, (SELECT sum(amount_cents)::bigint FROM ach_entries WHERE run_id = ${runId} AND purpose = 'debit'
         AND EXISTS (SELECT FROM journal_entries WHERE business_key = 'file-debit:' || trace_number)) AS debits,
        (SELECT sum(amount_cents)::bigint FROM ach_entries WHERE run_id = ${runId} AND purpose = 'refund'
         AND EXISTS (SELECT FROM journal_entries WHERE business_key = 'file-refund:' || trace_number)) AS refunds,
        (SELECT array_agg(transaction_code ORDER BY trace_number) FROM ach_entries WHERE run_id = ${runId}) AS codes
        FROM collection_runs WHERE run_id = ${runId}`.execute(world.db);
    expect([sum('debit'), sum('credit')]).toEqual([3_003, 333]);
    expect(rows).toEqual([
      { debit_cents: 3_003, refund_cents: 333, debits: 3_003, refunds: 333, codes: ['27', '27', '37', '22'] },
    ]);
  });

  it('are never settled before the bank has their file', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-08-06')] });
    world.isBankDown = true;
    await expect(world.day('2027-08-05')).rejects.toThrow('the bank is down');
    await world.run('settleCollections', { businessOn: '2027-08-06' as never });
    expect(await world.entries(lease)).toEqual(['2027-08-06 debit WEB 7504 in_file']);
    world.isBankDown = false;
    await world.days('2027-08-05', '2027-08-06');
    expect(await world.entries(lease)).toEqual(['2027-08-06 debit WEB 7504 settled']);
  });

  it('whose file the bank could not take in time move to the next banking day, and say so', async () => {
    const lease = await world.plantOne({ payments: [pay('2027-09-03')] });
    world.isBankDown = true;
    await expect(world.day('2027-09-02')).rejects.toThrow('the bank is down');
    world.isBankDown = false;
    const send = (createdOn: string) => ({ runId: 'CRUN-2027-09-02', ...handedOverOn(createdOn) });
    await world.run('sendCollectionFile', send('2027-09-03'));
    expect(await world.entries(lease)).toEqual(['2027-09-07 debit WEB 7504 in_file']);
    expect(await world.payment(`PAY-${lease}-1`)).toMatchObject({ effective_on: '2027-09-07' });
    const file = parseAchFile(world.files.at(-1)?.text ?? '');
    expect([file.header.createdOn, file.batches[0]?.header.effectiveOn]).toEqual(['2027-09-03', '2027-09-07']);
    const said = sql`SELECT kind FROM exceptions WHERE exception_id = 'run-moved:CRUN-2027-09-02:2027-09-03'`;
    expect((await said.execute(world.db)).rows).toEqual([{ kind: 'run_moved' }]);

    await world.run('sendCollectionFile', send('2027-09-08'));
    await world.day('2027-09-03');
    expect(await world.entries(lease)).toEqual(['2027-09-07 debit WEB 7504 in_file']);
    await world.day('2027-09-07');
    expect(await world.entries(lease)).toEqual(['2027-09-07 debit WEB 7504 settled']);
  });
});
