import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Trx } from './database';
import { lockLeases } from './lease-locks';
import { postMovements } from './ledger-sets';

/** Entries of files that the bank has, whose day has come. */
const isToSettle = (businessOn: CalendarDate) => sql`
  e.state = 'in_file' AND e.effective_on <= ${businessOn}::date
  AND EXISTS (SELECT FROM collection_runs run WHERE run.run_id = e.run_id AND run.state = 'sent')`;

export async function lockForSettlement(trx: Trx, businessOn: CalendarDate): Promise<void> {
  await lockLeases(trx, sql`SELECT e.lease_id FROM ach_entries e WHERE ${isToSettle(businessOn)}`);
}

/** Debits that nobody gave back by their day are ours. */
export async function settleDebits(trx: Trx, businessOn: CalendarDate, at: Instant): Promise<void> {
  await postMovements(
    trx,
    'DebitSettled',
    sql`UPDATE ach_entries e SET state = 'settled'
          FROM leases l
         WHERE l.lease_id = e.lease_id AND e.purpose IN ('debit', 'retry') AND ${isToSettle(businessOn)}
        RETURNING 'settle-debit:' || e.trace_number AS business_key, e.lease_id, l.merchant_id, e.amount_cents`,
    at,
  );
}

/**
 * A settled debit pays what it was filed for: the rent of its payment, or its late fee. What somebody has paid
 * meanwhile, or what is no longer owed, is left over; {@link refundSurplus} gives it back.
 */
export async function applyDebits(trx: Trx): Promise<void> {
  await sql`
    WITH posted AS (
      UPDATE payments p SET state = 'posted', posted_on = p.effective_on
        FROM ach_entries e
       WHERE e.payment_id = p.payment_id AND e.trace_number = p.reference AND e.state = 'settled'
         AND p.state = 'pending' AND p.kind IN ('scheduled', 'late_fee')
      RETURNING p.payment_id, p.lease_id, p.kind, p.number, p.amount_cents, p.posted_on
    ), uses AS (
      SELECT posted.*, CASE kind WHEN 'scheduled' THEN 'rent' ELSE 'fee' END AS target,
             least(posted.amount_cents, coalesce(s.amount_cents - s.paid_cents,
                                                 f.amount_cents - f.paid_cents - f.waived_cents, 0)) AS applied_cents
        FROM posted
        LEFT JOIN scheduled_payments s ON kind = 'scheduled' AND s.payment_id = posted.payment_id
                                      AND s.state <> 'cancelled'
        LEFT JOIN late_fees f ON kind = 'late_fee' AND f.lease_id = posted.lease_id AND f.payment_number = posted.number
    ), rent AS (
      UPDATE scheduled_payments s
         SET paid_cents = s.paid_cents + applied_cents,
             state = CASE WHEN s.paid_cents + applied_cents = s.amount_cents THEN 'paid' ELSE 'past_due' END
        FROM uses WHERE target = 'rent' AND s.payment_id = uses.payment_id AND s.state <> 'cancelled'
    ), fees AS (
      UPDATE late_fees f SET paid_cents = f.paid_cents + applied_cents
        FROM uses WHERE target = 'fee' AND f.lease_id = uses.lease_id AND f.payment_number = uses.number
    )
    INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on)
    SELECT payment_id, lease_id, target, number, applied_cents, posted_on FROM uses WHERE applied_cents > 0`.execute(
    trx,
  );
}

/** What debits that settled by now took too much goes back to the account it came from, in the next file. */
export async function refundSurplus(trx: Trx, businessOn: CalendarDate, at: Instant): Promise<void> {
  await postMovements(
    trx,
    'RefundOwed',
    sql`INSERT INTO payments (payment_id, lease_id, kind, number, amount_cents, method, refund_of, state, created_at)
        SELECT p.payment_id || '-refund', p.lease_id, 'refund', p.number, p.amount_cents - used.cents, 'bank_account',
               p.payment_id, 'pending', ${at}::timestamptz
          FROM ach_entries e
          JOIN payments p ON p.payment_id = e.payment_id AND p.reference = e.trace_number
         CROSS JOIN LATERAL (SELECT coalesce(sum(a.amount_cents), 0)::bigint AS cents FROM payment_applications a
                              WHERE a.payment_id = p.payment_id) used
         WHERE e.state = 'settled' AND e.purpose IN ('debit', 'retry') AND p.state = 'posted'
           AND e.run_id IN (SELECT run_id FROM collection_runs WHERE state = 'sent' AND effective_on <= ${businessOn}::date)
           AND p.amount_cents > used.cents
            ON CONFLICT (payment_id) DO NOTHING
        RETURNING 'owe-refund:' || payment_id AS business_key, lease_id,
                  (SELECT merchant_id FROM leases WHERE leases.lease_id = payments.lease_id) AS merchant_id, amount_cents`,
    at,
  );
}

/** Refunds that nobody gave back by their day have arrived. */
export async function settleRefunds(trx: Trx, businessOn: CalendarDate): Promise<void> {
  await sql`
    WITH arrived AS (
      UPDATE ach_entries e SET state = 'settled' WHERE e.purpose = 'refund' AND ${isToSettle(businessOn)}
      RETURNING e.payment_id, e.trace_number
    )
    UPDATE payments p SET state = 'posted', posted_on = p.effective_on
      FROM arrived
     WHERE p.payment_id = arrived.payment_id AND p.reference = arrived.trace_number AND p.state = 'pending'`.execute(
    trx,
  );
}

/** A run is over when none of its entries is under way. */
export async function settleCollectionRuns(trx: Trx, businessOn: CalendarDate): Promise<void> {
  await sql`
    UPDATE collection_runs run SET state = 'settled'
     WHERE state = 'sent' AND effective_on <= ${businessOn}::date
       AND NOT EXISTS (SELECT FROM ach_entries e WHERE e.run_id = run.run_id AND e.state = 'in_file')`.execute(trx);
}
