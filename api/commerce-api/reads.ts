import type { Cipher } from '../../db/cipher';
import { keepCommerceNote } from '../../db/commerce-notes';
import type { Db } from '../../db/database';
import { newestAuthorization } from '../../db/return-authorizations';
import { readOrder } from '../../db/returns';
import { verdictAnswer } from '../../db/verdicts';
import type { Cents } from '../../domain/cents';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import { invoiceLeftCents } from '../../domain/returns/lines-left';
import { actorOf } from '../commands/message-ids';
import { requireLease } from '../reads/tenancy';
import type { CommerceReads } from './port';

export function commerceReads({ db, cipher }: { db: Db; cipher: Cipher }): CommerceReads {
  return {
    async cart(caller, leaseId) {
      const lease = await requireLease(db, caller, leaseId);
      const order = await readOrder(db, lease);
      if (!order) throw new LeaseError('NOT_FOUND', 'the lease has no cart');
      const signingUrl = lease.status === 'contracts' ? await signingUrlOf(db, cipher, leaseId, order.round) : null;
      const invoiceTotalCents: Cents = lease.invoice_total_cents ?? invoiceLeftCents(order.left);
      return { cartId: order.round, signingUrl, invoiceTotalCents, left: order.left };
    },

    async newestAuthorizationCode(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      return await newestAuthorization(db, cipher, leaseId);
    },

    async note(caller, leaseId, kind, body) {
      await requireLease(db, caller, leaseId);
      await keepCommerceNote(db, cipher, { leaseId, kind, body, notedBy: actorOf(caller) });
    },
  };
}

/** SQL knows only the hash of a link's token; the link itself stands in the answer that brought it, sealed. */
async function signingUrlOf(db: Db, cipher: Cipher, leaseId: LeaseId, round: number): Promise<string | null> {
  const verdict = await db
    .selectFrom('invoices')
    .innerJoin('verdicts', 'verdicts.message_id', 'invoices.message_id')
    .selectAll('verdicts')
    .where('invoices.lease_id', '=', leaseId)
    .where('invoices.round', '=', round)
    .executeTakeFirst();
  const answer = verdict && (verdictAnswer(cipher, verdict) as { signingUrl?: string } | null);
  return answer?.signingUrl ?? null;
}
