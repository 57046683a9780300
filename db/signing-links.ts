import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MessageId } from '../domain/ids';
import type { LeaseStatus } from '../domain/lease-status';
import type { LeasePricing } from '../domain/pricing';
import { tokenHash } from './contracts';
import type { Db } from './database';

/** What a page may say of a signing link without opening the agreement: nothing of the customer. */
export interface SigningLinkRow {
  leaseId: LeaseId;
  round: number;
  language: 'en' | 'es';
  status: LeaseStatus;
  /** of the lease's contract today; null when it has none */
  currentRound: number | null;
  isBlocked: boolean;
  isSigned: boolean;
  /** refused cards of this lease, over all its contracts */
  declinedCount: number;
  /** as signed: a later lower price changes nothing here */
  pricing: LeasePricing;
  timeZone: string;
  /** of the merchant: where the page may be shown inside another */
  embedOrigins: string[];
}

/** The link with this token, dead or alive, as its lease stands today; undefined for a token that never existed. */
export async function readSigningLink(db: Db, token: string): Promise<SigningLinkRow | undefined> {
  return await db
    .selectFrom('signing_links')
    .innerJoin('leases', 'leases.lease_id', 'signing_links.lease_id')
    .innerJoin('stores', 'stores.store_id', 'leases.store_id')
    .innerJoin('merchants', 'merchants.merchant_id', 'leases.merchant_id')
    .innerJoin('agreements', (join) =>
      join
        .onRef('agreements.lease_id', '=', 'signing_links.lease_id')
        .onRef('agreements.round', '=', 'signing_links.round'),
    )
    .innerJoin('invoices', (join) =>
      join
        .onRef('invoices.lease_id', '=', 'signing_links.lease_id')
        .onRef('invoices.round', '=', 'signing_links.round'),
    )
    .leftJoin('signatures', (join) =>
      join
        .onRef('signatures.lease_id', '=', 'signing_links.lease_id')
        .onRef('signatures.round', '=', 'signing_links.round'),
    )
    .select(['signing_links.lease_id as leaseId', 'signing_links.round', 'agreements.language', 'leases.status'])
    .select(['leases.contract_round as currentRound', 'leases.is_blocked as isBlocked', 'invoices.pricing'])
    .select(['stores.time_zone as timeZone', 'merchants.embed_origins as embedOrigins'])
    .select(sql<boolean>`signatures.lease_id IS NOT NULL`.as('isSigned'))
    .select((row) =>
      row
        .selectFrom('timeline')
        .select(sql<number>`count(*)::int`.as('count'))
        .whereRef('timeline.lease_id', '=', 'signing_links.lease_id')
        .where('timeline.type', '=', 'initial_payment.declined')
        .$asScalar()
        .$notNull()
        .as('declinedCount'),
    )
    .where('signing_links.token_hash', '=', tokenHash(token))
    .executeTakeFirst();
}

/** When a request was taken in, by the clock of the wall; undefined for one that was never made. */
export async function requestReceivedAt(db: Db, messageId: MessageId): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('requests')
    .select('received_at')
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row?.received_at;
}
