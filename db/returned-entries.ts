import { type RawBuilder, sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { MovementKind } from '../domain/ledger';
import type { Trx } from './database';
import { postMovements } from './ledger-sets';

/** An entry of ours that the bank sent back. */
export interface ReturnedEntry {
  traceNumber: string;
  code: string;
  /** no debit of this customer any more, until a person has settled why */
  stopsAutopay: boolean;
  /** this payment is not debited any more */
  pausesPayment: boolean;
}

const given = (returned: readonly ReturnedEntry[]): RawBuilder<unknown> => sql`
  json_to_recordset(${JSON.stringify(returned)}::json)
    AS given("traceNumber" text, code text, "stopsAutopay" boolean, "pausesPayment" boolean)`;

/** The entries themselves: returned, when and why. */
export async function markReturned(trx: Trx, returned: readonly ReturnedEntry[], today: CalendarDate): Promise<void> {
  await sql`
    UPDATE ach_entries SET state = 'returned', returned_on = ${today}::date, return_code = given.code
      FROM ${given(returned)} WHERE trace_number = given."traceNumber"`.execute(trx);
}

/**
 * Posts that the money of these entries came back, an entry each.
 * @param keyPrefix names the event, the trace number the entry
 */
export async function postReturned(
  trx: Trx,
  kind: MovementKind,
  keyPrefix: string,
  traceNumbers: readonly string[],
  at: Instant,
): Promise<void> {
  if (traceNumbers.length === 0) return;
  const rows = sql`
    SELECT ${keyPrefix}::text || ':' || trace_number AS business_key, entry.lease_id,
           coalesce(entry.merchant_id, lease.merchant_id) AS merchant_id, amount_cents
      FROM ach_entries entry LEFT JOIN leases lease USING (lease_id)
     WHERE trace_number = ANY(${traceNumbers}::text[]) AND amount_cents > 0`;
  await postMovements(trx, kind, rows, at);
}

/**
 * What a returned payment had paid is unpaid again, in whole and to the cent: its applications are undone by negative
 * ones, rent and fees it paid are open, and the payment is returned. A cancelled rent stays cancelled.
 *
 * One statement, whatever the number of payments.
 */
export async function undoPayments(trx: Trx, returned: readonly ReturnedEntry[], today: CalendarDate): Promise<void> {
  await sql`
    WITH back AS MATERIALIZED (
      SELECT payment_id, payment.lease_id, payment.kind, payment.number, given."pausesPayment" AS pauses
        FROM ${given(returned)}
        JOIN ach_entries ON trace_number = given."traceNumber"
        JOIN payments payment USING (payment_id)
    ), undone AS (
      INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on)
      SELECT payment_id, lease_id, target, number, -sum(amount_cents), ${today}::date
        FROM payment_applications WHERE payment_id IN (SELECT payment_id FROM back)
       GROUP BY payment_id, lease_id, target, number HAVING sum(amount_cents) > 0
      RETURNING lease_id, target, number, -amount_cents AS cents
    ), unpaid AS (
      SELECT lease_id, number, sum(cents) AS cents, bool_or(is_own) AS is_own, bool_or(pauses) AS pauses
        FROM (SELECT lease_id, number, cents, false AS is_own, false AS pauses FROM undone WHERE target = 'rent'
               UNION ALL
              SELECT lease_id, number, 0, true, pauses FROM back WHERE kind = 'scheduled') AS parts
       GROUP BY lease_id, number
    ), rent AS (
      UPDATE scheduled_payments rent
         SET paid_cents = rent.paid_cents - unpaid.cents,
             is_debit_paused = rent.is_debit_paused OR unpaid.pauses,
             state = CASE
               WHEN rent.state = 'cancelled' THEN rent.state
               WHEN rent.state = 'in_file' AND NOT unpaid.is_own THEN rent.state
               WHEN rent.paid_cents - unpaid.cents >= rent.amount_cents THEN 'paid'
               WHEN unpaid.is_own THEN 'returned'
               WHEN rent.due_on < ${today}::date THEN 'past_due'
               ELSE 'scheduled' END
        FROM unpaid WHERE rent.lease_id = unpaid.lease_id AND rent.number = unpaid.number
    ), fees AS (
      UPDATE late_fees fee SET paid_cents = fee.paid_cents - unpaid.cents
        FROM (SELECT lease_id, number, sum(cents) AS cents FROM undone WHERE target = 'fee' GROUP BY lease_id, number)
          AS unpaid WHERE fee.lease_id = unpaid.lease_id AND fee.payment_number = unpaid.number
    )
    UPDATE payments SET state = 'returned' FROM back WHERE payments.payment_id = back.payment_id`.execute(trx);
}

/** Why no debit may be filed any more; an older reason stays. */
export async function stopAutopay(trx: Trx, returned: readonly ReturnedEntry[]): Promise<void> {
  const stopping = returned.filter(({ stopsAutopay }) => stopsAutopay);
  if (stopping.length === 0) return;
  await sql`
    UPDATE leases SET autopay_stop = first.code
      FROM (SELECT DISTINCT ON (lease_id) lease_id, given.code FROM ${given(stopping)}
              JOIN ach_entries ON trace_number = given."traceNumber" ORDER BY lease_id, trace_number) AS first
     WHERE leases.lease_id = first.lease_id AND leases.autopay_stop IS NULL`.execute(trx);
}

/** What the customer is told of a debit that came back. */
export async function noteReturnedDebits(
  trx: Trx,
  returned: readonly ReturnedEntry[],
  today: CalendarDate,
): Promise<void> {
  await sql`
    INSERT INTO notices (notice_id, lease_id, kind, made_on, data)
    SELECT 'debit-returned:' || trace_number, entry.lease_id, 'debit_returned', ${today}::date,
           json_build_object('paymentId', payment_id, 'amountCents', amount_cents, 'returnCode', given.code)
      FROM ${given(returned)} JOIN ach_entries entry ON trace_number = given."traceNumber"
        ON CONFLICT (notice_id) DO NOTHING`.execute(trx);
}

/**
 * What went on as if a debit had been paid, and cannot be undone by itself: its surplus was refunded, so that somebody
 * has the refund for nothing; or the lease has ended, so that nobody asks for the rent any more.
 */
export async function tellOfWhatWentOn(
  trx: Trx,
  returned: readonly ReturnedEntry[],
  today: CalendarDate,
): Promise<void> {
  await sql`
    INSERT INTO exceptions (exception_id, kind, lease_id, trace_number, detail, raised_on)
    SELECT 'refund_of_returned_debit:' || refund.payment_id, 'refund_of_returned_debit', refund.lease_id,
           given."traceNumber", given.code || ': the debit came back that ' || refund.payment_id || ' refunded',
           ${today}::date
      FROM ${given(returned)}
      JOIN ach_entries ON trace_number = given."traceNumber"
      JOIN payments refund ON refund.refund_of = ach_entries.payment_id
     WHERE refund.kind = 'refund' AND refund.state IN ('pending', 'posted')
     UNION ALL
    SELECT 'debit_of_ended_lease:' || trace_number, 'debit_of_ended_lease', lease_id, trace_number,
           given.code || ': a debit came back of a lease that has ended ' || lease.servicing_state, ${today}::date
      FROM ${given(returned)}
      JOIN ach_entries ON trace_number = given."traceNumber"
      JOIN leases lease USING (lease_id)
     WHERE lease.servicing_state IN ('returned', 'owned_by_term', 'owned_by_buyout', 'surrendered', 'charged_off')
        ON CONFLICT (exception_id) DO NOTHING`.execute(trx);
}
