import { type Selectable, sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId, StoreId } from '../domain/ids';
import { tokenHash } from './contracts';
import type { Db } from './database';
import type { PortalHandoversTable } from './schema-portal';

/** Long enough to fill in a form in a store, too short for a link that was left behind. */
const HANDOVER_MINUTES = 60;

export interface NewHandover {
  /** 256 random bits; kept as a hash */
  token: string;
  merchantId: MerchantId;
  storeId: StoreId;
  language: 'en' | 'es';
  /** user ID */
  startedBy: string;
}

export async function insertHandover(db: Db, handover: NewHandover): Promise<void> {
  await db
    .insertInto('portal_handovers')
    .values({
      token_hash: tokenHash(handover.token),
      merchant_id: handover.merchantId,
      store_id: handover.storeId,
      language: handover.language,
      started_by: handover.startedBy,
      expires_at: sql<Instant>`now() + make_interval(mins => ${HANDOVER_MINUTES})`,
      lease_id: null,
    })
    .execute();
}

export interface FoundHandover extends Omit<Selectable<PortalHandoversTable>, 'token_hash' | 'expires_at'> {
  merchant_name: string;
  store_name: string;
  time_zone: string;
}

/** A hand-over that still counts; undefined once it is too old, or its starter may no longer sign in. */
export async function findHandover(db: Db, token: string): Promise<FoundHandover | undefined> {
  return await db
    .selectFrom('portal_handovers as handover')
    .innerJoin('portal_users as starter', 'starter.user_id', 'handover.started_by')
    .innerJoin('merchants', 'merchants.merchant_id', 'handover.merchant_id')
    .innerJoin('stores', 'stores.store_id', 'handover.store_id')
    .select(['handover.merchant_id', 'handover.store_id', 'handover.language', 'started_by', 'handover.lease_id'])
    .select(['merchants.name as merchant_name', 'stores.name as store_name', 'stores.time_zone'])
    .where('token_hash', '=', tokenHash(token))
    .where('handover.expires_at', '>', sql<Instant>`now()`)
    .where('starter.is_active', '=', true)
    .executeTakeFirst();
}

/** The lease that came of a hand-over; the first one stays. */
export async function finishHandover(db: Db, token: string, leaseId: LeaseId): Promise<void> {
  await db
    .updateTable('portal_handovers')
    .set({ lease_id: leaseId })
    .where('token_hash', '=', tokenHash(token))
    .where('lease_id', 'is', null)
    .execute();
}
