import { addBankingDays } from '../../domain/banking-calendar';
import { parseAchFile } from '../../domain/nacha/parse';
import { CHECKING, day, FundingWorld, noon } from '../support/funding-world';
import { embeddedLedger } from '../support/ledger-database';

const SAVINGS = { routingNumber: '091000019', accountNumber: '55501234', accountType: 'savings' } as const;

let world: FundingWorld;
beforeAll(async () => {
  world = new FundingWorld(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());

const entriesOf = (runId: string) => parseAchFile(world.bank.fileOf(runId)).batches.flatMap(({ entries }) => entries);

describe('the account a merchant is paid to', () => {
  it('is missing: the money is held, line and lease say so, and nobody else waits', async () => {
    const [unknown, known] = [await world.merchant(null), await world.merchant()];
    const on = world.freshDay();
    const lease = await world.fund(unknown, 70_000, noon(on));
    await world.fund(known, 10_000, noon(on));
    const runId = await world.run(on);
    expect(entriesOf(runId).map((entry) => entry.amountCents)).toEqual([10_000]);
    expect(await world.net(runId, unknown)).toBeUndefined();
    expect(await world.lines(unknown)).toMatchObject([{ run_id: null, state: 'held' }]);
    expect(await world.fundingStateOf(lease)).toBe('held');
    expect(await world.ledgerOf(unknown)).toEqual({ paidCents: 0, owedCents: 70_000 });

    await world.account(unknown, SAVINGS);
    const later = await world.run(world.freshDay());
    expect(entriesOf(later)).toMatchObject([{ transactionCode: '32', amountCents: 70_000 }]);
    expect(await world.fundingStateOf(lease)).toBe('in_file');
  });

  it('is new: a prenote on the day it is confirmed, the first money three banking days after', async () => {
    const merchant = await world.merchant(null);
    const confirmedOn = world.freshDay();
    const usableFromOn = addBankingDays(confirmedOn, 3);
    await world.account(merchant, SAVINGS, {
      ...{ state: 'prenoting', confirmed_by: 'key_2', confirmed_on: confirmedOn, usable_from_on: usableFromOn },
    });
    const lease = await world.fund(merchant, 12_345, noon(confirmedOn));

    const prenoted = await world.run(confirmedOn);
    expect(entriesOf(prenoted)).toMatchObject([{ transactionCode: '33', amountCents: 0 }]);
    expect(entriesOf(prenoted)[0]?.addenda).toBeUndefined();
    const waiting = await world.activities.cutFundingRun(day(world.freshDay()));
    expect(waiting.state).toBe('settled');
    expect(await world.fundingStateOf(lease)).toBe('held');

    const paid = await world.run(world.freshDay());
    expect(parseAchFile(world.bank.fileOf(paid)).batches[0]?.header.effectiveOn).toBe(usableFromOn);
    expect(entriesOf(paid)).toMatchObject([{ transactionCode: '32', amountCents: 12_345 }]);
  });

  it('is confirmed after the cut-off of its day: the wait is counted from the prenote, not from the confirmation', async () => {
    const merchant = await world.merchant(null);
    const confirmedOn = world.freshDay();
    await world.run(confirmedOn);
    await world.account(merchant, SAVINGS, {
      ...{ state: 'prenoting', confirmed_by: 'key_2', confirmed_on: confirmedOn },
      usable_from_on: addBankingDays(confirmedOn, 3),
    });
    await world.fund(merchant, 12_345, noon(confirmedOn));
    const prenoted = await world.run(world.freshDay());
    expect(entriesOf(prenoted)).toMatchObject([{ transactionCode: '33' }]);
    const tooEarly = await world.run(world.freshDay());
    expect(await world.net(tooEarly, merchant)).toBeUndefined();
    const paid = await world.run(world.freshDay());
    expect(await world.net(paid, merchant)).toMatchObject({ paid_cents: 12_345 });
  });

  it('was refused by the bank when it was tested: no money follows', async () => {
    const merchant = await world.merchant(null);
    const confirmedOn = world.freshDay();
    await world.account(merchant, SAVINGS, {
      ...{ state: 'prenoting', confirmed_by: 'key_2', confirmed_on: confirmedOn },
      usable_from_on: addBankingDays(confirmedOn, 3),
    });
    await world.fund(merchant, 12_345, noon(confirmedOn));
    const prenoted = await world.run(confirmedOn);
    await world.db.updateTable('ach_entries').set({ state: 'returned' }).where('run_id', '=', prenoted).execute();
    for (let runs = 0; runs < 4; runs += 1) {
      const runId = await world.run(world.freshDay());
      expect(await world.net(runId, merchant)).toBeUndefined();
    }
  });

  it('cannot be written into an entry: it is put aside with an exception, and the others are paid', async () => {
    const [broken, sound] = [await world.merchant({ ...CHECKING, routingNumber: '231380105' }), await world.merchant()];
    const on = world.freshDay();
    await world.fund(broken, 10_000, noon(on));
    await world.fund(sound, 20_000, noon(on));
    const runId = await world.run(on);
    expect(entriesOf(runId).map((entry) => entry.amountCents)).toEqual([20_000]);
    expect(await world.lines(broken)).toMatchObject([{ run_id: null, state: 'held' }]);
    const raised = await world.db
      .selectFrom('exceptions')
      .selectAll()
      .where('merchant_id', '=', broken)
      .executeTakeFirstOrThrow();
    expect(raised).toMatchObject({ kind: 'account_unwritable', raised_on: on });
    expect(raised.detail).not.toContain(CHECKING.accountNumber);
  });

  it('is kept sealed, and so is the file: no account number stands in clear in the database', async () => {
    const on = world.freshDay();
    const merchant = await world.merchant({ ...CHECKING, accountNumber: '4455667788' });
    await world.fund(merchant, 10_000, noon(on));
    const runId = await world.run(on);
    expect(world.bank.fileOf(runId)).toContain('4455667788');
    for (const table of ['ach_files', 'ach_entries', 'bank_accounts', 'exceptions'] as const) {
      const rows = await world.db.selectFrom(table).selectAll().execute();
      const bytes = rows.flatMap((row) => Object.values(row).map((value) => Buffer.from(String(value), 'latin1')));
      expect(Buffer.concat(bytes).toString('latin1')).not.toContain('4455667788');
    }
  });
});
