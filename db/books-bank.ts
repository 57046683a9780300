import { sql } from 'kysely';
import type { LawReport } from './books-law';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import { bankHoldingsCents } from './sandbox-bank';

/**
 * M16 by the other side: what the simulated bank computes from the bytes it was handed, against what we say was in the
 * files it has. A run that is cut and not sent yet is in the ledger, and the bank does not know of it.
 */
export async function compareWithBank(db: Db | Trx, cipher: Cipher): Promise<LawReport> {
  const { rows } = await sql<{ files: number; ours: number }>`
    SELECT count(DISTINCT file.name) AS files,
           coalesce(sum(CASE WHEN purpose IN ('debit', 'retry') THEN amount_cents ELSE -amount_cents END)
                      FILTER (WHERE entry.state <> 'returned'), 0)::bigint AS ours
      FROM sandbox_bank_files handed JOIN ach_files file USING (name) JOIN ach_entries entry USING (run_id)
     WHERE handed.direction = 'to_bank'`.execute(db);
  const { files, ours } = rows[0] ?? { files: 0, ours: 0 };
  const theirs = await bankHoldingsCents(db, cipher);
  const detail = `the bank computes ${theirs}, our entries say ${ours}`;
  const findings = theirs === ours ? [] : [{ law: 'M16' as const, subject: 'the simulated bank', detail }];
  return { law: 'M16', counted: 'files at the simulated bank', checkedCount: files, findings };
}
