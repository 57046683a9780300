import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { CollectionDay } from '../domain/collections/collection-day';
import type { AssessedFee, FeeWindow, LatePayment } from '../domain/collections/late-fee';
import type { LeaseId } from '../domain/ids';
import { CAN_BE_DEBITED, IS_SERVICED, isRetryToCome, OWED_ON } from './collections-rules';
import type { Trx } from './database';
import { lockLeases } from './lease-locks';
import { postMovements } from './ledger-sets';

export type LateRow = LatePayment & { leaseId: LeaseId; number: number };
export type NewFee = LateRow & { fee: AssessedFee };

/** Leases with a payment that may be late, and those that are said to be. */
export async function lockForLateness(trx: Trx, businessOn: CalendarDate): Promise<void> {
  await lockLeases(
    trx,
    sql`SELECT lease_id FROM scheduled_payments
         WHERE state IN ('scheduled', 'returned', 'past_due') AND due_on < ${businessOn}::date
         UNION
        SELECT lease_id FROM leases WHERE status = 'funded' AND servicing_state = 'past_due'`,
  );
}

/**
 * Payments that are late enough for their state's fee and have none yet. Not those that we may take and have not
 * taken: delivery was reported late, or the runs were, and that is not the customer's delay.
 */
export async function findLatePayments(trx: Trx, windows: readonly FeeWindow[]): Promise<LateRow[]> {
  const { rows } = await sql<LateRow>`
    SELECT s.lease_id AS "leaseId", s.number, ${OWED_ON} AS "owedOn", s.amount_cents AS "amountCents",
           fee_window.state, fee_window."payFrequency"
      FROM scheduled_payments s
      JOIN leases l USING (lease_id)
      JOIN applicants a USING (lease_id)
      JOIN json_to_recordset(${JSON.stringify(windows)}::json)
        AS fee_window(state text, "payFrequency" text, "owedThroughOn" date)
        ON fee_window.state = coalesce(l.delivery_state, a.home_state) AND fee_window."payFrequency" = a.pay_frequency
     WHERE s.state IN ('scheduled', 'returned', 'past_due') AND s.paid_cents < s.amount_cents
       AND s.due_on <= fee_window."owedThroughOn" AND ${OWED_ON} <= fee_window."owedThroughOn"
       AND ${IS_SERVICED} AND NOT ${CAN_BE_DEBITED}
       AND NOT EXISTS (SELECT FROM late_fees f WHERE f.lease_id = s.lease_id AND f.payment_number = s.number)
     ORDER BY s.lease_id, s.number`.execute(trx);
  return rows;
}

/** Keeps new fees, one a payment, tells the customers, and posts what they now owe. */
export async function insertLateFees(
  trx: Trx,
  fees: readonly NewFee[],
  businessOn: CalendarDate,
  at: Instant,
): Promise<void> {
  const rows = fees.map(({ leaseId, number, owedOn, state, fee }) => ({ leaseId, number, owedOn, state, ...fee }));
  await sql`
    WITH assessed AS (
      INSERT INTO late_fees (fee_id, lease_id, payment_number, due_on, assessed_on, days_late, state, rule, cap_cents,
                             amount_cents)
      SELECT format('FEE-%s-%s', "leaseId", number), "leaseId", number, "owedOn", ${businessOn}::date, "daysLate", state,
             rule, "capCents", "amountCents"
        FROM json_to_recordset(${JSON.stringify(rows)}::json)
          AS fee("leaseId" text, number int, "owedOn" date, "daysLate" int, state text, rule text, "capCents" bigint,
                 "amountCents" bigint)
          ON CONFLICT (lease_id, payment_number) DO NOTHING
      RETURNING *
    )
    INSERT INTO notices (notice_id, lease_id, kind, made_on, data)
    SELECT 'NTC-' || fee_id, lease_id, 'late_fee', assessed_on,
           jsonb_build_object('feeId', fee_id, 'paymentNumber', payment_number, 'amountCents', amount_cents,
                              'daysLate', days_late, 'rule', rule)
      FROM assessed
        ON CONFLICT (notice_id) DO NOTHING`.execute(trx);
  await postMovements(
    trx,
    'LateFeeAssessed',
    sql`SELECT 'assess-late-fee:' || fee_id AS business_key, lease_id, merchant_id, amount_cents
          FROM late_fees JOIN leases USING (lease_id) WHERE assessed_on = ${businessOn}::date`,
    at,
  );
}

/** Rent that is overdue and that no debit, filed or still to be filed, will bring. */
export async function markPastDue(trx: Trx, day: CollectionDay): Promise<void> {
  const { businessOn } = day;
  await sql`
    UPDATE scheduled_payments s SET state = 'past_due'
      FROM leases l
     WHERE l.lease_id = s.lease_id AND ${IS_SERVICED}
       AND s.state IN ('scheduled', 'returned') AND s.paid_cents < s.amount_cents
       AND s.due_on < ${businessOn}::date AND ${OWED_ON} < ${businessOn}::date
       AND NOT CASE s.state WHEN 'scheduled' THEN ${CAN_BE_DEBITED} ELSE ${isRetryToCome(day)} END`.execute(trx);
}

/** A lease is past due while any of its payments is, and active again when none is. */
export async function markLeases(trx: Trx, businessOn: CalendarDate, at: Instant): Promise<void> {
  await sql`
    WITH late AS (
      SELECT DISTINCT lease_id FROM scheduled_payments WHERE state = 'past_due' AND due_on < ${businessOn}::date
    )
    UPDATE leases SET servicing_state = CASE servicing_state WHEN 'active' THEN 'past_due' ELSE 'active' END,
                      updated_at = ${at}::timestamptz
     WHERE status = 'funded'
       AND ((servicing_state = 'active' AND lease_id IN (SELECT lease_id FROM late))
         OR (servicing_state = 'past_due' AND lease_id NOT IN (SELECT lease_id FROM late)))`.execute(trx);
}
