import type { Db } from '../../db/database';
import { findLease, type LeaseRow } from '../../db/leases';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import type { Caller } from '../ports';

/**
 * The lease, if it exists for this caller: a retailer's own, or any for our own people.
 * @throws LeaseError LEASE_NOT_FOUND, in the same words for an unknown lease and for another retailer's
 */
export async function requireLease(db: Db, caller: Caller, leaseId: LeaseId): Promise<LeaseRow> {
  const row = await findLease(db, leaseId);
  if (!row || !isVisible(caller, row)) throw new LeaseError('LEASE_NOT_FOUND', 'no such lease');
  return row;
}

/** A retailer's own, of a clerk's own stores; all for our own people. */
function isVisible({ kind, merchantId, storeIds }: Caller, lease: LeaseRow): boolean {
  if (kind !== 'retailer') return true;
  return lease.merchant_id === merchantId && (storeIds?.includes(lease.store_id) ?? true);
}
