import type { Client } from '@temporalio/client';
import type { RunDay } from '../../activities/daily-run';
import { promptly } from '../../config/temporal-client';
import { firstAnswer, keepDailyRunRequest } from '../../db/daily-run-requests';
import type { Db } from '../../db/database';
import { newestRunOn } from '../../db/run-days';
import { isBankingDay } from '../../domain/banking-calendar';
import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import { type DailyRunRequest, dailyRunWorkflowId } from '../../workflows/daily-run/messages';
import { LEASE_TASK_QUEUE } from '../../workflows/lease/messages';
import type { Caller } from '../ports';

/** Ten years at once, as with a lease's clock: beyond it a year was mistyped. */
const AHEAD_MAX_DAYS = 3_660;

/**
 * Runs everything due up to a banking day's cut-off and answers when it is done, which for a long range may take
 * minutes. The same day again finds everything done and is answered what was answered first.
 *
 * @param todayOn by the wall clock
 * @throws LeaseError NOT_A_BANKING_DAY, or VALIDATION_FAILED behind an earlier run and too far ahead
 */
export async function runDaily(
  { db, temporal }: { db: Db; temporal: Client },
  caller: Caller,
  asOf: CalendarDate,
  todayOn: CalendarDate,
): Promise<RunDay[]> {
  if (!isBankingDay(asOf)) throw new LeaseError('NOT_A_BANKING_DAY', `the banks are closed on ${asOf}`);
  await requireInReach(db, asOf, todayOn);
  await keepDailyRunRequest(db, asOf, caller.keyId);
  const handle = await promptly(temporal, () =>
    temporal.workflow.start<(request: DailyRunRequest) => Promise<RunDay[]>>('dailyRun', {
      workflowId: dailyRunWorkflowId(asOf),
      taskQueue: LEASE_TASK_QUEUE,
      args: [{ asOf }],
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      staticSummary: `Runs up to ${asOf}`,
    }),
  );
  return await firstAnswer(db, asOf, await handle.result());
}

async function requireInReach(db: Db, asOf: CalendarDate, todayOn: CalendarDate): Promise<void> {
  const newestOn = await newestRunOn(db);
  if (newestOn && asOf < newestOn && !(await hasRun(db, asOf))) {
    throw refused('behind', `there is a run of ${newestOn} already: earlier days cannot be run any more`);
  }
  const lastOn = addDays(newestOn && newestOn > todayOn ? newestOn : todayOn, AHEAD_MAX_DAYS);
  if (asOf > lastOn) throw refused('too_far', `no further than ${lastOn} at once`);
}

async function hasRun(db: Db, businessOn: CalendarDate): Promise<boolean> {
  const row = await db
    .selectFrom('funding_runs')
    .select('run_id')
    .where('business_on', '=', businessOn)
    .executeTakeFirst();
  return row !== undefined;
}

function refused(code: string, detail: string): LeaseError {
  return new LeaseError('VALIDATION_FAILED', detail, { errors: [{ pointer: '/asOf', code, detail }] });
}
