import type { Selectable } from 'kysely';
import type { LeaseId } from '../domain/ids';
import { STATUS_LABELS } from '../domain/lease-status';
import type { LeaseView } from '../domain/lease-view';
import type { LeaseProjection } from '../domain/lease/projection';
import type { Db, Trx } from './database';
import type { LeasesTable } from './schema';

/** A row of `leases` as it is read. */
export type LeaseRow = Selectable<LeasesTable>;

export async function findLease(db: Db | Trx, leaseId: LeaseId): Promise<LeaseRow | undefined> {
  return await db.selectFrom('leases').selectAll().where('lease_id', '=', leaseId).executeTakeFirst();
}

/** Holds the row until the transaction ends, so that two recorders of one lease cannot interleave. */
export async function lockLease(trx: Trx, leaseId: LeaseId): Promise<LeaseRow> {
  return await trx
    .selectFrom('leases')
    .selectAll()
    .where('lease_id', '=', leaseId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export async function updateLease(trx: Trx, leaseId: LeaseId, changes: Partial<LeaseRow>): Promise<void> {
  await trx.updateTable('leases').set(changes).where('lease_id', '=', leaseId).execute();
}

/** The projection's fields under their column names. */
export function leaseColumns(changes: Partial<LeaseProjection>): Partial<LeaseRow> {
  return Object.fromEntries(
    Object.entries(changes).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

export function leaseView(row: LeaseRow): LeaseView {
  return {
    leaseId: row.lease_id,
    status: row.status,
    statusLabel: STATUS_LABELS[row.status],
    version: row.version,
    merchantId: row.merchant_id,
    storeId: row.store_id,
    approvalLimitCents: row.approval_limit_cents,
    approvalExpiresAt: row.approval_expires_at,
    contractsExpireAt: row.contracts_expire_at,
    invoiceNumber: row.invoice_number,
    invoiceTotalCents: row.invoice_total_cents,
    isOkToDeliver: row.is_ok_to_deliver,
    fundingScheduledFor: row.funding_scheduled_for,
    deliveredOn: row.delivered_on,
    fundedAt: row.funded_at,
    fundingState: row.funding_state,
    servicingState: row.servicing_state,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
