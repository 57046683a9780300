import { cutOffOf } from '../../activities/new-york';
import { handedOverOn } from '../support/handed-over';
import { BankUnreachable } from '../../activities/ports';
import { nextBankingDay } from '../../domain/banking-calendar';
import { cents } from '../../domain/cents';
import { MAX_ENTRY_CENTS } from '../../domain/funding/netting';
import { parseAchFile } from '../../domain/nacha/parse';
import { day, FundingWorld, noon } from '../support/funding-world';
import { embeddedLedger } from '../support/ledger-database';

let world: FundingWorld;
beforeAll(async () => {
  world = new FundingWorld(await embeddedLedger());
}, 60_000);
afterAll(() => world.close());
afterEach(() => {
  world.bank.isDown = false;
});

const runRow = (runId: string) =>
  world.db.selectFrom('funding_runs').selectAll().where('run_id', '=', runId).executeTakeFirstOrThrow();
const exceptionsOf = async (kind: string): Promise<string[]> => {
  const rows = await world.db.selectFrom('exceptions').select('exception_id').where('kind', '=', kind).execute();
  return rows.map((row) => row.exception_id);
};

describe('netting in a run', () => {
  it('takes what was posted by the cut-off and leaves what came a millisecond later to the next run', async () => {
    const merchant = await world.merchant();
    const [on, next] = [world.freshDay(), world.freshDay()];
    const cutOffAt = cutOffOf(on);
    await world.fund(merchant, 10_000, cutOffAt);
    await world.fund(merchant, 20_000, new Date(Date.parse(cutOffAt) + 1).toISOString() as typeof cutOffAt);
    expect(await world.net(await world.run(on), merchant)).toMatchObject({ paid_cents: 10_000 });
    expect(await world.net(await world.run(next), merchant)).toMatchObject({ paid_cents: 20_000 });
  });

  it('shows both lines of a lease that was funded and returned on one day, and pays nothing', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    const lease = await world.fund(merchant, 50_000, noon(on));
    await world.giveBack(merchant, lease, 50_000, noon(on));
    const { runId, state } = await world.activities.cutFundingRun(day(on));
    expect(state).toBe('settled');
    expect(await world.net(runId, merchant)).toMatchObject({ gross_cents: 50_000, paid_cents: 0, carry_out_cents: 0 });
    const lines = await world.lines(merchant);
    expect(lines.map(({ kind, run_id, state: of }) => [kind, run_id, of])).toEqual([
      ['funding', runId, 'settled'],
      ['return', runId, 'settled'],
    ]);
    expect(await world.fundingStateOf(lease)).toBe('settled');
  });

  it('carries a return larger than the funding of five days in a row, over forty leases', async () => {
    const merchant = await world.merchant();
    const days = Array.from({ length: 6 }, () => world.freshDay());
    const first = days[0] ?? nextBankingDay(world.freshDay());
    const leases = await world.fundAll(
      merchant,
      Array.from({ length: 40 }, () => 10_000),
      noon(first),
    );
    expect(await world.net(await world.run(first), merchant)).toMatchObject({ paid_cents: 400_000 });
    for (const lease of leases.slice(0, 35)) await world.giveBack(merchant, lease, 10_000, noon(days[1] ?? first));
    let carryCents = 0;
    for (const on of days.slice(1)) {
      await world.fund(merchant, 50_000, noon(on));
      const net = await world.net(await world.run(on), merchant);
      const dayCents = 50_000 + (on === days[1] ? -350_000 : 0);
      expect(net).toMatchObject({ carry_in_cents: carryCents, carry_out_cents: carryCents + dayCents, paid_cents: 0 });
      carryCents += dayCents;
    }
    expect(carryCents).toBe(-100_000);
    const on = world.freshDay();
    await world.fund(merchant, 100_001, noon(on));
    expect(await world.net(await world.run(on), merchant)).toMatchObject({ paid_cents: 1, carry_in_cents: -100_000 });
    expect(await world.ledgerOf(merchant)).toEqual({ paidCents: 400_001, owedCents: 0 });
  });

  it('leaves a merchant alone of whom nothing but a debt is open', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    const lease = await world.fund(merchant, 10_000, noon(on));
    await world.run(on);
    const next = world.freshDay();
    await world.giveBack(merchant, lease, 10_000, noon(next));
    expect(await world.net(await world.run(next), merchant)).toMatchObject({ carry_out_cents: -10_000 });
    expect(await world.net(await world.run(world.freshDay()), merchant)).toBeUndefined();
    const open = (await world.lines(merchant)).filter(({ run_id }) => run_id === null);
    expect(open).toMatchObject([{ kind: 'carry', adjustment_cents: -10_000, state: 'eligible' }]);
  });

  it('pays no more than one entry can hold, and the rest on the next day', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    world.releaseLimitCents = Number.MAX_SAFE_INTEGER;
    await world.fundAll(merchant, [MAX_ENTRY_CENTS, 5], noon(on));
    const full = await world.run(on);
    expect(await world.net(full, merchant)).toMatchObject({ paid_cents: MAX_ENTRY_CENTS, carry_out_cents: 5 });
    expect(await world.net(await world.run(world.freshDay()), merchant)).toMatchObject({ paid_cents: 5 });
    expect(await world.ledgerOf(merchant)).toEqual({ paidCents: MAX_ENTRY_CENTS + 5, owedCents: 0 });
  });

  it('waits for a lease that SQL does not show as Funded yet', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    const lease = await world.fund(merchant, 10_000, noon(on));
    const set = (status: 'lease_accepted' | 'funded') =>
      world.db.updateTable('leases').set({ status }).where('lease_id', '=', lease).execute();
    await set('lease_accepted');
    expect(await world.net(await world.run(on), merchant)).toBeUndefined();
    await set('funded');
    expect(await world.net(await world.run(world.freshDay()), merchant)).toMatchObject({ paid_cents: 10_000 });
  });
});

describe('the life of a run', () => {
  it('settles with its lines and leases when its effective date has come, not before', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    const lease = await world.fund(merchant, 10_000, noon(on));
    const runId = await world.run(on);
    await world.activities.settleFundings(day(on));
    expect(await world.fundingStateOf(lease)).toBe('in_file');
    expect(await runRow(runId)).toMatchObject({ state: 'sent', effective_on: nextBankingDay(on) });
    await world.activities.settleFundings(day(nextBankingDay(on)));
    await world.activities.settleFundings(day(nextBankingDay(on)));
    expect(await world.fundingStateOf(lease)).toBe('settled');
    expect(await runRow(runId)).toMatchObject({ state: 'settled' });
    expect(await world.lines(merchant)).toMatchObject([{ state: 'settled' }]);
    await world.activities.sendFundingFile({ runId });
    expect(world.bank.files.filter(({ name }) => name.includes(runId))).toHaveLength(1);
  });

  it('is held one cent above the limit until a second person releases it, and moves to that day', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    world.releaseLimitCents = 99_999;
    const lease = await world.fund(merchant, 100_000, noon(on));
    const { runId, state } = await world.activities.cutFundingRun(day(on));
    expect(state).toBe('held');
    expect(await world.fundingStateOf(lease)).toBe('held');
    await expect(world.activities.sendFundingFile({ runId })).rejects.toThrow('held');

    const later = world.freshDay();
    await world.activities.settleFundings(day(nextBankingDay(later)));
    expect(await runRow(runId)).toMatchObject({ state: 'held' });
    const unsent = await world.db.selectFrom('ach_entries').select('state').where('run_id', '=', runId).execute();
    expect(unsent).toEqual([{ state: 'in_file' }]);
    await world.activities.releaseFundingRun({ runId, releasedBy: 'key_2' });
    await world.activities.releaseFundingRun({ runId, releasedBy: 'key_3' });
    expect(await runRow(runId)).toMatchObject({ state: 'released', released_by: 'key_2' });
    expect(await world.fundingStateOf(lease)).toBe('in_file');

    await world.activities.sendFundingFile({ runId, ...handedOverOn(later) });
    const effectiveOn = nextBankingDay(later);
    const file = parseAchFile(world.bank.fileOf(runId));
    expect(file.header.createdOn).toBe(later);
    expect(file.batches[0]?.header).toMatchObject({ effectiveOn, descriptiveDate: on.slice(2).replaceAll('-', '') });
    expect(await runRow(runId)).toMatchObject({ state: 'sent', effective_on: effectiveOn });
    const moved = await world.db.selectFrom('ach_entries').select('effective_on').where('run_id', '=', runId).execute();
    expect(moved).toEqual([{ effective_on: effectiveOn }]);
    expect(await exceptionsOf('run_moved')).toContain(`run-moved:${runId}:${later}`);
  });

  it('is not held at exactly the limit', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    world.releaseLimitCents = 100_000;
    await world.fund(merchant, 100_000, noon(on));
    expect(await world.activities.cutFundingRun(day(on))).toMatchObject({ state: 'released' });
  });

  it('moves to the next banking day when the bank was down over the cut-off, and is paid once', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    await world.fund(merchant, 10_000, noon(on));
    const { runId } = await world.activities.cutFundingRun(day(on));
    world.bank.isDown = true;
    await expect(world.activities.sendFundingFile({ runId, ...handedOverOn(on) })).rejects.toThrow(BankUnreachable);
    await expect(world.activities.sendFundingFile({ runId, ...handedOverOn(on) })).rejects.toThrow(BankUnreachable);
    expect(await runRow(runId)).toMatchObject({ state: 'released' });
    expect((await exceptionsOf('run_moved')).filter((id) => id.includes(runId))).toEqual([]);

    world.bank.isDown = false;
    const later = nextBankingDay(on);
    await world.activities.sendFundingFile({ runId, ...handedOverOn(later) });
    const { header, batches } = parseAchFile(world.bank.fileOf(runId));
    expect([header.createdOn, batches[0]?.header.effectiveOn]).toEqual([later, nextBankingDay(later)]);
    expect(await exceptionsOf('run_moved')).toContain(`run-moved:${runId}:${later}`);
    await world.activities.settleFundings(day(later));
    expect(await runRow(runId)).toMatchObject({ state: 'sent' });
    await world.activities.settleFundings(day(nextBankingDay(later)));
    expect(await runRow(runId)).toMatchObject({ state: 'settled' });
    expect(await world.ledgerOf(merchant)).toEqual({ paidCents: 10_000, owedCents: 0 });
  });

  it('does not pay twice when the first bytes had arrived after all: the bank knows the name, and a person looks', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    await world.fund(merchant, 10_000, noon(on));
    const { runId } = await world.activities.cutFundingRun(day(on));
    world.bank.isDown = true;
    await expect(world.activities.sendFundingFile({ runId })).rejects.toThrow();
    world.bank.isDown = false;
    const kept = await world.db
      .selectFrom('ach_files')
      .selectAll()
      .where('run_id', '=', runId)
      .executeTakeFirstOrThrow();
    const row = { table: 'ach_files', column: 'content', id: runId };
    world.bank.files.push({ name: kept.name, text: world.cipher.open(kept.content, row) });

    const moved = world.activities.sendFundingFile({ runId, ...handedOverOn(nextBankingDay(on)) });
    await expect(moved).rejects.toThrow('another file has this name');
    expect(world.bank.files.filter(({ name }) => name.includes(runId))).toHaveLength(1);
    expect(await exceptionsOf('file_refused')).toContain(`file-refused:${runId}:${nextBankingDay(on)}`);
  });

  it('gives the same bytes under the same name to a bank that forgot to answer', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    await world.fund(merchant, 10_000, noon(on));
    const runId = await world.run(on);
    const text = world.bank.fileOf(runId);
    await world.db.updateTable('ach_files').set({ sent_at: null }).where('run_id', '=', runId).execute();
    await world.db.updateTable('funding_runs').set({ state: 'released' }).where('run_id', '=', runId).execute();
    await world.db.updateTable('merchants').set({ name: 'Renamed' }).where('merchant_id', '=', merchant).execute();
    await world.activities.sendFundingFile({ runId });
    expect(world.bank.fileOf(runId)).toBe(text);
  });

  it('is not sent when its file breaks a check: an exception is raised, and nothing reaches the bank', async () => {
    const merchant = await world.merchant();
    const on = world.freshDay();
    await world.fund(merchant, 10_000, noon(on));
    const { runId } = await world.activities.cutFundingRun(day(on));
    await world.db
      .updateTable('ach_entries')
      .set({ amount_cents: cents(0) })
      .where('run_id', '=', runId)
      .execute();
    await expect(world.activities.sendFundingFile({ runId })).rejects.toThrow('V18');
    expect(world.bank.files.filter(({ name }) => name.includes(runId))).toHaveLength(0);
    expect(await exceptionsOf('file_invalid')).toContain(`file-invalid:${runId}:${on}`);
  });

  it('gives files of one day different modifiers', async () => {
    const merchant = await world.merchant();
    const [on, next] = [world.freshDay(), world.freshDay()];
    await world.fund(merchant, 10_000, noon(on));
    await world.fund(merchant, 10_000, noon(next));
    const first = await world.activities.cutFundingRun(day(on));
    const second = await world.activities.cutFundingRun(day(next));
    await world.activities.sendFundingFile({ ...second });
    await world.activities.sendFundingFile({ ...first, ...handedOverOn(next) });
    const modifiers = [second, first].map(({ runId }) => parseAchFile(world.bank.fileOf(runId)).header.fileIdModifier);
    expect(modifiers).toEqual(['A', 'B']);
  });

  it('is refused on a day without banks', async () => {
    await expect(world.activities.cutFundingRun(day('2026-07-04'))).rejects.toThrow('closed');
  });

  it('is a fact without money on a day on which nothing happened', async () => {
    expect(await world.activities.cutFundingRun(day(world.freshDay()))).toMatchObject({ state: 'settled' });
  });
});
