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
  const isVisible = row && (caller.kind !== 'retailer' || row.merchant_id === caller.merchantId);
  if (!isVisible) throw new LeaseError('LEASE_NOT_FOUND', 'no such lease');
  return row;
}
