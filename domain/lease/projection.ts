import type { CalendarDate, Instant } from '../calendar-date';
import type { Cents } from '../cents';
import type { FundingState, LeaseStatus, ServicingState } from '../lease-status';
import type { LeasePricing } from '../pricing';
import type { LeaseState } from './state';

/** What SQL knows of a lease: ids, amounts, dates. One row of `leases`. */
export interface LeaseProjection {
  status: LeaseStatus;
  version: number;
  approvalLimitCents: Cents | null;
  approvalExpiresAt: Instant | null;
  contractRound: number | null;
  contractsExpireAt: Instant | null;
  invoiceTotalCents: Cents | null;
  deliveryState: string | null;
  totalToOwnCents: Cents | null;
  initialPaymentCents: Cents | null;
  pricing: LeasePricing | null;
  isOkToDeliver: boolean;
  isBlocked: boolean;
  isOverdue: boolean;
  /** nothing can happen to this lease any more, and its Workflow has closed */
  isOver: boolean;
  signedOn: CalendarDate | null;
  fundingScheduledFor: CalendarDate | null;
  deliveredOn: CalendarDate | null;
  fundedAt: Instant | null;
  fundingState: FundingState;
  servicingState: ServicingState | null;
  createdAt: Instant;
  updatedAt: Instant;
}

/** The row of a lease as SQL should have it. Amounts in US cents, instants in UTC, dates in the store's time zone. */
export function project(lease: LeaseState): LeaseProjection {
  const { approval, contract } = lease;
  return {
    status: lease.status,
    version: lease.version,
    approvalLimitCents: approval?.limitCents ?? null,
    approvalExpiresAt: approval?.expiresAt ?? null,
    contractRound: contract?.round ?? null,
    contractsExpireAt: contract?.expiresAt ?? null,
    invoiceTotalCents: contract?.invoiceTotalCents ?? null,
    deliveryState: contract?.deliveryState ?? null,
    totalToOwnCents: contract?.pricing.totalToOwnCents ?? null,
    initialPaymentCents: contract?.pricing.initialPaymentCents ?? null,
    pricing: contract?.pricing ?? null,
    isOkToDeliver: lease.initialPayment !== null,
    isBlocked: lease.isBlocked,
    isOverdue: lease.isOverdueReported && lease.status === 'lease_accepted',
    isOver: isOver(lease),
    signedOn: lease.signedOn,
    fundingScheduledFor: lease.fundingScheduledFor,
    deliveredOn: lease.deliveredOn,
    fundedAt: lease.fundedAt,
    fundingState: fundingState(lease),
    servicingState: lease.status === 'funded' ? (lease.servicingEnd ?? 'active') : null,
    createdAt: lease.createdAt,
    updatedAt: lease.updatedAt,
  };
}

function isOver({ status, denialFinalAt, servicingEnd }: LeaseState): boolean {
  return status === 'approval_expired' || (status === 'denied' && denialFinalAt === null) || servicingEnd !== null;
}

function fundingState(lease: LeaseState): FundingState {
  if (lease.status === 'funded') return 'eligible';
  return lease.fundingScheduledFor ? 'scheduled' : 'not_eligible';
}

/**
 * Only what changed travels to SQL: short histories, and a row is never overwritten with what it already says. The row
 * of an application says all of a new lease but the Workflow's own time of its beginning.
 */
export function projectionChanges(before: LeaseState, after: LeaseState): Partial<LeaseProjection> {
  const now = project(after);
  const was = before.version === 0 ? { ...project(before), createdAt: null } : project(before);
  return Object.fromEntries(
    Object.entries(now).filter(([field, value]) => value !== was[field as keyof LeaseProjection]),
  );
}
