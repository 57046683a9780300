import { sql } from 'kysely';
import type { Db } from './database';

/**
 * Whether what the Workflow of this ID does is done, as far as others wait for it: a run is sent, or waits for a person;
 * a file from the bank is applied. Unknown IDs are not at rest.
 */
export async function isAtRest(db: Db, workflowId: string): Promise<boolean> {
  const { rows } = await sql<{ is_at_rest: boolean }>`
    SELECT EXISTS (
      SELECT FROM funding_runs WHERE 'funding-run:' || business_on = ${workflowId} AND state <> 'released'
       UNION ALL
      SELECT FROM collection_runs WHERE 'collection-run:' || business_on = ${workflowId} AND state <> 'released'
       UNION ALL
      SELECT FROM bank_files WHERE 'bank-file:' || file_id = ${workflowId} AND applied_at IS NOT NULL
    ) AS is_at_rest`.execute(db);
  return rows[0]?.is_at_rest ?? false;
}
