import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/database';
import type { FundingRunState } from '../../db/schema-money';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import { LeaseError } from '../../domain/errors';
import type { Caller, Page } from '../ports';
import { decodeCursor, encodeCursor } from '../reads/cursor';
import { visibleTo } from './funding-lists';
import type { FundingRunView } from './fundings-port';

const PLACE = [/^\d{4}-\d\d-\d\d$/];

interface RunRow {
  run_id: string;
  business_on: CalendarDate;
  state: FundingRunState;
  gross_cents: Cents;
  adjustments_cents: Cents;
  carry_in_cents: Cents;
  carry_out_cents: Cents;
  paid_cents: Cents;
  trace_number: string | null;
  effective_on: CalendarDate | null;
}

/** A page of runs, newest first. A merchant that a run did not touch has zeros in it. */
export async function listFundingRuns(
  db: Db,
  caller: Caller,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<Page<FundingRunView>> {
  const before = cursor ? decodeCursor(cursor, PLACE)[0] : undefined;
  const rows = await runRows(db, caller, before ? sql`run.business_on < ${before}::date` : sql`true`, limit + 1);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.business_on]) : null;
  return { data: page.map(runView), nextCursor };
}

/** @throws LeaseError NOT_FOUND */
export async function findFundingRun(db: Db, caller: Caller, runId: string): Promise<FundingRunView> {
  const [row] = await runRows(db, caller, sql`run.run_id = ${runId}`, 1);
  if (!row) throw new LeaseError('NOT_FOUND', 'no such run');
  return runView(row);
}

async function runRows(db: Db, caller: Caller, where: RawBuilder<unknown>, limit: number): Promise<RunRow[]> {
  const total = (column: string) => sql`coalesce(sum(${sql.ref(`share.${column}`)}), 0)::bigint AS ${sql.ref(column)}`;
  const totals = ['gross_cents', 'adjustments_cents', 'carry_in_cents', 'carry_out_cents', 'paid_cents'].map(total);
  const { rows } = await sql<RunRow>`
    SELECT run.run_id, run.business_on, run.state, ${sql.join(totals)},
           CASE WHEN count(share.trace_number) = 1 THEN min(share.trace_number) END AS trace_number,
           CASE WHEN count(share.trace_number) > 0 THEN run.effective_on END AS effective_on
      FROM funding_runs run
      LEFT JOIN funding_run_merchants share
        ON share.run_id = run.run_id AND ${visibleTo(caller, 'share.merchant_id')}
     WHERE ${where}
     GROUP BY run.run_id
     ORDER BY run.business_on DESC
     LIMIT ${limit}`.execute(db);
  return rows;
}

function runView(row: RunRow): FundingRunView {
  return {
    runId: row.run_id,
    businessOn: row.business_on,
    state: row.state,
    grossCents: row.gross_cents,
    adjustmentsCents: row.adjustments_cents,
    carryInCents: row.carry_in_cents,
    carryOutCents: row.carry_out_cents,
    paidCents: row.paid_cents,
    traceNumber: row.trace_number,
    effectiveOn: row.effective_on,
  };
}
