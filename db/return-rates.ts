import { sql } from 'kysely';
import {
  RATE_DEBITS_MIN_COUNT,
  RATE_LIMITS,
  RATE_WINDOW_DAYS,
  rateWindowFromOn,
  WARNING_PERCENT,
} from '../domain/bank-file/return-rates';
import type { CalendarDate } from '../domain/calendar-date';
import type { Trx } from './database';

/**
 * Raises what the bank's own watch would: of the debits that settled in the window, how many came back, class by class,
 * at 80 % of a limit and at it. Once a class and day, in one statement.
 */
export async function watchReturnRates(trx: Trx, today: CalendarDate): Promise<void> {
  await sql`
    WITH debits AS MATERIALIZED (
      SELECT return_code FROM ach_entries
       WHERE purpose IN ('debit', 'retry') AND effective_on BETWEEN ${rateWindowFromOn(today)}::date AND ${today}::date
    ), rates AS (
      SELECT watched."rateClass" AS class, watched."limitBps"::bigint AS limit_bps, count(*) AS debits,
             count(*) FILTER (WHERE return_code IS NOT NULL
               AND (watched.codes IS NULL OR return_code = ANY(watched.codes))) AS returned
        FROM debits, json_to_recordset(${JSON.stringify(RATE_LIMITS)}::json)
                       AS watched("rateClass" text, "limitBps" int, codes text[])
       GROUP BY class, limit_bps
    ), alarms AS (
      SELECT *, CASE WHEN returned * 10000 >= limit_bps * debits THEN 'return_rate_exceeded'
                     ELSE 'return_rate_warning' END AS kind
        FROM rates
       WHERE debits >= ${RATE_DEBITS_MIN_COUNT} AND returned * 10000 * 100 >= limit_bps * debits * ${WARNING_PERCENT}
    )
    INSERT INTO exceptions (exception_id, kind, detail, raised_on)
    SELECT format('%s:%s:%s', kind, class, ${today}::text), kind,
           format('%s: %s of %s debits of %s days came back; the limit is %s basis points',
                  class, returned, debits, ${String(RATE_WINDOW_DAYS)}::text, limit_bps),
           ${today}::date
      FROM alarms
        ON CONFLICT (exception_id) DO NOTHING`.execute(trx);
}
