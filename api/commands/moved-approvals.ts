import { findMovableApproval, movedFrom } from '../../db/applications';
import type { Cipher } from '../../db/cipher';
import type { Trx } from '../../db/database';
import { findLease } from '../../db/leases';
import type { StoreWithMerchant } from '../../db/stores';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import type { Envelope } from '../../domain/lease/recording';
import type { LeaseOrigin } from '../../domain/lease/state';
import type { ApplicationContent } from '../ports';
import { type CommandDeps, VERDICT_WAIT_MS } from './deps';
import { messageIdFor } from './message-ids';
import { tell } from './tell';

/** Only a web checkout of a merchant whose approvals are not shared between channels (domain.md C7). */
export async function movableApproval(
  trx: Trx,
  cipher: Cipher,
  { store, merchant }: StoreWithMerchant,
  { customer }: ApplicationContent,
): Promise<LeaseId | null> {
  if (store.kind !== 'web' || merchant.channel_approvals !== 'reissued') return null;
  return await findMovableApproval(trx, cipher, { merchantId: merchant.merchant_id, ssn: customer.ssn });
}

/**
 * T29: ends the approval of the other channel; only if that lease agrees does the new one carry it on. A repeat hears
 * the same verdict, so an approval is taken over once.
 * @throws LeaseError UNAVAILABLE while that lease has not answered: nothing has been started, the caller repeats
 */
export async function takeApprovalOver(
  deps: CommandDeps,
  leaseId: LeaseId,
  by: Envelope,
): Promise<LeaseOrigin['movedApproval']> {
  const fromLeaseId = await movedFrom(deps.db, leaseId);
  if (!fromLeaseId) return undefined;
  const { outcome } = await tell(deps, {
    ...by,
    messageId: messageIdFor(deps.cipher, 'moved-approval', by.messageId),
    leaseId: fromLeaseId,
    scope: 'moved-approval',
    operationId: 'moveApproval',
    body: { toLeaseId: leaseId },
    report: { event: 'approvalMoved', toLeaseId: leaseId },
    waitMs: VERDICT_WAIT_MS,
  });
  if (outcome === 'pending') throw new LeaseError('UNAVAILABLE', 'the approval is still being moved');
  const from = await findLease(deps.db, fromLeaseId);
  if (outcome !== 'accepted' || !from?.approval_limit_cents || !from.approval_expires_at) return undefined;
  return { fromLeaseId, limitCents: from.approval_limit_cents, expiresAt: from.approval_expires_at };
}
