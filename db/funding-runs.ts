import { type Insertable, type Selectable, sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { NetFunding } from '../domain/funding/netting';
import type { MerchantId } from '../domain/ids';
import type { TransactionCode } from '../domain/nacha/transaction-codes';
import type { Db, Trx } from './database';
import { postMovements } from './ledger-sets';
import type { FundingRunsTable } from './schema-money';

export type FundingRunRow = Selectable<FundingRunsTable>;

export async function findRunOf(trx: Trx, businessOn: CalendarDate): Promise<FundingRunRow | undefined> {
  return await trx.selectFrom('funding_runs').selectAll().where('business_on', '=', businessOn).executeTakeFirst();
}

/** @throws Error when there is no such run: it is named only after it was cut */
export async function readRun(db: Db | Trx, runId: string): Promise<FundingRunRow> {
  return await db.selectFrom('funding_runs').selectAll().where('run_id', '=', runId).executeTakeFirstOrThrow();
}

export interface MerchantNet extends NetFunding {
  merchantId: MerchantId;
  traceNumber: string | null;
}

export interface FundingEntry {
  traceNumber: string;
  purpose: 'funding' | 'prenote';
  transactionCode: TransactionCode;
  amountCents: number;
  merchantId: MerchantId;
  accountId: string;
  identification: string;
}

export interface RunRecord {
  run: Insertable<FundingRunsTable>;
  nets: readonly MerchantNet[];
  entries: readonly FundingEntry[];
}

/**
 * Fixes a run: who gets what under which trace number, and what each merchant carries. A carry closes its run's lines,
 * so that they add up to what is paid, and opens the next run's.
 */
export async function recordRun(trx: Trx, { run, nets, entries }: RunRecord): Promise<void> {
  const { run_id: runId } = run;
  await sql`
    WITH cut AS (
      INSERT INTO funding_runs (run_id, business_on, cut_off_at, state, effective_on, paid_cents)
      VALUES (${runId}, ${run.business_on}, ${run.cut_off_at}, ${run.state}, ${run.effective_on}, ${run.paid_cents})
    ), nets AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(nets)}::json)
        AS net("merchantId" text, "grossCents" bigint, "adjustmentsCents" bigint, "carryInCents" bigint,
               "carryOutCents" bigint, "paidCents" bigint, "traceNumber" text)
    ), netted AS (
      INSERT INTO funding_run_merchants (run_id, merchant_id, gross_cents, adjustments_cents, carry_in_cents,
                                         carry_out_cents, paid_cents, trace_number)
      SELECT ${runId}, "merchantId", "grossCents", "adjustmentsCents", "carryInCents", "carryOutCents", "paidCents",
             "traceNumber"
        FROM nets
    ), carried AS (
      INSERT INTO funding_lines (funding_id, merchant_id, kind, adjustment_cents, posted_at, run_id, state)
      SELECT 'FND-' || ${runId} || '-' || "merchantId" || suffix, "merchantId", 'carry', sign * "carryOutCents",
             ${run.cut_off_at}::timestamptz, carry_run, carry_state
        FROM nets CROSS JOIN (VALUES ('-out', -1, ${runId}, 'in_file'), ('-in', 1, NULL, 'eligible'))
          AS side(suffix, sign, carry_run, carry_state)
       WHERE "carryOutCents" <> 0
    )
    INSERT INTO ach_entries (trace_number, run_id, purpose, entry_class, transaction_code, amount_cents, effective_on,
                             merchant_id, account_id, identification)
    SELECT "traceNumber", ${runId}, purpose, 'CCD', "transactionCode", "amountCents", ${run.effective_on}::date,
           "merchantId", "accountId", identification
      FROM json_to_recordset(${JSON.stringify(entries)}::json)
        AS entry("traceNumber" text, purpose text, "transactionCode" text, "amountCents" bigint, "merchantId" text,
                 "accountId" text, identification text)`.execute(trx);
}

/** Posts what a run pays, one entry a merchant. */
export async function postPaid(trx: Trx, run: Pick<FundingRunRow, 'run_id' | 'cut_off_at'>): Promise<void> {
  const rows = sql`
    SELECT 'pay-merchant:' || run_id || ':' || merchant_id AS business_key, NULL::text AS lease_id, merchant_id,
           paid_cents AS amount_cents
      FROM funding_run_merchants WHERE run_id = ${run.run_id} AND paid_cents > 0`;
  await postMovements(trx, 'MerchantPaid', rows, run.cut_off_at);
}

/** held → released, by the second person who looked. @returns false when nothing was held any more */
export async function releaseRun(trx: Trx, runId: string, releasedBy: string): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('funding_runs')
    .set({ state: 'released', released_by: releasedBy })
    .where('run_id', '=', runId)
    .where('state', '=', 'held')
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** A run that is sent on a later day settles later too. @returns false when it settles on that day already, or was sent */
export async function moveRun(trx: Trx, runId: string, effectiveOn: CalendarDate): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('funding_runs')
    .set({ effective_on: effectiveOn })
    .where('run_id', '=', runId)
    .where('state', '=', 'released')
    .where('effective_on', '<', effectiveOn)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await trx.updateTable('ach_entries').set({ effective_on: effectiveOn }).where('run_id', '=', runId).execute();
  return true;
}

export async function markRunSent(db: Db, runId: string): Promise<void> {
  await db
    .updateTable('funding_runs')
    .set({ state: 'sent' })
    .where('run_id', '=', runId)
    .where('state', '=', 'released')
    .execute();
}
