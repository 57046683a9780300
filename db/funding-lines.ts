import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { TakenSums } from '../domain/funding/netting';
import type { MerchantId } from '../domain/ids';
import type { Db, Trx } from './database';
import type { FundingRunsTable } from './schema-money';

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

/**
 * Takes into a run every line that is open, of merchants that can be paid; choosing and taking are one statement, so
 * that nothing comes in between. A merchant of whom nothing is open but one carry that is no money is left alone.
 *
 * @returns sums by merchant, in the order of their IDs
 */
export async function takeLines(trx: Trx, run: RunToCut, payees: readonly MerchantId[]): Promise<TakenLines[]> {
  const { rows } = await sql<TakenLines>`
    WITH open AS (
      SELECT funding_id, merchant_id, kind, gross_cents + adjustment_cents AS net_cents
        FROM funding_lines line
       WHERE merchant_id = ANY(${payees}::text[]) AND ${isOpen(run.cut_off_at)}
    ), due AS (
      SELECT merchant_id FROM open GROUP BY merchant_id
      HAVING count(*) > 1 OR bool_or(kind <> 'carry') OR sum(net_cents) > 0
    ), taken AS (
      UPDATE funding_lines line SET run_id = ${run.run_id}, state = 'in_file'
        FROM open JOIN due USING (merchant_id)
       WHERE line.funding_id = open.funding_id
      RETURNING line.merchant_id, line.kind, line.gross_cents, line.adjustment_cents
    )
    SELECT merchant_id AS "merchantId", sum(gross_cents)::bigint AS "grossCents",
           coalesce(sum(adjustment_cents) FILTER (WHERE kind <> 'carry'), 0)::bigint AS "adjustmentsCents",
           coalesce(sum(adjustment_cents) FILTER (WHERE kind = 'carry'), 0)::bigint AS "carryInCents"
      FROM taken GROUP BY merchant_id ORDER BY merchant_id`.execute(trx);
  return rows;
}

/** Says of every open line of a merchant that cannot be paid that it is held, and of its lease the same. */
export async function holdLines(trx: Trx, cutOffAt: Instant, isPayable: RawBuilder<boolean>): Promise<void> {
  await sql`
    WITH held AS (
      UPDATE funding_lines line SET state = 'held'
       WHERE ${isOpen(cutOffAt)} AND state = 'eligible'
         AND NOT EXISTS (SELECT FROM bank_accounts account
                          WHERE account.merchant_id = line.merchant_id AND ${isPayable})
      RETURNING lease_id, kind
    )
    UPDATE leases SET funding_state = 'held', updated_at = ${cutOffAt}
      FROM held WHERE held.kind = 'funding' AND leases.lease_id = held.lease_id`.execute(trx);
}

/**
 * Lines and leases of a run say how it stands with their money: on its way, waiting with a held run, or settled because
 * nothing was left to pay.
 */
export async function markRunLines(trx: Db | Trx, runId: string, at: Instant): Promise<void> {
  await sql`
    WITH standing AS (
      SELECT merchant_id,
             CASE WHEN net.paid_cents = 0 THEN 'settled' WHEN run.state = 'held' THEN 'held' ELSE 'in_file' END AS state
        FROM funding_run_merchants net JOIN funding_runs run USING (run_id)
       WHERE run_id = ${runId}
    ), marked AS (
      UPDATE funding_lines line SET state = standing.state
        FROM standing
       WHERE line.run_id = ${runId} AND line.merchant_id = standing.merchant_id AND line.state <> standing.state
    )
    UPDATE leases SET funding_state = standing.state, updated_at = ${at}
      FROM funding_lines line JOIN standing USING (merchant_id)
     WHERE line.run_id = ${runId} AND line.kind = 'funding' AND leases.lease_id = line.lease_id
       AND leases.funding_state <> standing.state`.execute(trx);
}
