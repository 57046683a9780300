import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { Trx } from './database';

/** An account from which an entry came back is not paid into any more; what replaced it meanwhile is left alone. */
export async function markAccountsUnusable(trx: Trx, traceNumbers: readonly string[]): Promise<void> {
  if (traceNumbers.length === 0) return;
  await sql`
    UPDATE bank_accounts SET state = 'unusable'
     WHERE state IN ('prenoting', 'usable')
       AND account_id IN (SELECT account_id FROM ach_entries WHERE trace_number = ANY(${traceNumbers}::text[]))
  `.execute(trx);
}

/**
 * The lines that these credits had paid, and their leases: bank_returned. The leases stay Funded (domain.md 5.7), only
 * their funding state says it.
 */
export async function markLinesReturned(trx: Trx, traceNumbers: readonly string[], at: Instant): Promise<void> {
  if (traceNumbers.length === 0) return;
  await sql`
    WITH lines AS (
      UPDATE funding_lines line SET state = 'bank_returned'
        FROM ach_entries entry
       WHERE entry.trace_number = ANY(${traceNumbers}::text[])
         AND line.run_id = entry.run_id AND line.merchant_id = entry.merchant_id
         AND line.state IN ('in_file', 'settled')
      RETURNING line.lease_id, line.kind
    )
    UPDATE leases SET funding_state = 'bank_returned', updated_at = ${at}
      FROM lines WHERE lines.kind = 'funding' AND leases.lease_id = lines.lease_id`.execute(trx);
}

/**
 * What came back is owed to the merchant again: one line per credit, which the next run pays that finds a usable
 * account. Call it after {@link markAccountsUnusable}, which decides whether the line is held.
 */
export async function carryReturned(trx: Trx, traceNumbers: readonly string[], at: Instant): Promise<void> {
  if (traceNumbers.length === 0) return;
  await sql`
    INSERT INTO funding_lines (funding_id, merchant_id, kind, adjustment_cents, posted_at, state)
    SELECT 'FND-' || run_id || '-' || merchant_id || '-returned', merchant_id, 'carry', amount_cents, ${at},
           CASE WHEN EXISTS (SELECT FROM bank_accounts account
                              WHERE account.merchant_id = entry.merchant_id AND account.state = 'usable')
                THEN 'eligible' ELSE 'held' END
      FROM ach_entries entry WHERE trace_number = ANY(${traceNumbers}::text[])
        ON CONFLICT (funding_id) DO NOTHING`.execute(trx);
}
