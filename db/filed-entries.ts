import { type RawBuilder, sql } from 'kysely';
import type { FiledEntry } from '../domain/bank-file/judge-answers';
import type { Trx } from './database';

/** The leases that these entries touch: whoever changes what they owe holds them first. */
export const leasesOfEntries = (traceNumbers: readonly string[]): RawBuilder<unknown> =>
  sql`SELECT lease_id FROM ach_entries WHERE trace_number = ANY(${[...traceNumbers]}::text[])`;

/** Our entries with these trace numbers, locked in one order until the transaction ends. */
export async function takeFiledEntries(
  trx: Trx,
  traceNumbers: readonly string[],
): Promise<ReadonlyMap<string, FiledEntry>> {
  const { rows } = await sql<FiledEntry>`
    SELECT trace_number AS "traceNumber", run_id AS "runId", purpose, transaction_code AS "transactionCode",
           amount_cents AS "amountCents", effective_on AS "effectiveOn", merchant_id AS "merchantId",
           lease_id AS "leaseId", payment_id AS "paymentId", account_id AS "accountId", state,
           (SELECT coalesce(json_agg(known.code), '[]') FROM bank_file_entries known
             WHERE known.trace_number = entry.trace_number AND known.result = 'applied' AND known.code LIKE 'C%'
           ) AS "changeCodes"
      FROM ach_entries entry
     WHERE trace_number = ANY(${[...new Set(traceNumbers)]}::text[])
     ORDER BY trace_number
       FOR UPDATE OF entry`.execute(trx);
  return new Map(rows.map((entry) => [entry.traceNumber, entry]));
}
