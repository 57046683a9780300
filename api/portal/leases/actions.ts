import { assertNever } from '../../../domain/errors';
import type { LeaseView } from '../../../domain/lease-view';
import type { DeskLease } from './desk-port';

/** What somebody at the store's desk may do with a lease. */
export type DeskAction = 'enter_order' | 'show_signing' | 'deliver' | 'cancel' | 'return' | 'lower_price';

export type ActionFacts = Pick<DeskLease, 'isBlocked' | 'storeKind'> & { shipments: readonly unknown[] };

/** Only what is offered. What is sent all the same, the lease judges: it may have moved on since the page was opened. */
export function deskActions(lease: LeaseView, facts: ActionFacts): readonly DeskAction[] {
  if (facts.isBlocked) return [];
  switch (lease.status) {
    case 'approved':
      return ['enter_order'];
    case 'contracts':
      return ['show_signing', 'enter_order', 'cancel'];
    case 'contracts_received':
      return ['cancel'];
    case 'lease_accepted':
      return [
        ...(lease.isOkToDeliver ? (['deliver'] as const) : []),
        ...(facts.storeKind === 'web' ? (['return', 'lower_price'] as const) : []),
        ...(facts.shipments.length === 0 ? (['cancel'] as const) : []),
      ];
    case 'funded':
      return isOver(lease.servicingState) ? [] : ['return', 'lower_price'];
    case 'pre_approved':
    case 'pending':
    case 'in_process':
    case 'denied':
    case 'approval_expired':
    case 'contracts_expired':
      return [];
    default:
      return assertNever(lease.status);
  }
}

/** Goods that came back, or are the customer's own, do not come back again. */
function isOver(servicingState: LeaseView['servicingState']): boolean {
  switch (servicingState) {
    case null:
    case 'active':
    case 'past_due':
    case 'recovery_plan':
    case 'suspended':
    case 'charged_off':
      return false;
    case 'returned':
    case 'owned_by_term':
    case 'owned_by_buyout':
    case 'surrendered':
      return true;
    default:
      return assertNever(servicingState);
  }
}
