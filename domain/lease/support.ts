import type { Instant } from '../calendar-date';
import type { Cents } from '../cents';
import { approve, deny } from './approve';
import type { NewEvent } from './events';
import { accept, refuse, type Judgement } from './judgement';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

/** T6: merchant services takes a denial up again, until it is final: its story has ended then, and would not act. */
export function openReview(lease: LeaseState, at: Instant): Judgement {
  if (lease.status !== 'denied' || !lease.denialFinalAt) return refuseForStatus(lease, 'reviewOpened');
  return accept(lease, at, { status: 'in_process', denialFinalAt: null }, [{ type: 'review.opened' }]);
}

interface HumanDecision {
  decision: 'approved' | 'denied';
  approvalLimitCents?: Cents;
}

/** T7: the review ends; an approval starts its 90 days now. */
export function closeReview(lease: LeaseState, decided: HumanDecision, at: Instant): Judgement {
  if (lease.status !== 'in_process') return refuseForStatus(lease, 'reviewClosed');
  return decide(lease, decided, at, 'review.closed');
}

/** T4: the documents of a Pre-approved customer are in and decided on. */
export function receiveDocuments(lease: LeaseState, decided: HumanDecision, at: Instant): Judgement {
  if (lease.status !== 'pre_approved') return refuseForStatus(lease, 'documentsReceived');
  return decide(lease, decided, at, 'documents.received');
}

/** Without a limit of their own, people approve for what the engine proposed. */
function decide(
  lease: LeaseState,
  { decision, approvalLimitCents }: HumanDecision,
  at: Instant,
  type: 'review.closed' | 'documents.received',
): Judgement {
  const events: NewEvent[] = [{ type, data: { decision } }];
  if (decision === 'denied') return deny(lease, at, events);
  const limitCents = approvalLimitCents ?? lease.proposedLimitCents;
  if (!limitCents) return refuse(lease, 'VALIDATION_FAILED', 'approvalLimitCents is needed: the engine proposed none');
  return approve(lease, limitCents, at, events);
}

/** T12: expired contracts go back to Approved with an empty cart; the 90 days go on as they were. */
export function reinstate(lease: LeaseState, at: Instant): Judgement {
  if (lease.status !== 'contracts_expired') return refuseForStatus(lease, 'reinstated');
  if (lease.isBlocked) return refuse(lease, 'LEASE_BLOCKED', 'card attempts blocked this lease');
  return accept(lease, at, { status: 'approved', contract: null }, [{ type: 'contract.reinstated' }]);
}
