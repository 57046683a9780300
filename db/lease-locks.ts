import { type RawBuilder, sql } from 'kysely';
import type { Trx } from './database';

/**
 * Holds the leases of a query until the transaction ends, as everybody does who changes what a lease owes. In one
 * order, so that two runs wait for each other instead of both waiting; a later statement then reads what is so now.
 *
 * @param leaseIds a SELECT of lease IDs
 */
export async function lockLeases(trx: Trx, leaseIds: RawBuilder<unknown>): Promise<void> {
  await sql`
    WITH held AS (
      SELECT lease_id FROM leases WHERE lease_id IN (${leaseIds}) ORDER BY lease_id FOR NO KEY UPDATE
    )
    SELECT count(*) FROM held`.execute(trx);
}
