import { assertNever } from '../errors';
import type { FoundLease } from './found-lease';
import type { RowCode } from './row-result';

/**
 * What a lease's standing says to a delivery (domain.md 4.4). One that is blocked is held as long as it could still
 * fund: another signature would not help it.
 *
 * @returns undefined for the one standing that says yes
 */
export function codeOfStanding(lease: FoundLease): RowCode | undefined {
  switch (lease.status) {
    case 'pre_approved':
    case 'pending':
    case 'in_process':
      return 'NOT_SIGNED';
    case 'approved':
      return lease.wasCancelled ? 'CANCELLED' : 'NOT_SIGNED';
    case 'denied':
      return 'DENIED';
    case 'approval_expired':
    case 'contracts_expired':
      return 'EXPIRED';
    case 'contracts':
      if (lease.isBlocked) return 'HELD';
      return lease.isCardRefused ? 'NOT_OK_TO_DELIVER' : 'NOT_SIGNED';
    case 'contracts_received':
      return lease.isBlocked ? 'HELD' : 'NOT_OK_TO_DELIVER';
    case 'lease_accepted':
      return lease.isBlocked ? 'HELD' : undefined;
    case 'funded':
      return lease.servicingState === 'returned' ? 'RETURNED' : 'ALREADY_FUNDED';
    default:
      return assertNever(lease.status);
  }
}
