import { sql } from 'kysely';
import type { SqlLaw } from './books-law';

/**
 * What a customer owes by the ledger is what is open of rent and fees: nothing more, and nothing less. But for money
 * that was given back out of a debit before the bank took the debit itself back (decision 0014).
 */
const balanceIsWhatIsOpen: SqlLaw = {
  law: 'M8',
  counted: 'Funded leases',
  count: sql`(SELECT FROM leases WHERE status = 'funded')`,
  offenders: sql`(
    WITH ledger AS (
      SELECT lease_id, sum(debit_cents) - sum(credit_cents) AS balance
        FROM postings WHERE account = 'customer_balance' GROUP BY lease_id
    ), rent AS (
      SELECT lease_id, sum(amount_cents - paid_cents) AS open_rent
        FROM scheduled_payments WHERE state <> 'cancelled' GROUP BY lease_id
    ), fee AS (
      SELECT lease_id, sum(amount_cents - waived_cents - paid_cents) AS open_fees FROM late_fees GROUP BY lease_id
    ), twice AS (
      SELECT lease_id, sum(refund.amount_cents) AS given_back
        FROM payments refund JOIN payments paid USING (lease_id)
       WHERE refund.kind = 'refund' AND refund.state <> 'cancelled'
         AND paid.payment_id = refund.refund_of AND paid.state = 'returned'
       GROUP BY lease_id
    )
    SELECT 'lease ' || coalesce(lease_id, 'unknown') AS subject,
           format('owes %s by the ledger, open rent %s, open fees %s', coalesce(balance, 0), coalesce(open_rent, 0),
                  coalesce(open_fees, 0)) AS detail
      FROM ledger FULL JOIN rent USING (lease_id) FULL JOIN fee USING (lease_id) FULL JOIN twice USING (lease_id)
     WHERE coalesce(balance, 0) <> coalesce(open_rent, 0) + coalesce(open_fees, 0) + coalesce(given_back, 0))`,
};

/**
 * Payments 1..n are together exactly the rent that is left to be paid by schedule. Those that were never in a file are
 * level but for the last one, which is not the larger; one that is paid, or was in a file when the schedule was cut
 * again, keeps its older amount. Goods that were bought end the schedule before its time.
 */
const scheduleIsTheTotal: SqlLaw = {
  law: 'M9',
  counted: 'scheduled payments',
  count: sql`(SELECT FROM scheduled_payments)`,
  offenders: sql`(
    WITH numbered AS (
      SELECT *, max(number) FILTER (WHERE state <> 'cancelled') OVER (PARTITION BY lease_id) AS last_number
        FROM scheduled_payments
    ), plan AS (
      SELECT lease_id, coalesce(sum(amount_cents) FILTER (WHERE state <> 'cancelled'), 0) AS total,
             count(*) AS payments, min(number) AS first_number, max(number) AS highest_number,
             min(amount_cents) FILTER (WHERE state = 'scheduled' AND number < last_number) AS lowest_level,
             max(amount_cents) FILTER (WHERE state = 'scheduled' AND number < last_number) AS highest_level,
             min(amount_cents) FILTER (WHERE state = 'scheduled' AND number = last_number) AS last_cents,
             min(amount_cents) AS least_cents
        FROM numbered GROUP BY lease_id
    ), ledger AS (
      SELECT lease_id, sum(credit_cents - debit_cents) FILTER (WHERE kind = 'LeaseOpened') AS opened,
             coalesce(sum(debit_cents) FILTER (WHERE kind IN ('RentReduced', 'RentForgone')), 0) AS reduced
        FROM postings JOIN journal_entries USING (entry_id, lease_id)
       WHERE account = 'rent_to_be_earned' GROUP BY lease_id
    ), funded AS (
      SELECT leases.*, opened - coalesce(initial_payment_cents, 0) - reduced AS to_pay,
             EXISTS (SELECT FROM journal_entries entry
                      WHERE entry.lease_id = leases.lease_id AND kind = 'MerchandiseExpensed') AS is_bought
        FROM leases LEFT JOIN ledger USING (lease_id) WHERE status = 'funded'
    )
    SELECT 'lease ' || lease_id AS subject,
           format('%s, to pay %s; %s payments of %s to %s and last %s, together %s', coalesce(status, 'not Funded'),
                  to_pay, coalesce(payments, 0), lowest_level, highest_level, last_cents, coalesce(total, 0)) AS detail
      FROM funded FULL JOIN plan USING (lease_id)
     WHERE (total IS DISTINCT FROM to_pay AND is_bought IS DISTINCT FROM true)
        OR payments IS NULL OR payments <> highest_number OR first_number <> 1 OR least_cents <= 0
        OR lowest_level <> highest_level OR last_cents > lowest_level
     UNION ALL
    SELECT 'lease ' || lease_id,
           format('total to own %s with returns of %s, opened with %s', total_to_own_cents, gone, opened)
      FROM leases JOIN ledger USING (lease_id)
     CROSS JOIN LATERAL (SELECT count(*) AS gone FROM returns
                          WHERE returns.lease_id = leases.lease_id AND merchant_debit_cents > 0) taken
     WHERE CASE gone WHEN 0 THEN total_to_own_cents <> opened ELSE total_to_own_cents > opened END)`,
};

const CHARGES = sql`('DebitFiled', 'LateFeeAssessed', 'RentReduced', 'MerchandiseReturned', 'PriceAdjusted')`;

/**
 * A buyout is the price that was quoted and never above what was owed, and with a lease's end all charges end. Later is
 * what another transaction posted: the entries of one stand in the order of their keys.
 */
const buyoutEndsAllCharges: SqlLaw = {
  law: 'M10',
  counted: 'buyouts and ended leases',
  count: sql`(SELECT lease_id FROM payments WHERE kind = 'buyout'
               UNION ALL SELECT lease_id FROM journal_entries WHERE kind = 'RentEarned')`,
  offenders: sql`(
    SELECT payment_id AS subject, format('%s, quoted %s, paid %s of %s owed', payment.state, quote.amount_cents,
                                         coalesce(taken.credit_cents, 0), owed) AS detail
      FROM payments payment
      LEFT JOIN purchase_quotes quote ON quote.accepted_by = payment.message_id
      LEFT JOIN journal_entries entry ON entry.business_key = 'take-payment:' || payment_id
      LEFT JOIN postings taken ON taken.entry_id = entry.entry_id AND taken.account = 'customer_balance'
     CROSS JOIN LATERAL (SELECT coalesce(sum(debit_cents) - sum(credit_cents), 0) AS owed FROM postings earlier
                           JOIN journal_entries USING (entry_id)
                          WHERE journal_entries.kind <> 'RentForgone' AND earlier.lease_id = payment.lease_id AND earlier.account = 'customer_balance'
                            AND earlier.entry_id < entry.entry_id) before
     WHERE payment.kind = 'buyout' AND payment.state = 'posted'
       AND (quote.amount_cents IS DISTINCT FROM payment.amount_cents
         OR taken.credit_cents IS DISTINCT FROM payment.amount_cents OR taken.credit_cents > owed)
     UNION ALL
    SELECT 'lease ' || lease_id, format('%s after its end', later.kind)
      FROM journal_entries ended JOIN journal_entries later USING (lease_id)
     WHERE ended.kind = 'RentEarned' AND later.entry_id > ended.entry_id AND later.recorded_at > ended.recorded_at
       AND (later.kind IN ${CHARGES}
         OR (later.kind = 'CardPaymentTaken'
             AND EXISTS (SELECT FROM journal_entries bought WHERE bought.lease_id = ended.lease_id
                            AND bought.kind = 'MerchandiseExpensed'))))`,
};

/** Laws between the ledger and what customers owe. */
export const CUSTOMER_LAWS = { balanceIsWhatIsOpen, scheduleIsTheTotal, buyoutEndsAllCharges };
