import { sql } from 'kysely';
import { lateFeeRule } from '../domain/late-fee-rules';
import { PAY_FREQUENCIES } from '../domain/program';
import { US_STATES } from '../domain/states';
import type { SqlLaw } from './books-law';

/** What each state lets a fee be, by the customer's frequency: the same rules that the daily run reads. */
const FEE_RULES = US_STATES.flatMap((state) => {
  const rule = lateFeeRule(state);
  if (!rule) return [];
  return PAY_FREQUENCIES.map((frequency) => ({
    ...{ state, frequency, percent_bps: rule.percentBps, cap_cents: rule.capCents ?? null },
    ...{ from_days: rule.feeFromDaysLate[frequency], min_cents: rule.minCents[frequency] },
  }));
});

/**
 * One fee a payment, by the rule of the state that governs the lease, not within its grace, and in the ledger as it is.
 * A payment whose lease was made smaller since may have been as large as the schedule's first ones were.
 */
const feesAreWithinTheLaw: SqlLaw = {
  law: 'M11',
  counted: 'late fees',
  count: sql`(SELECT FROM late_fees)`,
  offenders: sql`(
    WITH rule AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(FEE_RULES)}::json)
        AS given(state text, frequency text, percent_bps int, cap_cents bigint, from_days int, min_cents bigint)
    ), opened AS (
      SELECT entry.lease_id, ceil((sum(debit_cents) - sum(credit_cents))
                            / (SELECT nullif(count(*), 0) FROM scheduled_payments planned
                                WHERE planned.lease_id = entry.lease_id)) AS level_cents
        FROM journal_entries entry JOIN postings USING (entry_id)
       WHERE kind = 'LeaseOpened' AND account = 'customer_balance' GROUP BY entry.lease_id
    ), judged AS (
      SELECT fee.*, coalesce(lease.delivery_state, home_state) AS governed_by, rule.from_days,
             payment.due_on AS payment_due_on,
             greatest(rule.min_cents, least(rule.cap_cents, percent_bps * greatest(payment.amount_cents,
               CASE WHEN EXISTS (SELECT FROM returns WHERE returns.lease_id = fee.lease_id)
                    THEN level_cents::bigint END) / 10000)) AS most_cents
        FROM late_fees fee JOIN leases lease USING (lease_id) JOIN applicants USING (lease_id)
        LEFT JOIN scheduled_payments payment ON payment.lease_id = fee.lease_id AND number = payment_number
        LEFT JOIN opened ON opened.lease_id = fee.lease_id
        LEFT JOIN rule ON rule.state = fee.state AND rule.frequency = pay_frequency
    )
    SELECT fee_id AS subject, format('%s cents by %s, at most %s by %s; %s days late, from %s on', amount_cents, state,
                                     most_cents, governed_by, days_late, from_days) AS detail
      FROM judged
     WHERE most_cents IS NULL OR amount_cents > most_cents OR amount_cents > cap_cents OR state <> governed_by
        OR days_late < from_days OR assessed_on - due_on <> days_late OR due_on < payment_due_on
     UNION ALL
    SELECT coalesce(fee_id, substr(business_key, 17)),
           format('assessed %s, ledger %s', coalesce(amount_cents, 0), coalesce(posted, 0))
      FROM late_fees
      FULL JOIN (SELECT business_key, sum(debit_cents) AS posted FROM journal_entries JOIN postings USING (entry_id)
                  WHERE kind = 'LateFeeAssessed' GROUP BY business_key) ledger
             ON business_key = 'assess-late-fee:' || fee_id
     WHERE amount_cents IS DISTINCT FROM posted
     UNION ALL
    SELECT format('lease %s payment %s', lease_id, payment_number), format('%s fees', count(*))
      FROM late_fees GROUP BY lease_id, payment_number HAVING count(*) > 1)`,
};

/** What the bank settled and sent back stands in the ledger to the cent, and a payment that came back paid nothing. */
const returnsRestoreWhatWasPaid: SqlLaw = {
  law: 'M12',
  counted: 'entries at the bank',
  count: sql`(SELECT FROM ach_entries)`,
  offenders: sql`(
    WITH entry AS (
      SELECT trace_number, purpose, state, amount_cents, purpose IN ('debit', 'retry') AS is_debit,
             CASE WHEN purpose IN ('debit', 'retry') THEN 'return-debit:' WHEN purpose = 'refund' THEN 'return-refund:'
                  ELSE 'merchant-credit-returned:' END || trace_number AS return_key
        FROM ach_entries WHERE purpose <> 'prenote'
    ), posted AS (
      SELECT business_key, kind, sum(debit_cents) AS cents FROM journal_entries JOIN postings USING (entry_id)
       WHERE kind IN ('DebitSettled', 'DebitReturned', 'SettledDebitReturned', 'RefundReturned', 'MerchantCreditReturned')
       GROUP BY business_key, kind
    )
    SELECT 'entry ' || trace_number AS subject,
           format('%s of %s is %s; settled %s, %s %s', purpose, amount_cents, state, coalesce(settled.cents, 0),
                  coalesce(back.kind, 'returned'), coalesce(back.cents, 0)) AS detail
      FROM entry
      LEFT JOIN posted settled ON settled.business_key = 'settle-debit:' || trace_number
      LEFT JOIN posted back ON back.business_key = return_key
     WHERE coalesce(back.cents, 0) <> CASE state WHEN 'returned' THEN amount_cents ELSE 0 END
        OR (is_debit AND settled.cents <> amount_cents)
        OR (is_debit AND (settled.cents IS NOT NULL) <> (state = 'settled' OR back.kind = 'SettledDebitReturned')
                     AND (state <> 'returned' OR back.kind IS NOT NULL))
     UNION ALL
    SELECT business_key, format('%s of %s for no entry', kind, cents)
      FROM posted WHERE NOT EXISTS (SELECT FROM entry WHERE trace_number = right(business_key, 15))
     UNION ALL
    SELECT payment_id, format('returned, but %s of it still pays', sum(application.amount_cents))
      FROM payments JOIN payment_applications application USING (payment_id)
     WHERE state = 'returned' GROUP BY payment_id HAVING sum(application.amount_cents) <> 0)`,
};

/** What was paid on rent and fees is what payments were used for, and no payment is used for more than it was. */
const paidIsWhatPaymentsPaid: SqlLaw = {
  law: 'M13',
  counted: 'uses of payments',
  count: sql`(SELECT FROM payment_applications)`,
  offenders: sql`(
    WITH owed AS (
      SELECT lease_id, 'rent' AS target, number, paid_cents FROM scheduled_payments WHERE paid_cents <> 0
       UNION ALL
      SELECT lease_id, 'fee', payment_number, paid_cents FROM late_fees WHERE paid_cents <> 0
    ), used AS (
      SELECT lease_id, target, number, sum(amount_cents) AS used_cents
        FROM payment_applications GROUP BY lease_id, target, number HAVING sum(amount_cents) <> 0
    )
    SELECT format('lease %s %s %s', lease_id, target, number) AS subject,
           format('paid %s, payments used for it %s', coalesce(paid_cents, 0), coalesce(used_cents, 0)) AS detail
      FROM owed FULL JOIN used USING (lease_id, target, number)
     WHERE coalesce(paid_cents, 0) <> coalesce(used_cents, 0)
     UNION ALL
    SELECT payment_id, format('%s of %s is used', sum(application.amount_cents), payment.amount_cents)
      FROM payments payment JOIN payment_applications application USING (payment_id)
     GROUP BY payment_id HAVING sum(application.amount_cents) NOT BETWEEN 0 AND payment.amount_cents)`,
};

/** Our account at the bank has gained what files took in, and lost what they paid out, but for what came back. */
const bankIsWhatFilesMoved: SqlLaw = {
  law: 'M16',
  counted: 'entries at the bank',
  count: sql`(SELECT FROM ach_entries)`,
  offenders: sql`(
    WITH filed AS (
      SELECT coalesce(sum(CASE WHEN purpose IN ('debit', 'retry') THEN amount_cents ELSE -amount_cents END), 0) AS cents
        FROM ach_entries WHERE state <> 'returned'
    ), ledger AS (
      SELECT coalesce(sum(debit_cents) - sum(credit_cents), 0) AS cents FROM postings WHERE account = 'bank_clearing'
    )
    SELECT 'bank_clearing' AS subject, format('ledger %s, files %s', ledger.cents, filed.cents) AS detail
      FROM filed, ledger WHERE ledger.cents <> filed.cents)`,
};

/** Laws between the ledger, what payments paid, and what the bank did with them. */
export const PAYMENT_LAWS = {
  feesAreWithinTheLaw,
  returnsRestoreWhatWasPaid,
  paidIsWhatPaymentsPaid,
  bankIsWhatFilesMoved,
};
