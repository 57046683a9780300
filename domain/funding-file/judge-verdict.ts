import { addDays, daysBetween, type CalendarDate } from '../calendar-date';
import type { ErrorCode } from '../errors';
import { DELIVERY_WINDOW_DAYS } from '../lease-policy';
import type { LeaseStatus } from '../lease-status';
import type { FoundLease } from './found-lease';
import { onRecord } from './judge-row';
import { codeOfStanding } from './judge-standing';
import type { FundingRow } from './read-row';
import { type RowResult, rowResult } from './row-result';

/** The lease's verdict on `deliveryConfirmed`, as its row has it. */
export interface DeliveryVerdict {
  outcome: 'accepted' | 'refused';
  code: ErrorCode | null;
  from: LeaseStatus;
  /** after the verdict */
  status: LeaseStatus;
  /** the store's date of the verdict's instant */
  judgedOn: CalendarDate;
}

/**
 * What the lease's verdict means for the row. The same verdict always means the same, however much later it is read.
 *
 * @param found as it was before the lease was told
 * @param after as the lease is now
 */
export function afterVerdict(
  { deliveredOn }: Pick<FundingRow, 'deliveredOn'>,
  verdict: DeliveryVerdict,
  found: FoundLease,
  after: { signedOn: CalendarDate | null; deliveredOn: CalendarDate | null },
): RowResult {
  if (verdict.outcome === 'accepted') {
    return rowResult(verdict.status === 'funded' ? 'FUNDED' : 'SCHEDULED', { deliveredOn });
  }
  switch (verdict.code) {
    case 'DELIVERY_DATE_OUT_OF_WINDOW':
      return rowResult(verdict.code, windowAround(verdict.judgedOn, deliveredOn));
    case 'DELIVERED_BEFORE_SIGNED':
      return rowResult(verdict.code, after.signedOn === null ? {} : { signedOn: after.signedOn });
    // The invoice became another one between our look at it and the lease's verdict.
    case 'INVOICE_TOTAL_MISMATCH':
      return rowResult('AMOUNT_MISMATCH');
    case 'PARTIAL_DELIVERY':
      return rowResult(verdict.code);
    case 'LEASE_BLOCKED':
      return rowResult('HELD');
    default: {
      // What refuses an accepted lease for a reason the file has no code for needs a person.
      const code = codeOfStanding({ ...found, status: verdict.from }) ?? 'HELD';
      return onRecord(code, after);
    }
  }
}

function windowAround(today: CalendarDate, deliveredOn: CalendarDate) {
  return {
    earliestOn: addDays(today, -DELIVERY_WINDOW_DAYS),
    latestOn: addDays(today, DELIVERY_WINDOW_DAYS),
    distanceDays: daysBetween(today, deliveredOn),
  };
}
