import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { CollectionDay } from '../domain/collections/collection-day';
import {
  ACCOUNT_ID,
  CAN_BE_DEBITED,
  IS_AUTHORIZED,
  isRepresentable,
  isRetryToCome,
  OWED_ON,
} from './collections-rules';
import type { Trx } from './database';
import { lockLeases } from './lease-locks';
import { postMovements } from './ledger-sets';

/** A run that is cut already; undefined before. */
export async function findCollectionRun(trx: Trx, runId: string): Promise<{ hasFile: boolean } | undefined> {
  const { rows } = await sql<{ hasFile: boolean }>`
    SELECT EXISTS (SELECT FROM ach_entries entry WHERE entry.run_id = run.run_id) AS "hasFile"
      FROM collection_runs run WHERE run.run_id = ${runId}`.execute(trx);
  return rows[0];
}

/** Whoever returns goods, pays or buys at this moment waits, or is waited for. */
export async function lockForCut(trx: Trx, { effectiveOn }: CollectionDay): Promise<void> {
  await lockLeases(
    trx,
    sql`SELECT lease_id FROM scheduled_payments
         WHERE state IN ('scheduled', 'past_due', 'returned') AND due_on <= ${effectiveOn}::date
         UNION
        SELECT lease_id FROM late_fees WHERE is_filed AND paid_cents + waived_cents < amount_cents`,
  );
}

/** Due payments leave the schedule for the file; the late fees their customers have long known of go with them. */
export async function fileDueDebits(trx: Trx, day: CollectionDay, at: Instant): Promise<void> {
  const { effectiveOn, feeAssessedThroughOn } = day;
  await sql`
    WITH due AS (
      UPDATE scheduled_payments s SET state = 'in_file'
        FROM leases l
       WHERE l.lease_id = s.lease_id AND s.state IN ('scheduled', 'past_due')
         AND s.due_on <= ${effectiveOn}::date AND ${OWED_ON} <= ${effectiveOn}::date AND ${CAN_BE_DEBITED}
         AND NOT EXISTS (SELECT FROM bank_accounts WHERE account_id = ${ACCOUNT_ID} AND usable_from_on > ${effectiveOn}::date)
      RETURNING s.payment_id, s.lease_id, s.number, s.due_on, s.amount_cents - s.paid_cents AS amount_cents
    ), fees AS (
      UPDATE late_fees SET is_filed = true
       WHERE NOT is_filed AND paid_cents + waived_cents < amount_cents
         AND assessed_on <= ${feeAssessedThroughOn}::date AND lease_id IN (SELECT lease_id FROM due)
      RETURNING lease_id, payment_number, due_on, amount_cents - paid_cents - waived_cents AS amount_cents
    )
    INSERT INTO payments (payment_id, lease_id, kind, number, due_on, effective_on, amount_cents, method, state, created_at)
    SELECT payment_id, lease_id, kind, number, due_on, ${effectiveOn}::date, amount_cents, 'bank_account', 'pending',
           ${at}::timestamptz
      FROM (SELECT payment_id, lease_id, 'scheduled' AS kind, number, due_on, amount_cents FROM due
             UNION ALL
            SELECT format('PAY-%s-fee-%s', lease_id, payment_number), lease_id, 'late_fee', payment_number, due_on,
                   amount_cents
              FROM fees) filed
        ON CONFLICT (payment_id) DO UPDATE
       SET state = 'pending', amount_cents = EXCLUDED.amount_cents, effective_on = EXCLUDED.effective_on,
           posted_on = NULL, reference = NULL`.execute(trx);
}

/** What came back for want of money goes once more: the same payment, its reference still the entry that came back. */
export async function fileRetries(trx: Trx, day: CollectionDay): Promise<void> {
  const through = day.retryReturnedThroughOn;
  const openFee = sql`f.amount_cents - f.paid_cents - f.waived_cents`;
  await sql`
    WITH rent AS (
      UPDATE scheduled_payments s SET state = 'in_file'
        FROM leases l
       WHERE l.lease_id = s.lease_id AND s.state = 'returned' AND s.due_on <= ${day.effectiveOn}::date
         AND ${isRetryToCome(day, through)}
      RETURNING s.payment_id
    ), fees AS (
      SELECT format('PAY-%s-fee-%s', f.lease_id, f.payment_number) AS payment_id
        FROM late_fees f JOIN leases l USING (lease_id)
       WHERE f.is_filed AND ${openFee} > 0 AND ${IS_AUTHORIZED}
         AND ${isRepresentable(sql`format('PAY-%s-fee-%s', f.lease_id, f.payment_number)`, openFee, day, through)}
    )
    UPDATE payments p SET state = 'pending', posted_on = NULL, effective_on = ${day.effectiveOn}::date
     WHERE p.payment_id IN (SELECT payment_id FROM rent UNION ALL SELECT payment_id FROM fees)
       AND p.state = 'returned'`.execute(trx);
}

/**
 * Gives every payment that waits for the bank its entry: debits, re-presentments, refunds, in the order in which their
 * batches stand in the file, so that trace numbers ascend.
 *
 * The code of the account's type is checking's until the file is made: only the opened account says which it is.
 *
 * @param bank first eight digits of our bank's routing number
 */
export async function fileEntries(trx: Trx, runId: string, day: CollectionDay, bank: string): Promise<void> {
  await sql`
    WITH pending AS MATERIALIZED (
      SELECT * FROM payments p
       WHERE p.state = 'pending' AND p.method = 'bank_account' AND p.kind IN ('scheduled', 'late_fee', 'refund')
    ), last AS MATERIALIZED (
      SELECT DISTINCT ON (payment_id) * FROM ach_entries
       WHERE payment_id IN (SELECT payment_id FROM pending) ORDER BY payment_id, trace_number DESC
    ), waiting AS (
      SELECT p.*, last.trace_number AS last_trace, last.retry_of AS last_retry_of,
             last.identification AS last_identification, last.entry_class AS last_class,
             CASE WHEN p.kind = 'refund' THEN 'refund' WHEN p.reference = last.trace_number THEN 'retry'
                  ELSE 'debit' END AS purpose
        FROM pending p LEFT JOIN last ON last.payment_id = p.payment_id
       WHERE coalesce(last.state, 'returned') = 'returned'
         -- What a payment gave back is nobody's any more when the bank has taken the payment itself back.
         AND NOT EXISTS (SELECT FROM payments paid WHERE paid.payment_id = p.refund_of AND paid.state = 'returned')
    ), refunded AS (
      SELECT lease_id, count(*) AS refunds FROM ach_entries
       WHERE purpose = 'refund' AND lease_id IN (SELECT lease_id FROM waiting WHERE purpose = 'refund') GROUP BY lease_id
    ), entries AS (
      SELECT w.payment_id, w.lease_id, w.amount_cents, w.purpose, w.kind,
             CASE w.purpose WHEN 'refund' THEN 'PPD' WHEN 'retry' THEN w.last_class ELSE l.autopay_class END AS class,
             CASE WHEN w.purpose = 'retry' THEN coalesce(w.last_retry_of, w.last_trace) END AS retry_of,
             CASE WHEN w.purpose = 'retry' THEN w.last_identification
                  WHEN w.kind = 'scheduled' THEN w.lease_id || '-' || w.number
                  WHEN w.kind = 'late_fee' THEN w.lease_id || 'F' || w.number
                  ELSE w.lease_id || 'R' || coalesce(r.refunds, 0)
                       + row_number() OVER (PARTITION BY w.lease_id, w.purpose ORDER BY w.payment_id) END AS identification,
             ${ACCOUNT_ID} AS account_id
        FROM waiting w JOIN leases l USING (lease_id) LEFT JOIN refunded r USING (lease_id)
    ), numbered AS (
      SELECT entries.*, ${bank} || lpad((newest + row_number() OVER (
               ORDER BY array_position(ARRAY['debit', 'retry', 'refund'], purpose),
                        kind = 'late_fee' AND purpose = 'debit', class, lease_id, payment_id))::text, 7, '0') AS trace_number
        FROM entries, (SELECT coalesce(right(max(trace_number), 7)::int, 0) AS newest FROM ach_entries
                        WHERE trace_number BETWEEN ${`${bank}0000000`} AND ${`${bank}9999999`}) AS sequence
    ), filed AS (
      INSERT INTO ach_entries (trace_number, run_id, purpose, entry_class, transaction_code, amount_cents, effective_on,
                               lease_id, payment_id, account_id, identification, retry_of)
      SELECT trace_number, ${runId}, purpose, class, CASE purpose WHEN 'refund' THEN '22' ELSE '27' END, amount_cents,
             ${day.effectiveOn}::date, lease_id, payment_id, account_id, identification, retry_of
        FROM numbered
    )
    UPDATE payments p SET reference = numbered.trace_number, effective_on = ${day.effectiveOn}::date
      FROM numbered WHERE p.payment_id = numbered.payment_id`.execute(trx);
}

/** What the bank is asked to move stands in the ledger the moment it is asked. */
export async function postFiled(trx: Trx, runId: string, at: Instant): Promise<void> {
  const entries = (prefix: string, purposes: readonly string[]) => sql`
    SELECT ${prefix} || e.trace_number AS business_key, e.lease_id, l.merchant_id, e.amount_cents
      FROM ach_entries e JOIN leases l USING (lease_id)
     WHERE e.run_id = ${runId} AND e.purpose = ANY(${[...purposes]}::text[])`;
  await postMovements(trx, 'DebitFiled', entries('file-debit:', ['debit', 'retry']), at);
  await postMovements(trx, 'RefundFiled', entries('file-refund:', ['refund']), at);
}

/** The run as a fact, with what it moves. One that moves nothing has no file and is over at once. */
export async function insertCollectionRun(
  trx: Trx,
  run: { runId: string; businessOn: CalendarDate; effectiveOn: CalendarDate; at: Instant },
): Promise<{ hasFile: boolean }> {
  const { rows } = await sql<{ hasFile: boolean }>`
    INSERT INTO collection_runs (run_id, business_on, cut_off_at, state, effective_on, debit_cents, refund_cents)
    SELECT ${run.runId}, ${run.businessOn}::date, ${run.at}::timestamptz,
           CASE WHEN count(*) > 0 THEN 'released' ELSE 'settled' END,
           CASE WHEN count(*) > 0 THEN ${run.effectiveOn}::date END,
           coalesce(sum(amount_cents) FILTER (WHERE purpose <> 'refund'), 0),
           coalesce(sum(amount_cents) FILTER (WHERE purpose = 'refund'), 0)
      FROM ach_entries WHERE run_id = ${run.runId}
    RETURNING state = 'released' AS "hasFile"`.execute(trx);
  return { hasFile: rows[0]?.hasFile ?? false };
}
