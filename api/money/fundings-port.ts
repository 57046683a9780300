import type { CalendarDate } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { FundingLineKind, FundingLineState, FundingRunState } from '../../db/schema-money';
import type { Caller, Page } from '../ports';

export interface FundingFilters {
  /** business day of the run, or the day of the posting in New York while it has none */
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
  state?: FundingLineState | undefined;
  leaseId?: string | undefined;
  runId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

/** One event that adds to, or takes from, what a merchant is paid. */
export interface FundingView {
  fundingId: string;
  leaseId: LeaseId | null;
  kind: FundingLineKind;
  grossCents: Cents;
  adjustmentCents: Cents;
  netCents: Cents;
  state: FundingLineState;
  runId: string | null;
  traceNumber: string | null;
  effectiveOn: CalendarDate | null;
  invoiceNumber: string | null;
}

/** One merchant's part of a run, or all of it. */
export interface FundingRunView {
  runId: string;
  businessOn: CalendarDate;
  state: FundingRunState;
  grossCents: Cents;
  adjustmentsCents: Cents;
  carryInCents: Cents;
  carryOutCents: Cents;
  paidCents: Cents;
  /** null when nothing was paid, or to more than one merchant */
  traceNumber: string | null;
  effectiveOn: CalendarDate | null;
}

/** What merchants are paid; a retailer sees its own figures only, operations those of all merchants together. */
export interface FundingReads {
  list(caller: Caller, filters: FundingFilters): Promise<Page<FundingView>>;
  runs(caller: Caller, page: { limit: number; cursor?: string | undefined }): Promise<Page<FundingRunView>>;
  /** @throws LeaseError NOT_FOUND */
  run(caller: Caller, runId: string): Promise<FundingRunView>;
  /** The lines of a run and their total, CSV by RFC 4180. @throws LeaseError NOT_FOUND */
  report(caller: Caller, runId: string): Promise<string>;
}
