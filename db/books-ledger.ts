import { sql } from 'kysely';
import type { SqlLaw } from './books-law';

/** If every entry balances, so does their sum. An entry without postings moved nothing and hides what it should have. */
const everyEntryBalances: SqlLaw = {
  law: 'M1',
  counted: 'entries',
  count: sql`(SELECT FROM journal_entries)`,
  offenders: sql`(
    SELECT coalesce(entry.business_key, 'entry ' || entry_id) AS subject,
           CASE WHEN entry.business_key IS NULL THEN 'postings without an entry'
                WHEN sums.debits IS NULL THEN 'an entry without postings'
                ELSE format('debits %s, credits %s', sums.debits, sums.credits) END AS detail
      FROM journal_entries entry
      FULL JOIN (SELECT entry_id, sum(debit_cents) AS debits, sum(credit_cents) AS credits
                   FROM postings GROUP BY entry_id) sums USING (entry_id)
     WHERE entry.business_key IS NULL OR sums.debits IS NULL OR sums.debits <> sums.credits)`,
};

const GUARDS = sql`(VALUES ('postings', 'ledger_balanced', 'ledger_refuse_bad_batch'),
                           ('postings', 'ledger_append_only', 'ledger_refuse_change'),
                           ('journal_entries', 'ledger_append_only', 'ledger_refuse_change'))
                   AS guard(table_name, name, function)`;

/** The past cannot be proven from rows, so two witnesses: the guards are on now, and PostgreSQL never counted a change. */
const nothingIsChanged: SqlLaw = {
  law: 'M2',
  counted: 'guards',
  count: sql`(SELECT FROM ${GUARDS})`,
  offenders: sql`(
    SELECT table_name AS subject, format('guard %s is not in force', name) AS detail
      FROM ${GUARDS}
     WHERE NOT EXISTS (SELECT FROM pg_trigger
                        WHERE tgrelid = to_regclass(table_name) AND tgname = guard.name
                          AND tgfoid = to_regproc(guard.function) AND tgenabled = 'A')
     UNION ALL
    SELECT relname, format('%s rows were updated, %s deleted', n_tup_upd, n_tup_del)
      FROM pg_stat_all_tables
     WHERE relid IN (to_regclass('journal_entries'), to_regclass('postings')) AND n_tup_upd + n_tup_del > 0)`,
};

const everyKeyIsUnique: SqlLaw = {
  law: 'M3',
  counted: 'business keys',
  count: sql`(SELECT DISTINCT business_key FROM journal_entries)`,
  offenders: sql`(
    SELECT business_key AS subject, format('posted %s times', count(*)) AS detail
      FROM journal_entries GROUP BY business_key HAVING count(*) > 1
     UNION ALL
    SELECT 'journal_entries', 'business_key is not UNIQUE'
     WHERE NOT EXISTS (SELECT FROM pg_constraint
                        WHERE conrelid = to_regclass('journal_entries') AND contype = 'u'
                          AND conname = 'journal_entries_business_key'))`,
};

/** Laws the ledger can break by itself. */
export const LEDGER_LAWS: readonly SqlLaw[] = [everyEntryBalances, nothingIsChanged, everyKeyIsUnique];
