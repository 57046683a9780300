import type { Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { LeaseId } from '../ids';
import { APPROVAL_DAYS, DENIAL_REVIEW_DAYS } from '../lease-policy';
import { endOfDayAfter, localDate } from '../store-clock';
import type { NewEvent } from './events';
import { accept, type Acceptance, type Judgement } from './judgement';
import type { Approval, LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

/** Approved: the 90 days start today, whoever decided (T1, T4, T5, T7). */
export function approve(lease: LeaseState, limitCents: Cents, at: Instant, events: NewEvent[] = []): Acceptance {
  const expiresAt = endOfDayAfter(lease.clock, localDate(lease.clock, at), APPROVAL_DAYS);
  return accept(lease, at, { status: 'approved', approval: { limitCents, expiresAt }, denialFinalAt: null }, events);
}

/**
 * T29: the customer checks out in the merchant's other channel, where this approval is not valid. It ends here and
 * goes on under a new lease ID.
 */
export function moveApproval(lease: LeaseState, toLeaseId: LeaseId, at: Instant): Judgement {
  if (lease.status !== 'approved') return refuseForStatus(lease, 'approvalMoved');
  return accept(lease, at, { status: 'approval_expired' }, [{ type: 'approval.moved', data: { toLeaseId } }]);
}

/** T29, the other side: approved for the same amount and until the same instant; moving buys no time. */
export function takeOverApproval(lease: LeaseState, approval: Approval, at: Instant): Acceptance {
  const fromLeaseId = lease.origin.movedApproval?.fromLeaseId ?? null;
  return accept(lease, at, { status: 'approved', approval }, [{ type: 'approval.taken_over', data: { fromLeaseId } }]);
}

/** Denied, with a lease ID all the same; support may open a review until the denial is final (T6). */
export function deny(lease: LeaseState, at: Instant, events: NewEvent[] = []): Acceptance {
  const denialFinalAt = endOfDayAfter(lease.clock, localDate(lease.clock, at), DENIAL_REVIEW_DAYS);
  return accept(lease, at, { status: 'denied', denialFinalAt }, events);
}
