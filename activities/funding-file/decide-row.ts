import { fundingRunId } from '../../db/run-ids';
import type { FoundVerdict, NamedLease } from '../../db/funding-file-leases';
import type { DecidedRow } from '../../db/funding-file-rows';
import { nextBankingDay } from '../../domain/banking-calendar';
import type { CalendarDate } from '../../domain/calendar-date';
import type { FoundLease } from '../../domain/funding-file/found-lease';
import { beforeTelling } from '../../domain/funding-file/judge-row';
import { afterVerdict } from '../../domain/funding-file/judge-verdict';
import type { FundingRow } from '../../domain/funding-file/read-row';
import { type RowResult, rowResult } from '../../domain/funding-file/row-result';
import { findNamedStore, type StoreDirectory } from '../../domain/funding-file/store-names';
import { bankingDayAt } from '../new-york';

/** A row, and the lease it names, if it is one of the merchant's. */
export interface ReadableRow {
  rowNumber: number;
  row: FundingRow;
  lease: NamedLease | undefined;
}

/** What a row is compared with beside its lease. */
export interface Surroundings {
  stores: StoreDirectory;
  /** the newest funding run; undefined before the first */
  newestRunOn: CalendarDate | undefined;
}

/** What can be said without asking the lease. */
export function decideUnasked({ rowNumber, row, lease }: ReadableRow, around: Surroundings): DecidedRow | 'tell' {
  const result = beforeTelling(row, lease && foundLease(row, lease, around));
  return result === 'tell' ? 'tell' : rejected(rowNumber, result, lease);
}

/** What the lease's verdict makes of the row. Amounts in US cents. */
export function decideByVerdict(
  { rowNumber, row, lease }: ReadableRow & { lease: NamedLease },
  verdict: FoundVerdict,
  around: Surroundings,
): DecidedRow {
  const result = afterVerdict(row, verdict, foundLease(row, lease, around), lease);
  if (result.code !== 'FUNDED') return rejected(rowNumber, result, lease);
  const funding = fundingOf(lease, around);
  // The amount was compared with the invoice before the lease was told.
  return { rowNumber, result, leaseStatus: lease.status, fundedCents: row.amountCents, funding };
}

/** Nobody answered for minutes: the report of all the others goes out. */
export function decideUnanswered({ rowNumber, lease }: ReadableRow): DecidedRow {
  return rejected(rowNumber, rowResult('NOT_ANSWERED'), lease);
}

function foundLease(row: FundingRow, lease: NamedLease, { stores }: Surroundings): FoundLease {
  const { customer, fundedCents, ...known } = lease;
  if (!customer) throw new Error(`the customer of lease ${lease.leaseId} cannot be read`);
  const namedStoreId = findNamedStore(stores, row.storeName);
  return { ...known, customer, namedStoreId, ...(fundedCents === null ? {} : { fundedInvoiceCents: fundedCents }) };
}

function rejected(rowNumber: number, result: RowResult, lease: NamedLease | undefined): DecidedRow {
  return { rowNumber, result, leaseStatus: lease?.status ?? null, fundedCents: null, funding: null };
}

/** The run that has taken the lease, or the one that will. In a sandbox the runs may be ahead of the lease's own time. */
function fundingOf(lease: NamedLease, { newestRunOn }: Surroundings): DecidedRow['funding'] {
  const { runId, effectiveOn, fundedAt } = lease;
  if (runId !== null && effectiveOn !== null) return { runId, effectiveOn };
  if (fundedAt === null) return null;
  const dueOn = bankingDayAt(fundedAt);
  const businessOn = newestRunOn && newestRunOn >= dueOn ? nextBankingDay(newestRunOn) : dueOn;
  return { runId: fundingRunId(businessOn), effectiveOn: nextBankingDay(businessOn) };
}
