import type { CalendarDate } from '../calendar-date';
import type { Cents } from '../cents';

export type RowOutcome = 'accepted' | 'scheduled' | 'repeat' | 'rejected';

/** What becomes of a row (domain.md 4.4), and how it counts in the totals. The codes are never reworded. */
export const ROW_OUTCOMES = {
  FUNDED: 'accepted',
  SCHEDULED: 'scheduled',
  ALREADY_FUNDED: 'repeat',
  DUPLICATE_IN_FILE: 'rejected',
  INVALID_LEASE_ID: 'rejected',
  LEASE_NOT_FOUND: 'rejected',
  NOT_SIGNED: 'rejected',
  NOT_OK_TO_DELIVER: 'rejected',
  EXPIRED: 'rejected',
  DENIED: 'rejected',
  CANCELLED: 'rejected',
  RETURNED: 'rejected',
  AMOUNT_MISMATCH: 'rejected',
  NAME_MISMATCH: 'rejected',
  STORE_MISMATCH: 'rejected',
  DELIVERY_DATE_INVALID: 'rejected',
  DELIVERY_DATE_OUT_OF_WINDOW: 'rejected',
  DELIVERED_BEFORE_SIGNED: 'rejected',
  PARTIAL_DELIVERY: 'rejected',
  HELD: 'rejected',
  // Not in domain.md: a lease that does not answer for minutes must not keep the report of all others.
  NOT_ANSWERED: 'rejected',
} as const satisfies Record<string, RowOutcome>;

export type RowCode = keyof typeof ROW_OUTCOMES;

/** What the words of a code are made of. Plain JSON, kept with the row; dates and amounts only, never a person's. */
export interface RowDetail {
  /** the lease's invoice, US cents */
  expectedCents?: Cents;
  /** how the row's amount lies to the expected one; it may also be none that can be read */
  amount?: 'lower' | 'higher' | 'unreadable';
  /** the days that would have been taken */
  earliestOn?: CalendarDate;
  latestOn?: CalendarDate;
  /** how far the row's date is from the store's day */
  distanceDays?: number;
  /** the delivery date on record, or the one the lease will fund on */
  deliveredOn?: CalendarDate;
  signedOn?: CalendarDate;
  /** the ID looks as if a spreadsheet had made a number of it */
  isSpreadsheetNumber?: true;
}

export interface RowResult {
  code: RowCode;
  detail: RowDetail;
}

export function rowResult(code: RowCode, detail: RowDetail = {}): RowResult {
  return { code, detail };
}
