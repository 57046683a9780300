import { sql } from 'kysely';
import type { SqlLaw } from './books-law';

/** Nothing is paid out yet: what a merchant is owed is what was invoiced on its Funded leases. */
const merchantIsOwedWhatWasFunded: SqlLaw = {
  law: 'M4',
  counted: 'merchants',
  count: sql`(SELECT FROM merchants)`,
  offenders: sql`(
    SELECT coalesce(merchant_id, 'no merchant') AS subject,
           format('payable %s, funded invoices %s', coalesce(payable, 0), coalesce(funded, 0)) AS detail
      FROM (SELECT merchant_id, sum(credit_cents) - sum(debit_cents) AS payable
              FROM postings WHERE account = 'merchant_payable' GROUP BY merchant_id) ledger
      FULL JOIN (SELECT merchant_id, sum(invoice_total_cents) AS funded
                   FROM leases WHERE status = 'funded' GROUP BY merchant_id) invoiced USING (merchant_id)
     WHERE coalesce(payable, 0) <> coalesce(funded, 0))`,
};

/** Each Funded lease was funded and opened by exactly one entry each, and no other lease was. */
const eachLeaseFundsOnce: SqlLaw = {
  law: 'M5',
  counted: 'Funded leases',
  count: sql`(SELECT FROM leases WHERE status = 'funded')`,
  offenders: sql`(
    SELECT 'lease ' || coalesce(lease_id, 'unknown') AS subject,
           format('%s, MerchantFunded %s times, LeaseOpened %s times',
                  coalesce(status, 'no such lease'), coalesce(fundings, 0), coalesce(openings, 0)) AS detail
      FROM leases
      FULL JOIN (SELECT lease_id, count(*) FILTER (WHERE kind = 'MerchantFunded') AS fundings,
                        count(*) FILTER (WHERE kind = 'LeaseOpened') AS openings
                   FROM journal_entries WHERE kind IN ('MerchantFunded', 'LeaseOpened')
                  GROUP BY lease_id) posted USING (lease_id)
     WHERE (coalesce(fundings, 0), coalesce(openings, 0)) IS DISTINCT FROM
           CASE WHEN status = 'funded' THEN (1::bigint, 1::bigint) ELSE (0::bigint, 0::bigint) END)`,
};

/** Payments 1..n, all level but the last, which is not the larger, and together exactly what is left to own. */
const scheduleIsTheTotal: SqlLaw = {
  law: 'M9',
  counted: 'scheduled payments',
  count: sql`(SELECT FROM scheduled_payments)`,
  offenders: sql`(
    WITH numbered AS (
      SELECT lease_id, number, amount_cents, max(number) OVER (PARTITION BY lease_id) AS last_number
        FROM scheduled_payments
    ), plan AS (
      SELECT lease_id, sum(amount_cents) AS total, count(*) AS payments, min(number) AS first_number, last_number,
             min(amount_cents) FILTER (WHERE number < last_number) AS lowest_level,
             max(amount_cents) FILTER (WHERE number < last_number) AS highest_level,
             min(amount_cents) FILTER (WHERE number = last_number) AS last_cents
        FROM numbered GROUP BY lease_id, last_number
    )
    SELECT 'lease ' || lease_id AS subject,
           format('%s, to pay %s; %s payments of %s to %s and last %s, together %s',
                  coalesce(status, 'not Funded'), total_to_own_cents - initial_payment_cents,
                  coalesce(payments, 0), lowest_level, highest_level, last_cents, coalesce(total, 0)) AS detail
      FROM (SELECT * FROM leases WHERE status = 'funded') funded FULL JOIN plan USING (lease_id)
     WHERE total IS DISTINCT FROM total_to_own_cents - initial_payment_cents
        OR payments IS NULL OR payments <> last_number OR first_number <> 1
        OR lowest_level <> highest_level OR last_cents > lowest_level OR last_cents <= 0)`,
};

/** Held for a customer: the initial payment of a signed, not yet Funded lease, and nothing else. */
const moneyMovesInTheRightState: SqlLaw = {
  law: 'M14',
  counted: 'leases',
  count: sql`(SELECT FROM leases)`,
  offenders: sql`(
    WITH ledger AS (
      SELECT lease_id, sum(credit_cents) - sum(debit_cents) AS held
        FROM postings WHERE account = 'refundable_initial_payments' GROUP BY lease_id
    ), due AS (
      SELECT lease_id, status, CASE WHEN status IN ('contracts_received', 'lease_accepted')
                                    THEN coalesce(initial_payment_cents, 0) ELSE 0 END AS expected
        FROM leases
    )
    SELECT 'lease ' || coalesce(lease_id, 'unknown') AS subject,
           format('%s, initial payment held %s instead of %s',
                  coalesce(status, 'no such lease'), coalesce(held, 0), coalesce(expected, 0)) AS detail
      FROM due FULL JOIN ledger USING (lease_id)
     WHERE coalesce(held, 0) <> coalesce(expected, 0)
     UNION ALL
    SELECT 'lease ' || coalesce(entry.lease_id, 'unknown'),
           format('%s, but %s was posted', coalesce(lease.status, 'no such lease'), entry.kind)
      FROM journal_entries entry LEFT JOIN leases lease USING (lease_id)
     WHERE entry.kind IN ('MerchantFunded', 'LeaseOpened') AND lease.status IS DISTINCT FROM 'funded')`,
};

/** Laws between the ledger and what SQL knows of leases. */
export const LEASE_LAWS: readonly SqlLaw[] = [
  merchantIsOwedWhatWasFunded,
  eachLeaseFundsOnce,
  scheduleIsTheTotal,
  moneyMovesInTheRightState,
];
