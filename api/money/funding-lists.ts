import { type RawBuilder, sql } from 'kysely';
import type { Db } from '../../db/database';
import { FUNDING_LINES, type FundingLineRow } from '../../db/funding-report';
import { cents } from '../../domain/cents';
import type { Caller, Page } from '../ports';
import { decodeCursor, encodeCursor } from '../reads/cursor';
import type { FundingFilters, FundingView } from './fundings-port';

const PLACE = [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, /^[\x21-\x7e]{1,200}$/];

const ANY = sql`true`;

/** A retailer's own rows, or those of all merchants. */
export function visibleTo({ kind, merchantId }: Caller, column: string): RawBuilder<unknown> {
  return kind === 'retailer' ? sql`${sql.ref(column)} = ${merchantId}::text` : ANY;
}

/** A page of funding lines, newest first; a cursor continues after the last one seen, whatever was added meanwhile. */
export async function listFundings(db: Db, caller: Caller, filters: FundingFilters): Promise<Page<FundingView>> {
  const { limit } = filters;
  const { rows } = await sql<FundingLineRow>`${FUNDING_LINES}
   WHERE ${sql.join([visibleTo(caller, 'line.merchant_id'), ...conditions(filters)], sql` AND `)}
   ORDER BY line.posted_at DESC, line.funding_id DESC
   LIMIT ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.posted_at, last.funding_id]) : null;
  return { data: page.map(fundingView), nextCursor };
}

function conditions({ from, to, state, leaseId, runId, cursor }: FundingFilters): RawBuilder<unknown>[] {
  const dayOn = sql`coalesce(run.business_on, (line.posted_at AT TIME ZONE 'America/New_York')::date)`;
  return [
    from ? sql`${dayOn} >= ${from}::date` : ANY,
    to ? sql`${dayOn} <= ${to}::date` : ANY,
    state ? sql`line.state = ${state}` : ANY,
    leaseId ? sql`line.lease_id = ${leaseId}` : ANY,
    runId ? sql`line.run_id = ${runId}` : ANY,
    cursor ? after(cursor) : ANY,
  ];
}

function after(cursor: string): RawBuilder<unknown> {
  const [postedAt, fundingId] = decodeCursor(cursor, PLACE);
  return sql`(line.posted_at, line.funding_id) < (${postedAt}::timestamptz, ${fundingId})`;
}

export function fundingView(row: FundingLineRow): FundingView {
  return {
    fundingId: row.funding_id,
    leaseId: row.lease_id,
    kind: row.kind,
    grossCents: row.gross_cents,
    adjustmentCents: row.adjustment_cents,
    netCents: cents(row.gross_cents + row.adjustment_cents),
    state: row.state,
    runId: row.run_id,
    traceNumber: row.trace_number,
    effectiveOn: row.effective_on,
    invoiceNumber: row.invoice_number,
  };
}
