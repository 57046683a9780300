import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { NoticeEventType } from '../domain/notice-events';
import type { Trx } from './database';

/**
 * One event a lease of what became of its funding, recorded with the fact itself and once, whatever the number of
 * leases.
 *
 * @param lines rows of `funding_lines` as `line`, with what `data` needs beside them
 * @param suffix tells apart what may happen to one line more than once
 */
export function toldOf(
  type: NoticeEventType,
  at: Instant,
  { lines, data, suffix }: { lines: RawBuilder<unknown>; data: RawBuilder<unknown>; suffix: RawBuilder<unknown> },
): RawBuilder<unknown> {
  return sql`
    INSERT INTO events (event_id, merchant_id, lease_id, type, at, data)
    SELECT 'evt_' || ${type.replace('.', '_')}::text || '_' || line.funding_id || '_' || ${suffix}, line.merchant_id,
           line.lease_id, ${type}, ${at}::timestamptz,
           jsonb_build_object('fundingId', line.funding_id, 'runId', line.run_id,
                              'netCents', line.gross_cents + line.adjustment_cents) || ${data}
      FROM ${lines} WHERE line.kind = 'funding'
     ORDER BY line.funding_id
        ON CONFLICT (event_id) DO NOTHING`;
}

/** The bank has paid the lines of these runs; what was only set off against debts was not paid. */
export async function tellOfPaid(trx: Trx, runIds: readonly string[], at: Instant): Promise<void> {
  const lines = sql`
    (SELECT paid.*, trace_number, effective_on
       FROM funding_lines paid
       JOIN funding_run_merchants share USING (run_id, merchant_id) JOIN funding_runs USING (run_id)
      WHERE run_id = ANY(${runIds}::text[]) AND paid.state = 'settled' AND trace_number IS NOT NULL) AS line`;
  const data = sql`jsonb_build_object('traceNumber', line.trace_number, 'effectiveOn', line.effective_on)`;
  await sql`${toldOf('funding.paid', at, { lines, data, suffix: sql`line.run_id` })}`.execute(trx);
}

/** A run is above the release limit: its money waits for a second person. */
export async function tellOfHeldRun(trx: Trx, runId: string, at: Instant): Promise<void> {
  const lines = sql`
    (SELECT * FROM funding_lines WHERE run_id = ${runId} AND state = 'held') AS line`;
  const data = sql`jsonb_build_object('reason', 'release_limit')`;
  await sql`${toldOf('funding.held', at, { lines, data, suffix: sql`line.run_id` })}`.execute(trx);
}

/** These credits came back from the bank, with what they had paid. */
export async function tellOfReturned(trx: Trx, traceNumbers: readonly string[], at: Instant): Promise<void> {
  if (traceNumbers.length === 0) return;
  const lines = sql`
    (SELECT returned.*, trace_number, return_code
       FROM ach_entries JOIN funding_lines returned USING (run_id, merchant_id)
      WHERE trace_number = ANY(${traceNumbers}::text[]) AND returned.state = 'bank_returned') AS line`;
  const data = sql`jsonb_build_object('traceNumber', line.trace_number, 'returnCode', line.return_code)`;
  await sql`${toldOf('funding.returned', at, { lines, data, suffix: sql`line.trace_number` })}`.execute(trx);
}
