import type { CalendarDate } from '../../../domain/calendar-date';
import { assertNever } from '../../../domain/errors';
import type { LeaseView } from '../../../domain/lease-view';
import { lastDayBefore } from '../../pages/formatting';
import type { DeskLease } from './desk-port';

/** What a store has to do about a lease now; `untilOn` is the last day on which it can. */
export type NextStep =
  | { kind: 'wait_for_decision' | 'bring_documents' | 'wait_for_review' | 'wait_for_card' | 'wait_for_payment' }
  | { kind: 'enter_order' | 'wait_for_signature'; untilOn: CalendarDate | null }
  | { kind: 'deliver' | 'deliver_overdue' | 'deliver_rest' }
  | { kind: 'wait_for_delivery_date'; deliveredOn: CalendarDate }
  | { kind: 'new_application' | 'reopen' | 'nothing_denied' | 'call_support' }
  | { kind: 'wait_for_run' | 'wait_for_release' | 'wait_for_bank' | 'nothing_paid' | 'check_account' };

export type NextStepKind = NextStep['kind'];

export type StepFacts = Pick<DeskLease, 'isBlocked' | 'isOverdue' | 'timeZone'> & {
  shipments: readonly Pick<DeskLease['shipments'][number], 'deliveredOn'>[];
};

/** Every status has one: who opens a lease must not have to ask what to do with it. */
export function nextStep(lease: LeaseView, facts: StepFacts): NextStep {
  const untilOn = (deadline: LeaseView['approvalExpiresAt']) =>
    deadline === null ? null : lastDayBefore(deadline, facts.timeZone);
  switch (lease.status) {
    case 'pre_approved':
      return { kind: 'bring_documents' };
    case 'pending':
      return { kind: 'wait_for_decision' };
    case 'in_process':
      return { kind: 'wait_for_review' };
    case 'approved':
      return { kind: 'enter_order', untilOn: untilOn(lease.approvalExpiresAt) };
    case 'denied':
      return { kind: 'nothing_denied' };
    case 'approval_expired':
      return { kind: 'new_application' };
    case 'contracts':
      if (facts.isBlocked) return { kind: 'call_support' };
      return { kind: 'wait_for_signature', untilOn: untilOn(lease.contractsExpireAt) };
    case 'contracts_expired':
      return { kind: 'reopen' };
    case 'contracts_received':
      return { kind: 'wait_for_card' };
    case 'lease_accepted':
      return beforeDelivery(lease, facts);
    case 'funded':
      return afterDelivery(lease);
    default:
      return assertNever(lease.status);
  }
}

function beforeDelivery(lease: LeaseView, { isBlocked, isOverdue, shipments }: StepFacts): NextStep {
  if (isBlocked) return { kind: 'call_support' };
  if (lease.fundingScheduledFor) return { kind: 'wait_for_delivery_date', deliveredOn: lease.fundingScheduledFor };
  if (!lease.isOkToDeliver) return { kind: 'wait_for_payment' };
  if (shipments.length > 0) return { kind: 'deliver_rest' };
  return { kind: isOverdue ? 'deliver_overdue' : 'deliver' };
}

function afterDelivery({ fundingState }: LeaseView): NextStep {
  switch (fundingState) {
    case 'not_eligible':
    case 'scheduled':
    case 'eligible':
      return { kind: 'wait_for_run' };
    case 'held':
      return { kind: 'wait_for_release' };
    case 'in_file':
      return { kind: 'wait_for_bank' };
    case 'settled':
      return { kind: 'nothing_paid' };
    case 'bank_returned':
      return { kind: 'check_account' };
    default:
      return assertNever(fundingState);
  }
}
