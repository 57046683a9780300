import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Trx } from './database';

/**
 * The bank has settled what of our sent runs was due by this day and did not come back; merchants have their money. A
 * run whose last entry left the bank is settled too.
 */
export async function settleEntries(trx: Trx, businessOn: CalendarDate, at: Instant): Promise<void> {
  await sql`
    WITH settled AS (
      UPDATE ach_entries entry SET state = 'settled'
        FROM funding_runs run
       WHERE run.run_id = entry.run_id AND run.state = 'sent'
         AND entry.state = 'in_file' AND entry.effective_on <= ${businessOn}
      RETURNING entry.run_id, entry.merchant_id, entry.purpose
    ), lines AS (
      UPDATE funding_lines line SET state = 'settled'
        FROM settled
       WHERE settled.purpose = 'funding' AND line.run_id = settled.run_id AND line.merchant_id = settled.merchant_id
         AND line.state = 'in_file'
      RETURNING line.lease_id, line.kind
    )
    UPDATE leases SET funding_state = 'settled', updated_at = ${at}
      FROM lines WHERE lines.kind = 'funding' AND leases.lease_id = lines.lease_id`.execute(trx);
  await sql`
    UPDATE funding_runs run SET state = 'settled'
     WHERE state = 'sent'
       AND NOT EXISTS (SELECT FROM ach_entries entry WHERE entry.run_id = run.run_id AND entry.state = 'in_file')`.execute(
    trx,
  );
}
