import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { Db } from './database';
import type { FundingLineKind, FundingLineState } from './schema-money';

/** A line with what its run makes of it: an entry of the file stands for all lines of its merchant. */
export interface FundingLineRow {
  funding_id: string;
  lease_id: LeaseId | null;
  kind: FundingLineKind;
  gross_cents: Cents;
  adjustment_cents: Cents;
  posted_at: Instant;
  state: FundingLineState;
  run_id: string | null;
  trace_number: string | null;
  effective_on: CalendarDate | null;
  invoice_number: string | null;
}

/** Every line of every merchant; for a `WHERE` on `line`, `run` and `share`. */
export const FUNDING_LINES = sql`
  SELECT line.funding_id, line.lease_id, line.kind, line.gross_cents, line.adjustment_cents, line.posted_at, line.state,
         line.run_id, line.invoice_number, share.trace_number,
         CASE WHEN share.trace_number IS NOT NULL THEN run.effective_on END AS effective_on
    FROM funding_lines line
    LEFT JOIN funding_runs run ON run.run_id = line.run_id
    LEFT JOIN funding_run_merchants share ON share.run_id = line.run_id AND share.merchant_id = line.merchant_id`;

/** What a run's file pays: one entry's trace number, or null where there are several or none. */
export interface ReportedRun {
  runId: string;
  businessOn: CalendarDate;
  traceNumber: string | null;
  effectiveOn: CalendarDate | null;
}

/**
 * A run as one merchant sees it, or as a whole.
 * @param merchantId null: of all merchants
 * @returns undefined when there is no such run
 */
export async function reportedRun(
  db: Db,
  runId: string,
  merchantId: MerchantId | null,
): Promise<ReportedRun | undefined> {
  const { rows } = await sql<ReportedRun>`
    SELECT run.run_id AS "runId", run.business_on AS "businessOn",
           CASE WHEN count(share.trace_number) = 1 THEN min(share.trace_number) END AS "traceNumber",
           CASE WHEN count(share.trace_number) > 0 THEN run.effective_on END AS "effectiveOn"
      FROM funding_runs run
      LEFT JOIN funding_run_merchants share
        ON share.run_id = run.run_id AND ${isOf(merchantId, 'share.merchant_id')}
     WHERE run.run_id = ${runId}
     GROUP BY run.run_id`.execute(db);
  return rows[0];
}

/** The lines of a run, in the order of the report. @param merchantId null: of all merchants */
export async function reportedLines(db: Db, runId: string, merchantId: MerchantId | null): Promise<FundingLineRow[]> {
  const { rows } = await sql<FundingLineRow>`${FUNDING_LINES}
   WHERE line.run_id = ${runId} AND ${isOf(merchantId, 'line.merchant_id')}
   ORDER BY line.merchant_id, line.posted_at, line.funding_id`.execute(db);
  return rows;
}

const isOf = (merchantId: MerchantId | null, column: string): RawBuilder<boolean> =>
  merchantId === null ? sql`true` : sql`${sql.ref(column)} = ${merchantId}::text`;
