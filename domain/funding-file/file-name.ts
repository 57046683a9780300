import { calendarDate, isCalendarDate, type CalendarDate } from '../calendar-date';

/** What the name of a batch funding file says (domain.md 4.2). */
export interface FundingFileName {
  merchantId: string;
  on: CalendarDate;
  /** text: `001` and `1` are two files */
  sequence: string;
}

/** Neither the date nor the sequence holds an underscore, so the merchant's ID may: `FUND_mer_bestsofa_20261125_001.csv`. */
const NAME = /^FUND_([A-Za-z0-9_-]{1,64})_(\d{4})(\d{2})(\d{2})_([A-Za-z0-9-]{1,20})\.csv$/;

/**
 * Reads `FUND_{merchantId}_{YYYYMMDD}_{seq}.csv`. Nothing that could be a path gets through. The date need not be
 * today's: a file may be late.
 *
 * @returns undefined for any other name, also for a date that does not exist
 */
export function readFundingFileName(name: string): FundingFileName | undefined {
  const [, merchantId = '', year = '', month = '', day = '', sequence = ''] = NAME.exec(name) ?? [];
  const on = `${year}-${month}-${day}`;
  return isCalendarDate(on) ? { merchantId, on: calendarDate(on), sequence } : undefined;
}

/** The name of the answer to a file, whatever the file is called. */
export function resultFileName(name: string): string {
  return `RESULT_${name}`;
}
