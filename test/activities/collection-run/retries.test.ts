import { sql } from 'kysely';
import { addBankingDays, nextBankingDay, previousBankingDay } from '../../../domain/banking-calendar';
import { calendarDate } from '../../../domain/calendar-date';
import { parseAchFile } from '../../../domain/nacha/parse';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';

const payments = (dueOn: string) => [{ dueOn, amountCents: 7_504 }];

describe('debits that came back', () => {
  let world: CollectionWorld;
  beforeAll(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  it('for want of money are presented again three banking days later, twice, as RETRY PYMT, and never a third time', async () => {
    const lease = await world.plantOne({ payments: payments('2026-12-04') });
    await world.days('2026-12-03', '2026-12-04');
    await world.bounce(lease, 1, 'R01', '2026-12-08');
    await world.days('2026-12-08', '2026-12-09');
    expect(await world.entries(lease)).toEqual(['2026-12-04 debit WEB 7504 returned']);
    expect(await world.schedule(lease)).toEqual(['1 returned 0 of 7504']);
    await world.day('2026-12-10');
    expect((await world.entries(lease))[1]).toBe('2026-12-11 retry WEB 7504 in_file');

    await world.day('2026-12-11');
    await world.bounce(lease, 1, 'R09', '2026-12-15');
    await world.days('2026-12-15', '2026-12-16', '2026-12-17');
    expect((await world.entries(lease))[2]).toBe('2026-12-18 retry WEB 7504 in_file');
    await world.day('2026-12-18');
    await world.bounce(lease, 1, 'R01', '2026-12-22');
    await world.days('2026-12-22', '2026-12-23', '2026-12-24', '2026-12-28', '2026-12-29');
    expect(await world.entries(lease)).toHaveLength(3);
    expect(await world.schedule(lease)).toEqual(['1 past_due 0 of 7504']);

    const retries = world.files.flatMap(({ text }) => parseAchFile(text).batches).slice(1);
    expect(retries.map(({ header }) => header.entryDescription)).toEqual(['RETRY PYMT', 'RETRY PYMT']);
    const names = world.files.flatMap(({ text }) => parseAchFile(text).batches.flatMap(({ entries }) => entries));
    expect(new Set(names.map(({ identificationNumber }) => identificationNumber)).size).toBe(1);
    expect(new Set(names.map(({ traceNumber }) => traceNumber)).size).toBe(3);
    const origins = await sql`SELECT DISTINCT retry_of FROM ach_entries WHERE purpose = 'retry'`.execute(world.db);
    expect(origins.rows).toEqual([{ retry_of: names[0]?.traceNumber }]);
  });

  it('are paid by the retry that settles', async () => {
    const lease = await world.plantOne({ payments: payments('2027-01-08') });
    await world.days('2027-01-07', '2027-01-08');
    await world.bounce(lease, 1, 'R01', '2027-01-11');
    await world.days('2027-01-13', '2027-01-14');
    expect(await world.entries(lease)).toEqual([
      '2027-01-08 debit WEB 7504 returned',
      '2027-01-14 retry WEB 7504 settled',
    ]);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504 of 7504']);
    expect(await world.payment(`PAY-${lease}-1`)).toMatchObject({ state: 'posted', posted_on: '2027-01-14' });
  });

  it.each([
    ['R02', '', '2027-02'],
    ['R08', '', '2027-03'],
    ['R10', '', '2027-04'],
    ['R01', `UPDATE leases SET autopay_stop = 'R07'`, '2027-05'],
    ['R01', 'UPDATE scheduled_payments SET paid_cents = 100', '2027-06'],
    ['R01', `UPDATE scheduled_payments SET paid_cents = amount_cents, state = 'paid'`, '2027-07'],
    ['R09', 'UPDATE scheduled_payments SET is_debit_paused = true', '2027-09'],
  ])('for %s are not presented again where they must not be (%s)', async (code, change, month) => {
    const filedOn = previousBankingDay(calendarDate(`${month}-15`));
    const effectiveOn = nextBankingDay(filedOn);
    const returnedOn = addBankingDays(effectiveOn, 2);
    const lease = await world.plantOne({ payments: payments(effectiveOn) });
    await world.days(filedOn, effectiveOn);
    await world.bounce(lease, 1, code, returnedOn);
    if (change) await sql.raw(`${change} WHERE lease_id = '${lease}'`).execute(world.db);
    await world.days(returnedOn, addBankingDays(returnedOn, 2), addBankingDays(returnedOn, 3));
    expect(await world.entries(lease)).toHaveLength(1);
  });

  it('may be taken from another account that the customer has named since', async () => {
    const lease = await world.plantOne({ payments: payments('2027-10-08') });
    await world.days('2027-10-07', '2027-10-08');
    await world.bounce(lease, 1, 'R02', '2027-10-12');
    await sql`UPDATE leases SET autopay_stop = 'R02' WHERE lease_id = ${lease}`.execute(world.db);
    await world.days('2027-10-13', '2027-10-14');
    expect(await world.schedule(lease)).toEqual(['1 past_due 0 of 7504']);
    await world.useAccount(lease, { routingNumber: '091000019', accountNumber: '4711', accountType: 'savings' });
    await sql`UPDATE leases SET autopay_stop = NULL WHERE lease_id = ${lease}`.execute(world.db);
    await world.day('2027-10-15');
    expect((await world.entries(lease))[1]).toBe('2027-10-18 debit WEB 7504 in_file');
    const [entry] = parseAchFile(world.files.at(-1)?.text ?? '').batches[0]?.entries ?? [];
    expect(entry).toMatchObject({ transactionCode: '37', accountNumber: '4711', routingNumber: '091000019' });
  });

  it('more than 180 days after the first presentment are not presented again', async () => {
    const lease = await world.plantOne({ payments: payments('2029-03-02') });
    await world.days('2029-03-01', '2029-03-02');
    await world.bounce(lease, 1, 'R01', '2029-08-27');
    await world.day('2029-08-29');
    expect(await world.entries(lease)).toHaveLength(1);
    expect(await world.schedule(lease)).toEqual(['1 past_due 0 of 7504']);
  });
});
