import { sql } from 'kysely';
import type { Db } from '../../db/database';
import { leaseView } from '../../db/leases';
import type { LeaseStatus } from '../../domain/lease-status';
import type { LeaseView } from '../../domain/lease-view';
import type { Caller, LeaseFilters, Page } from '../ports';
import { decodeCursor, encodeCursor } from './cursor';

const PLACE = [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/, /^\d{7,10}$/];

/** A page of leases, newest first; a cursor continues after the last one seen, whatever was added meanwhile. */
export async function listLeases(db: Db, caller: Caller, filters: LeaseFilters): Promise<Page<LeaseView>> {
  const { limit, cursor } = filters;
  let query = db.selectFrom('leases').selectAll();
  if (caller.kind === 'retailer') query = query.where('merchant_id', '=', caller.merchantId);
  if (caller.storeIds) query = query.where(sql<boolean>`store_id = any(${[...caller.storeIds]})`);
  if (filters.status) query = query.where('status', '=', filters.status as LeaseStatus);
  if (filters.storeId) query = query.where(sql<boolean>`store_id = ${filters.storeId}`);
  if (filters.invoiceNumber) query = query.where('invoice_number', '=', filters.invoiceNumber);
  if (filters.updatedSince) query = query.where(sql<boolean>`updated_at >= ${filters.updatedSince}`);
  if (cursor) {
    const [createdAt, leaseId] = decodeCursor(cursor, PLACE);
    query = query.where(sql<boolean>`(created_at, lease_id) < (${createdAt}::timestamptz, ${leaseId})`);
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('lease_id', 'desc')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const nextCursor = rows.length > limit && last ? encodeCursor([last.created_at, last.lease_id]) : null;
  return { data: page.map(leaseView), nextCursor };
}
