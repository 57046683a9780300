import { nextBankingDay } from '../../domain/banking-calendar';
import { handedOverOn } from './handed-over';
import { parseAchFile } from '../../domain/nacha/parse';
import { validateAchFile } from '../../domain/nacha/validate';
import { day, FundingWorld, noon } from './funding-world';
import { Killer, killPoints } from './kill-point';
import type { LedgerDatabase } from './ledger-database';

/** What must hold of funding runs on every PostgreSQL. */
export function describeFundingRuns(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`funding runs on ${engine}`, () => {
    let world: FundingWorld;
    beforeAll(async () => {
      world = new FundingWorld(await open());
    }, 60_000);
    afterAll(() => world.close());

    it('net worked example G over three days to the cent, as the ledger and the file do', async () => {
      const merchant = await world.merchant();
      const leases = await world.fundAll(merchant, [100_000, 45_025, 234_999], noon('2026-07-01'));
      const [first, second] = leases;
      if (!first || !second) throw new Error('three leases were funded');
      await world.giveBack(merchant, first, 30_000, noon('2026-07-01'));
      await world.giveBack(merchant, second, 5_000, noon('2026-07-01'));
      const day1 = await world.run('2026-07-01');
      expect(await world.net(day1, merchant)).toMatchObject({
        ...{ gross_cents: 380_024, adjustments_cents: -35_000, carry_in_cents: 0, carry_out_cents: 0 },
        ...{ paid_cents: 345_024, trace_number: '121042880000001' },
      });

      await world.fund(merchant, 20_000, noon('2026-07-02'));
      await world.giveBack(merchant, first, 70_000, noon('2026-07-02'));
      const day2 = await world.run('2026-07-02');
      expect(await world.net(day2, merchant)).toMatchObject({
        ...{ gross_cents: 20_000, adjustments_cents: -70_000, carry_in_cents: 0, carry_out_cents: -50_000 },
        ...{ paid_cents: 0, trace_number: null },
      });
      expect(await world.ledgerOf(merchant)).toEqual({ paidCents: 345_024, owedCents: -50_000 });

      await world.fund(merchant, 120_000, noon('2026-07-03'));
      const day3 = await world.run('2026-07-03');
      expect(await world.net(day3, merchant)).toMatchObject({
        ...{ gross_cents: 120_000, adjustments_cents: 0, carry_in_cents: -50_000, carry_out_cents: 0 },
        ...{ paid_cents: 70_000, trace_number: '121042880000002' },
      });
      expect(await world.ledgerOf(merchant)).toEqual({ paidCents: 415_024, owedCents: 0 });
      const [batch] = parseAchFile(world.bank.fileOf(day3)).batches;
      expect(batch?.header.effectiveOn).toBe('2026-07-06');
      expect(batch?.entries.map((entry) => entry.amountCents)).toEqual([70_000]);
    });

    it('cut one run when two workers cut the same day at once', async () => {
      const merchant = await world.merchant();
      const on = world.freshDay();
      await world.fundAll(merchant, [10_000, 20_000], noon(on));
      const cut = () => world.activities.cutFundingRun(day(on));
      const answers = await Promise.all([cut(), cut(), cut()]);
      expect(answers).toEqual(answers.map(() => ({ runId: `FRUN-${on}`, state: 'released' })));
      expect(await cut()).toEqual({ runId: `FRUN-${on}`, state: 'released' });
      const entries = await world.db.selectFrom('ach_entries').where('run_id', '=', `FRUN-${on}`).selectAll().execute();
      expect(entries.map((entry) => entry.amount_cents)).toEqual([30_000]);
      expect(await world.ledgerOf(merchant)).toEqual({ paidCents: 30_000, owedCents: 0 });
    });

    it('pay each line once, under a trace of its own, when different days are cut at once', async () => {
      const merchants = [await world.merchant(), await world.merchant()];
      const days = [world.freshDay(), world.freshDay()];
      for (const [index, merchant] of merchants.entries()) await world.fund(merchant, 10_000, noon(days[index] ?? ''));
      const { activities } = world;
      const runs = await Promise.all(days.map((on) => activities.cutFundingRun(day(on))));
      const runIds = runs.map(({ runId }) => runId);
      // The later day may come first, and then takes what was posted for the earlier one too.
      const entries = await world.db.selectFrom('ach_entries').where('run_id', 'in', runIds).selectAll().execute();
      expect(entries.map((entry) => entry.merchant_id).sort()).toEqual([...merchants].sort());
      expect(new Set(entries.map((entry) => entry.trace_number)).size).toBe(2);
      for (const merchant of merchants) expect((await world.ledgerOf(merchant)).paidCents).toBe(10_000);
    });

    it('send a file once when two workers send it at once', async () => {
      const merchant = await world.merchant();
      const on = world.freshDay();
      await world.fund(merchant, 10_000, noon(on));
      const { activities } = world;
      const { runId } = await activities.cutFundingRun(day(on));
      await Promise.all([activities.sendFundingFile({ runId }), activities.sendFundingFile({ runId })]);
      expect(parseAchFile(world.bank.fileOf(runId)).batches[0]?.entries).toHaveLength(1);
    });

    it('give the files of two runs that are sent on one day at once different modifiers', async () => {
      const merchant = await world.merchant();
      const days = Array.from({ length: 3 }, () => world.freshDay());
      const createdOn = world.freshDay();
      const { activities } = world;
      const runIds: string[] = [];
      for (const on of days) {
        await world.fund(merchant, 10_000, noon(on));
        runIds.push((await activities.cutFundingRun(day(on))).runId);
      }
      await Promise.all(runIds.map((runId) => activities.sendFundingFile({ runId, ...handedOverOn(createdOn) })));
      const modifiers = runIds.map((runId) => parseAchFile(world.bank.fileOf(runId)).header.fileIdModifier);
      expect(modifiers.sort()).toEqual(['A', 'B', 'C']);
    });

    it('killed at any step and repeated, pay once: one file at the bank, one entry, one journal entry', async () => {
      const merchant = await world.merchant();
      const calmDay = world.freshDay();
      await world.fund(merchant, 10_000, noon(calmDay));
      const counter = new Killer();
      await world.asWorker(counter, (steps) => world.run(calmDay, steps));
      const points = killPoints(counter.stepCount);
      expect(points.length).toBeGreaterThan(30);

      for (const [index, point] of points.entries()) {
        const on = world.freshDay();
        const amountCents = 10_001 + index;
        await world.fund(merchant, amountCents, noon(on));
        const killed = world.asWorker(new Killer(point), (steps) => world.run(on, steps));
        await expect(killed).rejects.toThrow();
        const runId = await world.run(on);

        const file = parseAchFile(world.bank.fileOf(runId));
        const entries = file.batches.flatMap((batch) => batch.entries.map((entry) => entry.amountCents));
        const { paid_cents: paidCents } = (await world.net(runId, merchant)) ?? {};
        expect({ point, entries, paidCents }).toEqual({ point, entries: [amountCents], paidCents: amountCents });
      }
      const totalCents = points.reduce((sum, _point, index) => sum + 10_001 + index, 10_000);
      expect(await world.ledgerOf(merchant)).toEqual({ paidCents: totalCents, owedCents: 0 });
    }, 120_000);

    it('write a file that a strict reader and the thirty checks accept', async () => {
      const merchants = [await world.merchant(), await world.merchant(), await world.merchant()];
      const on = world.freshDay();
      for (const merchant of merchants) await world.fund(merchant, 34_502, noon(on));
      const runId = await world.run(on);
      const text = world.bank.fileOf(runId);
      const context = { today: on, direction: 'credits' as const, entryClasses: ['CCD'], usedFileIdModifiers: [] };
      expect(validateAchFile(text, context)).toEqual([]);
      const [batch] = parseAchFile(text).batches;
      expect(batch?.header).toMatchObject({ entryClass: 'CCD', serviceClass: '220', effectiveOn: nextBankingDay(on) });
      const identification = merchants[0]?.toUpperCase();
      expect(batch?.entries.find((entry) => entry.identificationNumber === identification)).toMatchObject({
        ...{ transactionCode: '22', routingNumber: '231380104', accountNumber: '7445678990', amountCents: 34_502 },
        receiverName: 'BESTSOFA LLC',
        addenda: { kind: '05', paymentInformation: `TRN*1*${runId}-${identification}*1987654321\\` },
      });
    });
  });
}
