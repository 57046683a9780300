import type { Instant } from '../calendar-date';
import { STATUS_LABELS } from '../lease-status';
import { startOfDay } from '../store-clock';
import { type LeaseState, openErrand } from './state';

/** When a scheduled delivery funds: 00:00 store time of its day (T21). */
export function fundingDueAt(lease: LeaseState): Instant | null {
  return lease.fundingScheduledFor && startOfDay(lease.clock, lease.fundingScheduledFor);
}

/** When an undelivered order becomes a question for a person (T28). Asked once. */
export function overdueAt(lease: LeaseState): Instant | null {
  return lease.isOverdueReported ? null : (lease.approval?.expiresAt ?? null);
}

/** The earlier of two instants, either of which may not exist. */
export function earlier(one: Instant | null, other: Instant | null): Instant | null {
  if (!one || !other) return one ?? other;
  return one < other ? one : other;
}

/** What silence on contracts means: the deadline that came first names the ending, the approval's when equal. */
export function unsignedEnding({ contract, approval }: LeaseState): 'approvalRanOut' | 'contractsRanOut' {
  return contract?.expiresAt === approval?.expiresAt ? 'approvalRanOut' : 'contractsRanOut';
}

/** What silence on an accepted lease means: its scheduled day has come, or day 90 has passed without a delivery. */
export function undelivered(lease: LeaseState): 'fundingFellDue' | 'deliveryOverdue' {
  const dueAt = fundingDueAt(lease);
  return dueAt && dueAt === earlier(dueAt, overdueAt(lease)) ? 'fundingFellDue' : 'deliveryOverdue';
}

/** The instant at which the lease will act by itself; null when it only waits for others. */
export function actsAt(lease: LeaseState): Instant | null {
  switch (lease.status) {
    case 'approved':
    case 'contracts_expired':
      return lease.approval?.expiresAt ?? null;
    case 'contracts':
      return lease.contract?.expiresAt ?? null;
    case 'lease_accepted':
      return earlier(fundingDueAt(lease), overdueAt(lease));
    case 'denied':
      return lease.denialFinalAt;
    default:
      return null;
  }
}

/** What operators look at: the same, and an overdue order keeps the deadline it has missed. */
export function nextDeadline(lease: LeaseState): Instant | null {
  const missed = lease.status === 'lease_accepted' ? lease.approval?.expiresAt : undefined;
  return actsAt(lease) ?? missed ?? null;
}

const WAITS_FOR: Partial<Record<LeaseState['status'], string>> = {
  pending: 'the decision engine',
  pre_approved: "the customer's documents",
  in_process: 'merchant services to end the review',
  denied: 'a review, if support opens one',
  approved: "the store's invoice",
  contracts: "the customer's signature and initial payment",
  contracts_expired: 'reinstatement by support',
  lease_accepted: 'confirmation that the whole order is delivered',
  funded: 'returns, payments or pay-off',
};

/** An errand is done in a moment; one that is read about is stuck with whom it needs. */
const WAITS_IN: Partial<Record<NonNullable<ReturnType<typeof openErrand>>, string>> = {
  capture: 'the card processor to take the initial payment',
  refund: 'the card processor to give the initial payment back',
  opening: 'its journal entries and its payment schedule to be written',
  asking: 'a reported return, payment or purchase to be carried out',
};

/** One line for an operator: what the lease waits for and until when. */
export function describeWait(lease: LeaseState): string {
  const label = STATUS_LABELS[lease.status];
  const errand = openErrand(lease);
  const errandWait = errand && WAITS_IN[errand];
  if (errandWait) return `**${label}**: waits for ${errandWait}.`;

  if (lease.servicingEnd) return `**${label}**: ended, ${lease.servicingEnd.replaceAll('_', ' ')}.`;
  const waitsFor = WAITS_FOR[lease.status];
  if (!waitsFor) return `**${label}**.`;
  const until = actsAt(lease);
  const overdue =
    lease.isOverdueReported && lease.status === 'lease_accepted' ? ' **Overdue: not delivered by day 90.**' : '';
  const scheduled = lease.fundingScheduledFor ? ` Delivery is scheduled for ${lease.fundingScheduledFor}.` : '';
  const blocked = lease.isBlocked ? ' **Blocked: too many card attempts.**' : '';
  return `**${label}**: waits for ${waitsFor}${until ? ` until ${readable(until)}` : ''}.${scheduled}${overdue}${blocked}`;
}

/** `2027-01-24 06:00 UTC`: deadlines fall on whole minutes. */
function readable(at: Instant): string {
  return `${at.slice(0, 16).replace('T', ' ')} UTC`;
}
