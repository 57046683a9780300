import type { Client } from '@temporalio/client';
import type { RunDay } from '../../../activities/daily-run';
import type { Caller } from '../../../api/ports';
import { runDaily } from '../../../api/sandbox/daily-run';
import { whoAskedForRun } from '../../../db/daily-run-requests';
import type { Db } from '../../../db/database';
import { type CalendarDate, calendarDate, type Instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { embeddedLedger, type LedgerDatabase } from '../../support/ledger-database';

const ANA: Caller = { keyId: 'key_ana', kind: 'operations', merchantId: null, scopes: ['operations'] };
const BEN: Caller = { ...ANA, keyId: 'key_ben' };
const TODAY = calendarDate('2026-11-24');

const runDay = (businessOn: string): RunDay => ({
  businessOn: calendarDate(businessOn),
  fundingRunId: `FRUN-${businessOn}`,
  collectionRunId: `CRUN-${businessOn}`,
});

/** Temporal as far as this knows it; `answer` is what the daily run ends with. */
function temporal(started: unknown[], answer: (asOf: CalendarDate) => RunDay[]): Client {
  const start = async (type: string, options: { workflowId: string; args: [{ asOf: CalendarDate }] }) => {
    started.push([type, options.workflowId]);
    return { result: async () => answer(options.args[0].asOf) };
  };
  const withDeadline = (_deadline: number, calls: () => Promise<unknown>) => calls();
  return { workflow: { start }, withDeadline } as never;
}

async function plantRun(db: Db, businessOn: string): Promise<void> {
  await db
    .insertInto('funding_runs')
    .values({
      ...{ run_id: `FRUN-${businessOn}`, business_on: calendarDate(businessOn), state: 'settled' },
      ...{ cut_off_at: `${businessOn}T22:00:00.000Z` as Instant, paid_cents: cents(0) },
    })
    .execute();
}

describe('asking for the runs of a day', () => {
  let database: LedgerDatabase;
  const started: unknown[] = [];
  let days: RunDay[] = [];
  const run = (caller: Caller, asOf: string) =>
    runDaily({ db: database.db, temporal: temporal(started, () => days) }, caller, calendarDate(asOf), TODAY);

  beforeAll(async () => {
    database = await embeddedLedger();
  }, 120_000);
  afterAll(() => database.close());
  beforeEach(() => started.splice(0));

  it.each(['2026-11-28', '2026-11-26', '2019-12-31', '2101-01-03'])(
    'takes no day without banks, and starts nothing: %s',
    async (asOf) => {
      await expect(run(ANA, asOf)).rejects.toMatchObject({ code: 'NOT_A_BANKING_DAY' });
      expect(started).toEqual([]);
      expect(await whoAskedForRun(database.db, calendarDate('2019-01-01'))).toBeUndefined();
    },
  );

  it('takes no day so far ahead that a year must be mistyped', async () => {
    await expect(run(ANA, '2062-11-27')).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      extra: { errors: [expect.objectContaining({ pointer: '/asOf', code: 'too_far' })] },
    });
  });

  it('is one Workflow for the day, and whoever asks again hears the first answer', async () => {
    days = [runDay('2026-11-25'), runDay('2026-11-27')];
    const first = await run(ANA, '2026-11-27');
    days = [runDay('2026-11-27')];
    const again = await run(BEN, '2026-11-27');

    expect(first).toEqual([runDay('2026-11-25'), runDay('2026-11-27')]);
    expect(again).toEqual(first);
    expect(started).toEqual(Array(2).fill(['dailyRun', 'daily-run:2026-11-27']));
  });

  it('remembers who asked first for each of its days', async () => {
    expect(await whoAskedForRun(database.db, calendarDate('2026-11-25'))).toBe('key_ana');
    await run(BEN, '2026-11-30');

    expect(await whoAskedForRun(database.db, calendarDate('2026-11-27'))).toBe('key_ana');
    expect(await whoAskedForRun(database.db, calendarDate('2026-11-30'))).toBe('key_ben');
    expect(await whoAskedForRun(database.db, calendarDate('2026-12-01'))).toBeUndefined();
  });

  it('lies never behind an earlier run, but a day that has run may be asked about', async () => {
    await plantRun(database.db, '2026-12-02');
    await plantRun(database.db, '2026-12-04');
    days = [runDay('2026-12-02')];

    await expect(run(ANA, '2026-12-03')).rejects.toMatchObject({
      extra: { errors: [expect.objectContaining({ code: 'behind' })] },
    });
    expect(await run(ANA, '2026-12-02')).toEqual([runDay('2026-12-02')]);
  });
});
