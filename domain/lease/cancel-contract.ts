import type { Instant } from '../calendar-date';
import { accept, refuse, type Judgement } from './judgement';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

/**
 * T17: before Funded the store may call the order off. The lease is Approved again under the same ID and deadline,
 * a scheduled funding is dropped, and a captured initial payment is owed back. Not once part of it was shipped.
 */
export function cancelContract(lease: LeaseState, at: Instant): Judgement {
  switch (lease.status) {
    case 'contracts':
    case 'contracts_received':
    case 'lease_accepted':
      if (lease.isBlocked) return refuse(lease, 'LEASE_BLOCKED', 'card attempts blocked this lease');
      if (lease.shipments) return refuse(lease, 'ILLEGAL_TRANSITION', 'part of the order was shipped: it is returned');
      return accept(lease, at, calledOff(lease), [{ type: 'contract.cancelled', data: { round: lease.roundCount } }]);
    default:
      return refuseForStatus(lease, 'contractCancelled');
  }
}

/** The order is gone, and what was paid for it is owed back. */
export function calledOff({ initialPayment }: LeaseState): Partial<LeaseState> {
  return {
    status: 'approved',
    contract: null,
    signedOn: null,
    initialPayment: null,
    // A program without an initial payment has nothing to give back.
    refundDue: initialPayment?.amountCents ? initialPayment : null,
    shipments: null,
    fundingScheduledFor: null,
    isOverdueReported: false,
  };
}
