import { type Kysely, type Migration, sql } from 'kysely';

/**
 * As in 0002, but that each entry of a batch is looked up by its key. As a join the planner could let a run's 10,000
 * entries meet each other row by row: it knows nothing of rows that the same transaction has just made.
 */
const REFUSE_BAD_BATCH = `
  CREATE OR REPLACE FUNCTION ledger_refuse_bad_batch() RETURNS trigger LANGUAGE plpgsql AS $function$
  DECLARE
    bad record;
  BEGIN
    EXECUTE $query$
      SELECT sums.entry_id, sums.debits, sums.credits
        FROM (SELECT entry_id, sum(debit_cents) AS debits, sum(credit_cents) AS credits FROM batch GROUP BY entry_id) sums
       WHERE sums.debits <> sums.credits
          OR (SELECT recorded_by_xact FROM journal_entries entry WHERE entry.entry_id = sums.entry_id)
             IS DISTINCT FROM pg_current_xact_id()
       LIMIT 1
    $query$ INTO bad;
    IF bad.entry_id IS NOT NULL AND bad.debits <> bad.credits THEN
      RAISE EXCEPTION 'entry % does not balance: debits %, credits %', bad.entry_id, bad.debits, bad.credits
        USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_balance';
    ELSIF bad.entry_id IS NOT NULL THEN
      RAISE EXCEPTION 'entry % was not made by this transaction: it takes no more postings', bad.entry_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_sealed';
    END IF;
    EXECUTE $query$
      SELECT account FROM (SELECT DISTINCT account FROM batch) used
       WHERE account NOT IN (SELECT account FROM ledger_accounts) LIMIT 1
    $query$ INTO bad;
    IF bad.account IS NOT NULL THEN
      RAISE EXCEPTION 'there is no account %', bad.account
        USING ERRCODE = 'check_violation', CONSTRAINT = 'postings_account_known';
    END IF;
    RETURN NULL;
  END
  $function$`;

/** The guard of the ledger, safe for great batches. */
export const ledgerBatchCheckMigration: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql.raw(REFUSE_BAD_BATCH).execute(db);
  },
};
