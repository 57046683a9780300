import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { TakenSums } from '../domain/funding/netting';
import type { MerchantId } from '../domain/ids';
import type { Trx } from './database';
import { toldOf } from './funding-events';
import type { FundingLineState, FundingRunsTable } from './schema-money';

export type RunToCut = Pick<FundingRunsTable, 'run_id' | 'cut_off_at'>;

/**
 * Not in a run yet, and in time for this one. A lease that SQL does not show as Funded yet waits: its Workflow would
 * write over what the run says of it.
 */
const isOpen = (cutOffAt: Instant): RawBuilder<boolean> => sql`
  line.run_id IS NULL AND line.posted_at <= ${cutOffAt}
  AND NOT EXISTS (SELECT FROM leases WHERE leases.lease_id = line.lease_id AND leases.status <> 'funded')`;

export interface TakenLines extends TakenSums {
  merchantId: MerchantId;
}

/*
 * What these statements have in common: the planner's statistics are of yesterday, when no line was in this run, so it
 * expects one row where there are thousands. Hence no two sets are joined here but by a primary key.
 */

/**
 * Takes into a run every line that is open, of merchants that can be paid; choosing and taking are one statement, so
 * that nothing comes in between. A merchant of whom nothing is open but one carry that is no money is left alone.
 *
 * @returns sums by merchant, in the order of their IDs
 */
export async function takeLines(trx: Trx, run: RunToCut, payees: readonly MerchantId[]): Promise<TakenLines[]> {
  const { rows } = await sql<TakenLines>`
    WITH open AS (
      SELECT funding_id, count(*) OVER own > 1 OR bool_or(kind <> 'carry') OVER own
                         OR sum(gross_cents + adjustment_cents) OVER own > 0 AS is_due
        FROM funding_lines line
       WHERE merchant_id = ANY(${payees}::text[]) AND ${isOpen(run.cut_off_at)}
      WINDOW own AS (PARTITION BY merchant_id)
    ), taken AS (
      UPDATE funding_lines line SET run_id = ${run.run_id}, state = 'in_file'
        FROM open
       WHERE line.funding_id = open.funding_id AND open.is_due
      RETURNING line.merchant_id, line.kind, line.gross_cents, line.adjustment_cents
    )
    SELECT merchant_id AS "merchantId", sum(gross_cents)::bigint AS "grossCents",
           coalesce(sum(adjustment_cents) FILTER (WHERE kind <> 'carry'), 0)::bigint AS "adjustmentsCents",
           coalesce(sum(adjustment_cents) FILTER (WHERE kind = 'carry'), 0)::bigint AS "carryInCents"
      FROM taken GROUP BY merchant_id ORDER BY merchant_id`.execute(trx);
  return rows;
}

/** Says of every open line of a merchant that cannot be paid that it is held; of its lease the same, and to its retailer. */
export async function holdLines(trx: Trx, cutOffAt: Instant, payees: readonly MerchantId[]): Promise<void> {
  const data = sql`jsonb_build_object('reason', 'no_usable_account')`;
  const suffix = sql`(${cutOffAt}::timestamptz AT TIME ZONE 'America/New_York')::date`;
  await sql`
    WITH held AS (
      UPDATE funding_lines line SET state = 'held'
       WHERE ${isOpen(cutOffAt)} AND state = 'eligible' AND merchant_id <> ALL(${payees}::text[])
      RETURNING line.*
    ), told AS (
      ${toldOf('funding.held', cutOffAt, { lines: sql`held AS line`, data, suffix })}
    )
    UPDATE leases SET funding_state = 'held', updated_at = ${cutOffAt}
      FROM held WHERE held.kind = 'funding' AND leases.lease_id = held.lease_id`.execute(trx);
}

export interface Standing {
  /** merchants to whom nothing was left to pay: their lines are settled */
  unpaid: readonly MerchantId[];
  /** how it stands with the money of the others */
  others: 'held' | 'in_file';
}

/** The lines of a run that was just cut say how it stands with their money. */
export async function standLines(trx: Trx, runId: string, { unpaid, others }: Standing): Promise<void> {
  const standing = sql`CASE WHEN merchant_id = ANY(${unpaid}::text[]) THEN 'settled' ELSE ${others} END`;
  await sql`
    UPDATE funding_lines SET state = ${standing} WHERE run_id = ${runId} AND state <> ${standing}`.execute(trx);
}

/** All lines of these runs that are in one state are in the next one. */
export async function moveLines(
  trx: Trx,
  runIds: readonly string[],
  { from, to }: Record<'from' | 'to', FundingLineState>,
): Promise<void> {
  await trx
    .updateTable('funding_lines')
    .set({ state: to })
    .where('run_id', 'in', runIds)
    .where('state', '=', from)
    .execute();
}

/** Leases say what the line says that pays for them. */
export async function mirrorInLeases(trx: Trx, runIds: readonly string[], at: Instant): Promise<void> {
  await sql`
    UPDATE leases SET funding_state = line.state, updated_at = ${at}
      FROM funding_lines line
     WHERE line.run_id = ANY(${runIds}::text[]) AND line.kind = 'funding'
       AND leases.lease_id = line.lease_id AND leases.funding_state <> line.state`.execute(trx);
}
