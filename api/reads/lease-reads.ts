import type { Cipher } from '../../db/cipher';
import { findSigningLink, readAgreement } from '../../db/contracts';
import type { Db } from '../../db/database';
import { leaseView } from '../../db/leases';
import { readSchedule } from '../../db/schedules';
import { readShipments } from '../../db/shipments';
import { findStore, programTerms } from '../../db/stores';
import { LeaseError } from '../../domain/errors';
import { storeId } from '../../domain/ids';
import { priceLease } from '../../domain/pricing';
import type { LeaseReads } from '../ports';
import { readCustomer } from './customers';
import { listLeases } from './lease-lists';
import { lookUpLeases } from './lookups';
import { readMessage } from './messages';
import { firstDueOn } from './schedules';
import { requireLease } from './tenancy';
import { readTimeline } from './timelines';

/** All reads; each begins by asking whether the lease exists for this caller. */
export function leaseReads(db: Db, cipher: Cipher): LeaseReads {
  return {
    byId: async (caller, leaseId) => leaseView(await requireLease(db, caller, leaseId)),
    list: (caller, filters) => listLeases(db, caller, filters),
    lookup: (caller, key) => lookUpLeases(db, cipher, caller, key),

    async pricing(caller, leaseId) {
      const { pricing } = await requireLease(db, caller, leaseId);
      if (!pricing) throw new LeaseError('NOT_FOUND', 'the lease has no invoice');
      return { ...pricing, firstDueOn: await firstDueOn(db, leaseId) };
    },

    async estimate(caller, id, cashPriceCents, payFrequency) {
      const found = await findStore(db, storeId(id));
      const isOwn = found && (caller.kind !== 'retailer' || found.store.merchant_id === caller.merchantId);
      if (!isOwn) throw new LeaseError('NOT_FOUND', 'no such store');
      const terms = programTerms(found.merchant);
      if (cashPriceCents < terms.minInvoiceCents)
        throw new LeaseError('BELOW_MINIMUM', `at least ${terms.minInvoiceCents} cents`);
      if (cashPriceCents > terms.maxInvoiceCents)
        throw new LeaseError('ABOVE_MAXIMUM', `at most ${terms.maxInvoiceCents} cents`);
      return priceLease(cashPriceCents, terms, payFrequency);
    },

    async schedule(caller, leaseId) {
      return await readSchedule(db, await requireLease(db, caller, leaseId));
    },

    async shipments(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      return await readShipments(db, leaseId);
    },

    async timeline(caller, leaseId, page) {
      await requireLease(db, caller, leaseId);
      return await readTimeline(db, leaseId, page);
    },

    async message(caller, leaseId, messageId) {
      await requireLease(db, caller, leaseId);
      return await readMessage(db, cipher, caller, leaseId, messageId);
    },

    async customer(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      return await readCustomer(db, cipher, leaseId);
    },

    async agreement(token) {
      const link = await findSigningLink(db, token);
      if (!link) throw new LeaseError('NOT_FOUND', 'no such signing link');
      const lease = await db
        .selectFrom('leases')
        .select(['status', 'contract_round', 'is_blocked'])
        .where('lease_id', '=', link.leaseId)
        .executeTakeFirstOrThrow();
      if (lease.status !== 'contracts' || lease.contract_round !== link.round) {
        throw new LeaseError('SIGNING_LINK_DEAD', 'the agreement was signed, replaced, cancelled or has expired');
      }
      const { sha256, content } = await readAgreement(db, cipher, link);
      return { ...(content as object), agreementSha256: sha256 };
    },
  };
}
