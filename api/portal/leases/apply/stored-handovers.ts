import { randomBytes } from 'node:crypto';
import type { Db } from '../../../../db/database';
import { findHandover, finishHandover, type FoundHandover, insertHandover } from '../../../../db/portal-handovers';
import { findStore } from '../../../../db/stores';
import { LeaseError } from '../../../../domain/errors';
import type { Caller } from '../../../ports';
import type { Handover, Handovers } from './handovers-port';

/** Hand-overs as SQL keeps them. */
export const storedHandovers = (db: Db): Handovers => ({
  async start(caller, { storeId, language }) {
    const { merchantId, storeIds, keyId } = caller;
    const found = await findStore(db, storeId);
    const isOwn = found?.store.merchant_id === merchantId && (storeIds?.includes(storeId) ?? true);
    if (merchantId === null || !isOwn) throw new LeaseError('NOT_FOUND', 'no such store');
    const token = randomBytes(32).toString('base64url');
    await insertHandover(db, { token, merchantId, storeId, language, startedBy: keyId });
    return token;
  },

  async find(token) {
    const row = await findHandover(db, token);
    return row && handoverOf(row);
  },

  finish: (token, leaseId) => finishHandover(db, token, leaseId),
});

function handoverOf(row: FoundHandover): Handover {
  return {
    caller: callerOf(row),
    storeId: row.store_id,
    storeName: row.store_name,
    timeZone: row.time_zone,
    merchantName: row.merchant_name,
    language: row.language,
    leaseId: row.lease_id,
  };
}

/** The clerk, with no more rights than the one application needs. */
const callerOf = ({ started_by, merchant_id, store_id }: FoundHandover): Caller => ({
  keyId: started_by,
  kind: 'retailer',
  merchantId: merchant_id,
  scopes: ['leases:read', 'leases:write'],
  storeIds: [store_id],
  channel: 'portal',
});
