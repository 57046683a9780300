import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';
import type { MerchantProgram } from '../domain/program';

export interface ProgramChangesTable {
  merchant_id: MerchantId;
  number: number;
  /** written as JSON text, read back parsed */
  program: ColumnType<MerchantProgram, string, never>;
  changed_by: string;
  changed_at: Generated<Instant>;
}

/** A day of a daily run as the caller was told of it. */
export interface AnsweredDay {
  businessOn: CalendarDate;
  fundingRunId: string;
  collectionRunId: string;
}

export interface DailyRunRequestsTable {
  as_of_on: CalendarDate;
  requested_by: string;
  /** the first answer, written as JSON text, read back parsed */
  days: ColumnType<AnsweredDay[] | null, string | null | undefined, string>;
  requested_at: Generated<Instant>;
}

/** What people of operations decide, and who it was. */
export interface OperationsTables {
  program_changes: ProgramChangesTable;
  daily_run_requests: DailyRunRequestsTable;
}
