import type { Selectable } from 'kysely';
import type { LeaseId, StoreId } from '../domain/ids';
import type { ProgramTerms } from '../domain/program';
import type { Db, Trx } from './database';
import type { MerchantsTable, StoresTable } from './schema';

export interface StoreWithMerchant {
  store: Selectable<StoresTable>;
  merchant: Selectable<MerchantsTable>;
}

export async function findStore(db: Db | Trx, storeId: StoreId): Promise<StoreWithMerchant | undefined> {
  const store = await db.selectFrom('stores').selectAll().where('store_id', '=', storeId).executeTakeFirst();
  if (!store) return undefined;
  const merchant = await db
    .selectFrom('merchants')
    .selectAll()
    .where('merchant_id', '=', store.merchant_id)
    .executeTakeFirstOrThrow();
  return { store, merchant };
}

/** IANA name. @throws Error when the lease is unknown */
export async function storeTimeZone(db: Db | Trx, leaseId: LeaseId): Promise<string> {
  const row = await db
    .selectFrom('leases')
    .innerJoin('stores', 'stores.store_id', 'leases.store_id')
    .select('stores.time_zone')
    .where('leases.lease_id', '=', leaseId)
    .executeTakeFirstOrThrow();
  return row.time_zone;
}

export function programTerms(merchant: Selectable<MerchantsTable>): ProgramTerms {
  return {
    totalToOwnBps: merchant.total_to_own_bps,
    initialPaymentCents: merchant.initial_payment_cents,
    minInvoiceCents: merchant.min_invoice_cents,
    maxInvoiceCents: merchant.max_invoice_cents,
    termMonths: merchant.term_months,
  };
}
