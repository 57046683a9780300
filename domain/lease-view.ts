import type { CalendarDate, Instant } from './calendar-date';
import type { Cents } from './cents';
import type { LeaseId, MerchantId, StoreId } from './ids';
import type { FundingState, LeaseStatus, ServicingState } from './lease-status';

/** A lease as every caller sees it (api.md "Lease"). What does not apply yet is null. No personal data. */
export interface LeaseView {
  leaseId: LeaseId;
  status: LeaseStatus;
  statusLabel: string;
  version: number;
  merchantId: MerchantId;
  storeId: StoreId;
  approvalLimitCents: Cents | null;
  approvalExpiresAt: Instant | null;
  contractsExpireAt: Instant | null;
  invoiceNumber: string | null;
  invoiceTotalCents: Cents | null;
  isOkToDeliver: boolean;
  fundingScheduledFor: CalendarDate | null;
  deliveredOn: CalendarDate | null;
  fundedAt: Instant | null;
  fundingState: FundingState;
  servicingState: ServicingState | null;
  createdAt: Instant;
  updatedAt: Instant;
}

/** One line of a lease's timeline (api.md "timeline"). `data` holds ids, amounts and codes only. */
export interface TimelineEvent {
  sequence: number;
  type: string;
  at: Instant;
  actor: string;
  channel: string;
  data: Record<string, unknown>;
}
