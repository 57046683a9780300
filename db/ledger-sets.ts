import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { MovementKind } from '../domain/ledger';
import { MOVEMENTS } from '../domain/ledger-movements';
import type { Trx } from './database';

/**
 * Posts one entry for each row of a query: a whole run's events in one statement, whatever their number.
 *
 * A key that was posted before is passed over. Run it in the transaction that makes the rows what they are, so that
 * the same rows cannot come back with other amounts.
 *
 * @param rows a SELECT of `business_key text, lease_id text, merchant_id text, amount_cents bigint`, amounts above zero
 * @param occurredAt business time of all of them
 * @returns how many entries were posted
 */
export async function postMovements(
  trx: Trx,
  kind: MovementKind,
  rows: RawBuilder<unknown>,
  occurredAt: Instant,
): Promise<number> {
  const { debit, credit } = MOVEMENTS[kind];
  const { rows: counted } = await sql<{ posted: number }>`
    WITH events AS MATERIALIZED (${rows}), fresh AS (
      INSERT INTO journal_entries (business_key, kind, lease_id, merchant_id, occurred_at)
      SELECT business_key, ${kind}, lease_id, merchant_id, ${occurredAt}::timestamptz FROM events
       ORDER BY business_key
          ON CONFLICT (business_key) DO NOTHING
      RETURNING entry_id, business_key
    ), lines AS (
      INSERT INTO postings (entry_id, line, account, lease_id, merchant_id, debit_cents, credit_cents)
      SELECT entry_id, line, account, lease_id, merchant_id,
             CASE WHEN line = 1 THEN amount_cents ELSE 0 END, CASE WHEN line = 2 THEN amount_cents ELSE 0 END
        -- Two sets of unknown size: as a full join they cannot meet row by row, whatever the planner expects.
        FROM fresh FULL JOIN events USING (business_key)
       CROSS JOIN (VALUES (1::smallint, ${debit}), (2::smallint, ${credit})) AS sides(line, account)
       WHERE coalesce(entry_id, 0) > 0
    )
    SELECT count(*) AS posted FROM fresh`.execute(trx);
  return counted[0]?.posted ?? 0;
}
