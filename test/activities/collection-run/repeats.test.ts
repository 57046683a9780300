import { sql } from 'kysely';
import { addBankingDays, nextBankingDay } from '../../../domain/banking-calendar';
import { calendarDate, type CalendarDate } from '../../../domain/calendar-date';
import type { LeaseId } from '../../../domain/ids';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';
import { type KillPoint, Killer } from '../../support/kill-point';

type Step = 'settleCollections' | 'assessLateFees' | 'cutCollectionRun' | 'sendCollectionFile';
const STEPS: readonly Step[] = ['cutCollectionRun', 'sendCollectionFile', 'settleCollections', 'assessLateFees'];

describe('a collection run', () => {
  let world: CollectionWorld;
  let day = calendarDate('2027-01-05');
  beforeAll(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  /** One day that files a debit, and the next on which it settles and somebody else is late; killed at one step of one of them. */
  async function story(killedStep?: Step, point?: KillPoint): Promise<{ steps: number; trace: unknown }> {
    const filedOn = day;
    const settledOn = nextBankingDay(filedOn);
    day = addBankingDays(day, 2);
    const [payer, late] = await world.plant(
      { payments: [{ dueOn: settledOn, amountCents: 7_504 }] },
      { payments: [{ dueOn: calendarDate('2026-12-01'), amountCents: 7_504 }], isAutopay: false },
    );
    const killer = new Killer(point);
    for (const step of STEPS) {
      const input = step === 'sendCollectionFile' ? { runId: `CRUN-${filedOn}` } : { businessOn: businessOn(step) };
      const run = () => world.run(step, input);
      if (step === killedStep) {
        const killed = world.runKilled(step, input, killer);
        await (point ? expect(killed).rejects.toThrow() : killed);
      }
      await run();
    }
    return { steps: killer.stepCount, trace: [await traceOf(payer, filedOn), await traceOf(late, filedOn)] };

    function businessOn(step: Step): CalendarDate {
      return step === 'cutCollectionRun' ? filedOn : settledOn;
    }
  }

  async function traceOf(lease: LeaseId | undefined, filedOn: CalendarDate): Promise<string> {
    const { rows } = await sql<{ trace: unknown }>`
      SELECT json_build_array(
        (SELECT json_agg(json_build_array(payment_id, kind, state, amount_cents) ORDER BY payment_id)
           FROM payments WHERE lease_id = ${lease}),
        (SELECT json_agg(json_build_array(purpose, state, amount_cents, identification)) FROM ach_entries
          WHERE lease_id = ${lease}),
        (SELECT json_agg(json_build_array(number, state, paid_cents) ORDER BY number) FROM scheduled_payments
          WHERE lease_id = ${lease}),
        (SELECT json_agg(json_build_array(target, number, amount_cents)) FROM payment_applications WHERE lease_id = ${lease}),
        (SELECT json_agg(json_build_array(payment_number, amount_cents)) FROM late_fees WHERE lease_id = ${lease}),
        (SELECT json_agg(kind ORDER BY notice_id) FROM notices WHERE lease_id = ${lease}),
        (SELECT json_agg(json_build_array(e.kind, p.account, p.debit_cents, p.credit_cents) ORDER BY p.entry_id, p.line)
           FROM postings p JOIN journal_entries e USING (entry_id) WHERE p.lease_id = ${lease}),
        (SELECT json_build_array(state, debit_cents, refund_cents) FROM collection_runs WHERE business_on = ${filedOn}),
        ${world.files.filter(({ name }) => name.includes(filedOn)).length}::int
      ) AS trace`.execute(world.db);
    return JSON.stringify(rows[0]?.trace).replaceAll(String(lease), 'LEASE');
  }

  it.each(STEPS)(
    'killed in %s and repeated leaves the trace of one calm run',
    async (step) => {
      const calm = await story(step);
      expect(calm.steps).toBeGreaterThan(0);
      expect(JSON.stringify(calm.trace)).toContain('settled');
      const points = [1, Math.ceil(calm.steps / 2), calm.steps - 1, calm.steps].flatMap((at): KillPoint[] => [
        { step: at, phase: 'before' },
        { step: at, phase: 'after' },
      ]);
      for (const point of points) {
        const { trace } = await story(step, point);
        expect({ point, trace }).toEqual({ point, trace: calm.trace });
      }
    },
    120_000,
  );

  it('takes as many statements for 1,000 leases as for 10', async () => {
    const counts: number[] = [];
    for (const size of [10, 1_000]) {
      const businessOn = day;
      const next = nextBankingDay(businessOn);
      day = addBankingDays(day, 3);
      await world.plant(
        ...Array.from({ length: size }, () => ({ payments: [{ dueOn: next, amountCents: 7_504 }] })),
        ...Array.from({ length: size }, () => ({
          payments: [{ dueOn: calendarDate('2026-12-01'), amountCents: 7_504 }],
          isAutopay: false,
        })),
      );
      counts.push(await statementsOf(businessOn));
      const { rows } = await sql<{ filed: number }>`
        SELECT count(*)::int AS filed FROM ach_entries WHERE run_id = ${`CRUN-${businessOn}`}`.execute(world.db);
      expect(rows[0]?.filed).toBe(size);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(24);
  }, 60_000);

  it('is one fact: the day again answers what is there and files nothing more', async () => {
    const businessOn = day;
    day = addBankingDays(day, 2);
    const due = { payments: [{ dueOn: nextBankingDay(businessOn), amountCents: 1 }] };
    const [first] = await world.plant(due);
    const answer = await world.day(businessOn);
    const [latecomer] = await world.plant(due);
    expect(await world.day(businessOn)).toEqual(answer);
    expect([(await world.entries(first)).length, (await world.entries(latecomer)).length]).toEqual([1, 0]);
  });

  /** With a counter on the activities' own database. */
  async function statementsOf(businessOn: CalendarDate): Promise<number> {
    let count = 0;
    const counted = world.db.withPlugin({
      transformQuery: ({ node }) => {
        count += 1;
        return node;
      },
      transformResult: ({ result }) => Promise.resolve(result),
    });
    for (const step of ['settleCollections', 'assessLateFees', 'cutCollectionRun'] as const) {
      await world.run(step, { businessOn }, counted);
    }
    return count;
  }
});
