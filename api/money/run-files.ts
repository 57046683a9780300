import { sql } from 'kysely';
import { findFile } from '../../db/ach-files';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { LeaseError } from '../../domain/errors';
import type { CollectionRunView } from './operations-desk-port';

/**
 * The file of a run, byte for byte as it went, or goes, to the bank.
 * @throws LeaseError NOT_FOUND when there is no such run, or it has no file (yet)
 */
export async function runFile(db: Db, cipher: Cipher, runId: string): Promise<string> {
  const file = await findFile(db, cipher, runId);
  if (!file) throw new LeaseError('NOT_FOUND', 'no file of such a run');
  return file.text;
}

/** @throws LeaseError NOT_FOUND */
export async function findCollectionRun(db: Db, runId: string): Promise<CollectionRunView> {
  const { rows } = await sql<CollectionRunView>`
    SELECT run_id AS "runId", business_on AS "businessOn", run.state, effective_on AS "effectiveOn",
           debit_cents AS "debitCents", refund_cents AS "refundCents",
           (SELECT count(*) FROM ach_entries entry
             WHERE entry.run_id = run.run_id AND entry.purpose IN ('debit', 'retry')) AS "debitCount",
           (SELECT count(*) FROM ach_entries entry
             WHERE entry.run_id = run.run_id AND entry.purpose = 'refund') AS "refundCount"
      FROM collection_runs run
     WHERE run_id = ${runId}`.execute(db);
  const [run] = rows;
  if (!run) throw new LeaseError('NOT_FOUND', 'no such run');
  return run;
}
