import type { Client } from '@temporalio/client';
import { WorkflowNotFoundError } from '@temporalio/client';
import { operationsDesk } from '../../../api/money/operations-desk';
import type { Caller } from '../../../api/ports';
import { keepDailyRunRequest } from '../../../db/daily-run-requests';
import { calendarDate, type Instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import type { MerchantId } from '../../../domain/ids';
import { CHECKING, FundingWorld, noon } from '../../support/funding-world';
import { embeddedLedger } from '../../support/ledger-database';

const ANA: Caller = { keyId: 'key_ana', kind: 'operations', merchantId: null, scopes: ['operations'] };
const BEN: Caller = { ...ANA, keyId: 'key_ben' };
const SAVINGS = { routingNumber: '091000019', accountNumber: '000055501234', accountType: 'savings' } as const;
const OTHER = { ...SAVINGS, accountNumber: '000055509999' };
const PROGRAM = {
  ...{ totalToOwnBps: 20_000, initialPaymentCents: cents(4_900), minInvoiceCents: cents(5_000) },
  ...{ maxInvoiceCents: cents(500_000), termMonths: 12, plans: { allowed: false, maxPayments: 0 } },
};

type Signal = (workflowId: string, release: { releasedBy: string }) => Promise<void>;

/** Temporal as far as a release knows it. */
function temporal(signal: Signal): Client {
  const getHandle = (workflowId: string) => ({
    signal: (_definition: unknown, release: { releasedBy: string }) => signal(workflowId, release),
  });
  const withDeadline = (_deadline: number, calls: () => Promise<unknown>) => calls();
  return { workflow: { getHandle }, withDeadline } as never;
}

describe('the desk of operations', () => {
  let world: FundingWorld;
  let merchantId: MerchantId;
  const nobody = temporal(async () => undefined);
  const desk = (at = '2026-06-10T15:00:00.000Z', client = nobody) =>
    operationsDesk({ db: world.db, cipher: world.cipher, temporal: client, now: () => at as Instant });
  const stateOf = async (accountId: string) =>
    await world.db
      .selectFrom('bank_accounts')
      .select(['state', 'proposed_by', 'confirmed_by'])
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();

  beforeAll(async () => {
    world = new FundingWorld(await embeddedLedger());
  }, 120_000);
  afterAll(() => world.close());
  beforeEach(async () => {
    merchantId = await world.merchant();
  });

  describe("a merchant's account", () => {
    it('is only proposed by one person: nothing changes, and nobody sees the number', async () => {
      const pending = await desk().proposeAccount(ANA, merchantId, SAVINGS);
      const accounts = await desk().accounts(merchantId);

      expect(pending).toMatchObject({ state: 'pending', merchantId, accountLast4: '1234', proposedBy: 'key_ana' });
      expect(accounts).toMatchObject({
        current: { state: 'usable', accountLast4: '8990' },
        pending: { accountId: pending.accountId },
      });
      expect(JSON.stringify([pending, accounts])).not.toMatch(/000055501234|7445678990/);
      const { details } = await world.db
        .selectFrom('bank_accounts')
        .select('details')
        .where('account_id', '=', pending.accountId)
        .executeTakeFirstOrThrow();
      expect(details.includes('000055501234')).toBe(false);
    });

    it('is never confirmed by who proposed it', async () => {
      const { accountId } = await desk().proposeAccount(ANA, merchantId, SAVINGS);

      await expect(desk().confirmAccount(ANA, merchantId)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect((await stateOf(accountId)).state).toBe('proposed');
    });

    it('is used by the second person’s word, three banking days on, and the one before no more', async () => {
      const before = await desk().accounts(merchantId);
      const { accountId } = await desk().proposeAccount(ANA, merchantId, SAVINGS);
      const confirmed = await desk().confirmAccount(BEN, merchantId);

      // A Wednesday before the cut-off; Thursday, Friday, Monday.
      expect(confirmed).toMatchObject({ accountId, state: 'prenoting', accountLast4: '1234', confirmedBy: 'key_ben' });
      expect([confirmed.confirmedOn, confirmed.usableFromOn]).toEqual(['2026-06-10', '2026-06-15']);
      expect(await desk().accounts(merchantId)).toEqual({ merchantId, current: confirmed, pending: null });
      expect(await stateOf(before.current?.accountId ?? '')).toMatchObject({ state: 'replaced' });
      expect(await stateOf(accountId)).toEqual({ state: 'prenoting', proposed_by: 'key_ana', confirmed_by: 'key_ben' });
    });

    it('confirmed after the cut-off, or before a holiday, waits for the run that comes next', async () => {
      await desk().proposeAccount(ANA, merchantId, SAVINGS);
      // 17:00:00.001 in New York on the day before Juneteenth, a Friday.
      const confirmed = await desk('2026-06-18T21:00:00.001Z').confirmAccount(BEN, merchantId);

      expect([confirmed.confirmedOn, confirmed.usableFromOn]).toEqual(['2026-06-22', '2026-06-25']);
    });

    it('answers both people the same when they ask twice, and changes nothing', async () => {
      const one = await desk().proposeAccount(ANA, merchantId, SAVINGS);
      expect(await desk().proposeAccount(ANA, merchantId, SAVINGS)).toEqual(one);
      const first = await desk('2026-06-10T15:00:00.000Z').confirmAccount(BEN, merchantId);
      const again = await desk('2026-06-12T15:00:00.000Z').confirmAccount(BEN, merchantId);

      expect(again).toEqual(first);
    });

    it('proposed anew makes the proposal before void, whoever made it', async () => {
      const { accountId } = await desk().proposeAccount(ANA, merchantId, SAVINGS);
      await desk().proposeAccount(BEN, merchantId, OTHER);

      expect((await stateOf(accountId)).state).toBe('replaced');
      expect(await desk().confirmAccount(ANA, merchantId)).toMatchObject({ accountLast4: '9999' });
      await expect(desk().confirmAccount(BEN, merchantId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('that was proposed after the second person looked is not confirmed unseen', async () => {
      const seen = await desk().proposeAccount(ANA, merchantId, SAVINGS);
      const swapped = await desk().proposeAccount(ANA, merchantId, OTHER);

      const unseen = desk().confirmAccount(BEN, merchantId, seen.accountId);
      await expect(unseen).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await stateOf(swapped.accountId)).state).toBe('proposed');
      expect(await desk().confirmAccount(BEN, merchantId, swapped.accountId)).toMatchObject({ accountLast4: '9999' });
      expect(await desk().confirmAccount(BEN, merchantId, swapped.accountId)).toMatchObject({ accountLast4: '9999' });
      await expect(desk().confirmAccount(BEN, merchantId, seen.accountId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('of a merchant that is not, or has none waiting, is not found', async () => {
      for (const work of [
        () => desk().accounts('mer_nobody'),
        () => desk().proposeAccount(ANA, 'mer_nobody', SAVINGS),
        () => desk().confirmAccount(ANA, 'mer_nobody'),
        () => desk().confirmAccount(ANA, merchantId),
      ]) {
        await expect(work()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      }
    });

    it('is confirmed once by two people at once', async () => {
      await desk().proposeAccount(ANA, merchantId, SAVINGS);
      const settled = await Promise.allSettled([
        desk().confirmAccount(BEN, merchantId),
        desk().confirmAccount({ ...BEN, keyId: 'key_cleo' }, merchantId),
      ]);

      expect(settled.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });

  describe('a new account, with runs', () => {
    it('gets a prenote, no money before its day, then all of it; and lies after runs that are ahead of the clock', async () => {
      await world.run('2026-07-01');
      await desk().proposeAccount(ANA, merchantId, SAVINGS);
      const { confirmedOn, usableFromOn } = await desk().confirmAccount(BEN, merchantId);
      await world.fund(merchantId, 40_000, noon('2026-07-02'));
      const days = ['2026-07-02', '2026-07-03', '2026-07-06'];
      for (const day of days) await world.run(day);

      // Friday 3 July is no holiday at the banks: Independence Day falls on a Saturday.
      expect([confirmedOn, usableFromOn]).toEqual(['2026-07-02', '2026-07-07']);
      const entries = await world.db
        .selectFrom('ach_entries')
        .select(['purpose', 'run_id', 'effective_on', 'amount_cents'])
        .where('merchant_id', '=', merchantId)
        .orderBy('trace_number')
        .execute();
      expect(entries.map(({ purpose, run_id }) => `${purpose} ${run_id}`)).toEqual([
        'prenote FRUN-2026-07-02',
        'funding FRUN-2026-07-06',
      ]);
      expect(entries[1]).toMatchObject({ effective_on: '2026-07-07', amount_cents: 40_000 });
    });
  });

  describe('a program', () => {
    it('is what new applications are priced by, and who changed it is kept for ever', async () => {
      await desk().setProgram(ANA, merchantId, { ...PROGRAM, totalToOwnBps: 22_500, termMonths: 18 });
      await desk().setProgram(BEN, merchantId, PROGRAM);
      const row = await world.db
        .selectFrom('merchants')
        .selectAll()
        .where('merchant_id', '=', merchantId)
        .executeTakeFirstOrThrow();
      const changes = await world.db
        .selectFrom('program_changes')
        .selectAll()
        .where('merchant_id', '=', merchantId)
        .orderBy('number')
        .execute();

      expect(row).toMatchObject({ total_to_own_bps: 20_000, term_months: 12, plans: PROGRAM.plans });
      expect(changes.map(({ number, changed_by, program }) => [number, changed_by, program.totalToOwnBps])).toEqual([
        [1, 'key_ana', 22_500],
        [2, 'key_ben', 20_000],
      ]);
    });

    it('that breaks the law of a state with a store is refused whole, naming state and rule', async () => {
      const tooDear = desk().setProgram(ANA, merchantId, { ...PROGRAM, totalToOwnBps: 22_501 });

      await expect(tooDear).rejects.toMatchObject({
        code: 'PRICE_CAP_EXCEEDED',
        message: expect.stringMatching(/^NY: .*2\.25 times/),
        extra: { errors: [expect.objectContaining({ pointer: '/totalToOwnBps', code: 'price_cap' })] },
      });
      const changes = await world.db
        .selectFrom('program_changes')
        .select('number')
        .where('merchant_id', '=', merchantId)
        .execute();
      expect(changes).toEqual([]);
    });

    it('of a merchant that is not is not found', async () => {
      await expect(desk().setProgram(ANA, 'mer_nobody', PROGRAM)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  describe('a held run', () => {
    const DAY = '2026-08-03';
    const RUN = `FRUN-${DAY}`;
    const signals: unknown[] = [];
    /** The run's Workflow, as far as a release sees it. */
    const carriedOn = temporal(async (workflowId, { releasedBy }) => {
      signals.push([workflowId, releasedBy]);
      await world.activities.releaseFundingRun({ runId: RUN, releasedBy });
    });

    beforeAll(async () => {
      world.releaseLimitCents = 1_000;
      await world.fund(await world.merchant(CHECKING, 'Big'), 5_000, noon(DAY));
      await world.activities.cutFundingRun({ businessOn: calendarDate(DAY) });
      await keepDailyRunRequest(world.db, calendarDate('2026-08-05'), 'key_ana');
      await keepDailyRunRequest(world.db, calendarDate('2026-08-05'), 'key_ben');
    });

    it('is not released by who asked for it: a second person must', async () => {
      await expect(desk(undefined, carriedOn).release(ANA, RUN)).rejects.toMatchObject({ code: 'FORBIDDEN' });
      expect(signals).toEqual([]);
    });

    it('has no file yet', async () => {
      await expect(desk().fundingFile(RUN)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });

    it('whose Workflow is gone is said to be unavailable, and stays held', async () => {
      const gone = temporal(() => Promise.reject(new WorkflowNotFoundError('gone', 'w', undefined)));

      await expect(desk(undefined, gone).release(BEN, RUN)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    });

    it('is released by another, and answered when it is no longer held', async () => {
      expect(await desk(undefined, carriedOn).release(BEN, RUN)).toMatchObject({ runId: RUN, state: 'released' });
      expect(signals).toEqual([[`funding-run:${DAY}`, 'key_ben']]);
    });

    it('released already is answered as it is, also to the first person, and told nothing', async () => {
      signals.splice(0);

      expect(await desk(undefined, carriedOn).release(ANA, RUN)).toMatchObject({ state: 'released' });
      expect(signals).toEqual([]);
    });

    it('that never was is not found', async () => {
      await expect(desk().release(BEN, 'FRUN-2026-08-04')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    });
  });

  it('knows no collection run that never was', async () => {
    await expect(desk().collectionRun('CRUN-2026-08-03')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
