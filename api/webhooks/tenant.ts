import type { Db, Trx } from '../../db/database';
import { findEndpoint, type WebhookEndpointRow } from '../../db/webhook-endpoints';
import { LeaseError } from '../../domain/errors';
import type { MerchantId } from '../../domain/ids';
import type { Caller } from '../ports';

/**
 * Whose endpoints these are. An endpoint hears of every store, so a clerk of some has no business with it.
 * @throws LeaseError FORBIDDEN
 */
export function merchantOf({ merchantId, storeIds }: Caller): MerchantId {
  if (merchantId === null || storeIds)
    throw new LeaseError('FORBIDDEN', 'endpoints are for whoever acts for a retailer');
  return merchantId;
}

/** @throws LeaseError NOT_FOUND, in the same words for an unknown endpoint, a deleted one and another retailer's */
export async function requireEndpoint(db: Db | Trx, caller: Caller, endpointId: string): Promise<WebhookEndpointRow> {
  const row = await findEndpoint(db, merchantOf(caller), endpointId);
  if (!row) throw new LeaseError('NOT_FOUND', 'no such webhook endpoint');
  return row;
}
