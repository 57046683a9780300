import { sql } from 'kysely';
import { MOVEMENTS } from '../domain/ledger-movements';
import type { SqlLaw } from './books-law';

/** Each Funded lease was funded and opened by one entry each, its merchant has one line for it, and no other lease has. */
const eachLeaseFundsOnce: SqlLaw = {
  law: 'M5',
  counted: 'Funded leases',
  count: sql`(SELECT FROM leases WHERE status = 'funded')`,
  offenders: sql`(
    SELECT 'lease ' || coalesce(lease_id, 'unknown') AS subject,
           format('%s, MerchantFunded %s times, LeaseOpened %s times, %s lines',
                  coalesce(status, 'no such lease'), coalesce(fundings, 0), coalesce(openings, 0), coalesce(lines, 0))
             AS detail
      FROM leases
      FULL JOIN (SELECT lease_id, count(*) FILTER (WHERE kind = 'MerchantFunded') AS fundings,
                        count(*) FILTER (WHERE kind = 'LeaseOpened') AS openings
                   FROM journal_entries WHERE kind IN ('MerchantFunded', 'LeaseOpened')
                  GROUP BY lease_id) posted USING (lease_id)
      FULL JOIN (SELECT lease_id, count(*) AS lines FROM funding_lines
                  WHERE kind = 'funding' GROUP BY lease_id) line USING (lease_id)
     WHERE (coalesce(fundings, 0), coalesce(openings, 0), coalesce(lines, 0)) IS DISTINCT FROM
           CASE WHEN status = 'funded' THEN (1::bigint, 1::bigint, 1::bigint) ELSE (0::bigint, 0::bigint, 0::bigint) END
     UNION ALL
    SELECT funding_id, format('funds %s, the ledger says %s', gross_cents, debit_cents)
      FROM funding_lines line
      JOIN journal_entries entry ON entry.lease_id = line.lease_id AND entry.kind = 'MerchantFunded'
      JOIN postings USING (entry_id)
     WHERE line.kind = 'funding' AND account = 'leased_merchandise' AND debit_cents <> gross_cents)`,
};

const FUNDED_ONLY = ['MerchantFunded', 'LeaseOpened', ...Object.keys(MOVEMENTS)];
const ENDED = sql`('returned', 'owned_by_term', 'owned_by_buyout', 'surrendered', 'charged_off')`;

/**
 * Held for a customer: the initial payment of a signed, not yet Funded lease, and nothing else. Everything after that
 * only moves on Funded leases; and one that has ended has no rent to earn and no goods of ours any more.
 */
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
    SELECT DISTINCT 'lease ' || entry.lease_id, format('%s, but %s was posted', coalesce(lease.status, 'no such lease'), entry.kind)
      FROM journal_entries entry LEFT JOIN leases lease USING (lease_id)
     WHERE entry.kind = ANY(${FUNDED_ONLY}::text[]) AND entry.lease_id IS NOT NULL
       AND lease.status IS DISTINCT FROM 'funded'
     UNION ALL
    SELECT 'lease ' || lease_id, format('%s, but %s holds %s', servicing_state, account, sum(debit_cents) - sum(credit_cents))
      FROM leases JOIN postings USING (lease_id)
     WHERE servicing_state IN ${ENDED} AND account IN ('rent_to_be_earned', 'leased_merchandise')
     GROUP BY lease_id, servicing_state, account HAVING sum(debit_cents) <> sum(credit_cents)
     UNION ALL
    SELECT 'lease ' || lease_id, format('%s, but %s was posted', servicing_state, kind)
      FROM leases JOIN journal_entries USING (lease_id)
     WHERE kind IN ('RentEarned', 'RentForgone', 'MerchandiseExpensed') AND status = 'funded'
       AND servicing_state NOT IN ${ENDED})`,
};

/** Laws between the ledger and the state of leases. */
export const LEASE_LAWS = { eachLeaseFundsOnce, moneyMovesInTheRightState };
