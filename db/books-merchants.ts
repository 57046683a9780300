import { sql } from 'kysely';
import { MAX_ENTRY_CENTS } from '../domain/funding/netting';
import type { SqlLaw } from './books-law';

/**
 * What a merchant is owed is what no run has taken yet, and what lines say happened is what the ledger says: paid and
 * carried is funded less returns, adjustments and fees.
 */
const merchantIsOwedWhatIsOpen: SqlLaw = {
  law: 'M4',
  counted: 'merchants',
  count: sql`(SELECT FROM merchants)`,
  offenders: sql`(
    WITH ledger AS (
      SELECT postings.merchant_id, sum(credit_cents) - sum(debit_cents) AS payable,
             coalesce(sum(credit_cents - debit_cents) FILTER (
               WHERE kind NOT IN ('MerchantPaid', 'MerchantCreditReturned')), 0) AS earned
        FROM postings JOIN journal_entries USING (entry_id)
       WHERE account = 'merchant_payable' GROUP BY postings.merchant_id
    ), lines AS (
      SELECT merchant_id, sum(gross_cents + adjustment_cents) FILTER (WHERE run_id IS NULL) AS open,
             sum(gross_cents + adjustment_cents) FILTER (WHERE kind <> 'carry') AS happened
        FROM funding_lines GROUP BY merchant_id
    )
    SELECT coalesce(merchant_id, 'no merchant') AS subject,
           format('payable %s, open lines %s; funded less returns %s, lines say %s',
                  coalesce(payable, 0), coalesce(open, 0), coalesce(earned, 0), coalesce(happened, 0)) AS detail
      FROM ledger FULL JOIN lines USING (merchant_id)
     WHERE coalesce(payable, 0) <> coalesce(open, 0) OR coalesce(earned, 0) <> coalesce(happened, 0))`,
};

/** A run, its lines, its entries at the bank and the ledger say the same of every merchant, and of the day. */
const runsAreWhatTheyPaid: SqlLaw = {
  law: 'M6',
  counted: 'runs',
  count: sql`(SELECT run_id FROM funding_runs UNION ALL SELECT run_id FROM collection_runs)`,
  offenders: sql`(
    WITH net AS (
      SELECT run_id || ':' || merchant_id AS of, paid_cents, trace_number FROM funding_run_merchants
    ), line AS (
      SELECT run_id || ':' || merchant_id AS of, sum(gross_cents + adjustment_cents) AS lines_cents
        FROM funding_lines WHERE run_id IS NOT NULL GROUP BY run_id, merchant_id
    ), filed AS (
      SELECT run_id || ':' || merchant_id AS of, sum(amount_cents) AS filed_cents, min(trace_number) AS filed_trace
        FROM ach_entries WHERE purpose = 'funding' GROUP BY run_id, merchant_id
    ), posted AS (
      SELECT substr(business_key, 14) AS of, sum(debit_cents) AS posted_cents
        FROM journal_entries JOIN postings USING (entry_id) WHERE kind = 'MerchantPaid' GROUP BY business_key
    )
    SELECT of AS subject, format('paid %s, lines %s, entries %s, ledger %s', coalesce(paid_cents, 0),
                                 coalesce(lines_cents, 0), coalesce(filed_cents, 0), coalesce(posted_cents, 0)) AS detail
      FROM net FULL JOIN line USING (of) FULL JOIN filed USING (of) FULL JOIN posted USING (of)
     WHERE paid_cents IS NULL OR coalesce(lines_cents, 0) <> paid_cents OR coalesce(filed_cents, 0) <> paid_cents
        OR coalesce(posted_cents, 0) <> paid_cents OR trace_number IS DISTINCT FROM filed_trace
     UNION ALL
    SELECT run_id, format('paid %s, its merchants %s', run.paid_cents, coalesce(sum(net.paid_cents), 0))
      FROM funding_runs run LEFT JOIN funding_run_merchants net USING (run_id)
     GROUP BY run_id HAVING run.paid_cents <> coalesce(sum(net.paid_cents), 0)
     UNION ALL
    SELECT run_id, format('debits %s and refunds %s, entries %s and %s', run.debit_cents, run.refund_cents,
                          coalesce(debits, 0), coalesce(refunds, 0))
      FROM collection_runs run
      LEFT JOIN (SELECT run_id, sum(amount_cents) FILTER (WHERE purpose <> 'refund') AS debits,
                        sum(amount_cents) FILTER (WHERE purpose = 'refund') AS refunds
                   FROM ach_entries GROUP BY run_id) entries USING (run_id)
     WHERE run.debit_cents <> coalesce(debits, 0) OR run.refund_cents <> coalesce(refunds, 0)
     UNION ALL
    SELECT 'entry ' || coalesce(trace, right(business_key, 15)),
           format('filed %s, ledger %s', coalesce(filed, 0), coalesce(posted, 0))
      FROM (SELECT CASE purpose WHEN 'refund' THEN 'file-refund:' ELSE 'file-debit:' END || trace_number AS business_key,
                   trace_number AS trace, amount_cents AS filed
              FROM ach_entries WHERE purpose IN ('debit', 'retry', 'refund')) entry
      FULL JOIN (SELECT business_key, sum(debit_cents) AS posted FROM journal_entries JOIN postings USING (entry_id)
                  WHERE kind IN ('DebitFiled', 'RefundFiled') GROUP BY business_key) ledger USING (business_key)
     WHERE filed IS DISTINCT FROM posted
     UNION ALL
    SELECT funding_id, format('%s, but %s', state, CASE WHEN run_id IS NULL THEN 'in no run' ELSE 'in ' || run_id END)
      FROM funding_lines
     WHERE CASE WHEN run_id IS NULL THEN state NOT IN ('eligible', 'held') ELSE state = 'eligible' END)`,
};

/**
 * Nobody is paid less than nothing: what a run leaves below zero is carried whole, and opens the next one. Money is
 * carried only behind a full entry (decision 0011).
 */
const negativeNetsAreCarried: SqlLaw = {
  law: 'M7',
  counted: "merchants' nets",
  count: sql`(SELECT FROM funding_run_merchants)`,
  offenders: sql`(
    SELECT net.run_id || ':' || net.merchant_id AS subject,
           format('paid %s, carries %s, the next run begins with %s', paid_cents, carry_out_cents,
                  coalesce(adjustment_cents, 0)) AS detail
      FROM funding_run_merchants net
      LEFT JOIN funding_lines carry ON funding_id = format('FND-%s-%s-in', net.run_id, net.merchant_id)
     WHERE paid_cents < 0 OR (carry_out_cents > 0 AND paid_cents <> ${MAX_ENTRY_CENTS})
        OR (paid_cents > 0 AND carry_out_cents < 0)
        OR coalesce(adjustment_cents, 0) <> carry_out_cents)`,
};

/** Laws between the ledger and what merchants are owed, carried and paid. */
export const MERCHANT_LAWS = { merchantIsOwedWhatIsOpen, runsAreWhatTheyPaid, negativeNetsAreCarried };
