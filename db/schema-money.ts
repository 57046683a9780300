import type { Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { ServicingTables } from './schema-servicing';

export type * from './schema-servicing';

export type BankAccountState = 'proposed' | 'prenoting' | 'usable' | 'unusable' | 'replaced';

export interface BankAccountsTable {
  account_id: string;
  merchant_id: MerchantId | null;
  lease_id: LeaseId | null;
  /** sealed `BankAccount` */
  details: Buffer;
  state: BankAccountState;
  source: string;
  proposed_by: string;
  confirmed_by: string | null;
  confirmed_on: CalendarDate | null;
  /** the earliest effective date of a live entry */
  usable_from_on: CalendarDate | null;
  created_at: Instant;
}

export type FundingLineKind = 'funding' | 'return' | 'price_adjustment' | 'fee' | 'carry';
export type FundingLineState = 'eligible' | 'held' | 'in_file' | 'settled' | 'bank_returned';

export interface FundingLinesTable {
  funding_id: string;
  merchant_id: MerchantId;
  lease_id: LeaseId | null;
  invoice_number: string | null;
  kind: FundingLineKind;
  gross_cents: Generated<Cents>;
  /** signed: a line's net is gross plus this */
  adjustment_cents: Generated<Cents>;
  /** Workflow time: which run takes it */
  posted_at: Instant;
  run_id: string | null;
  state: Generated<FundingLineState>;
}

export type FundingRunState = 'held' | 'released' | 'sent' | 'settled';

export interface FundingRunsTable {
  run_id: string;
  business_on: CalendarDate;
  cut_off_at: Instant;
  state: FundingRunState;
  effective_on: CalendarDate | null;
  paid_cents: Cents;
  released_by: string | null;
}

export interface FundingRunMerchantsTable {
  run_id: string;
  merchant_id: MerchantId;
  gross_cents: Cents;
  adjustments_cents: Cents;
  carry_in_cents: Cents;
  carry_out_cents: Cents;
  paid_cents: Cents;
  trace_number: string | null;
}

export interface CollectionRunsTable {
  run_id: string;
  business_on: CalendarDate;
  cut_off_at: Instant;
  state: 'released' | 'sent' | 'settled';
  effective_on: CalendarDate | null;
  debit_cents: Generated<Cents>;
  refund_cents: Generated<Cents>;
}

export interface AchFilesTable {
  run_id: string;
  name: string;
  created_on: CalendarDate;
  file_id_modifier: string;
  sha256: string;
  /** sealed text of the file */
  content: Buffer;
  sent_at: Instant | null;
}

export type AchPurpose = 'funding' | 'prenote' | 'debit' | 'retry' | 'refund';

export interface AchEntriesTable {
  trace_number: string;
  run_id: string;
  purpose: AchPurpose;
  entry_class: 'CCD' | 'PPD' | 'WEB';
  transaction_code: string;
  amount_cents: Cents;
  effective_on: CalendarDate;
  merchant_id: MerchantId | null;
  lease_id: LeaseId | null;
  payment_id: string | null;
  /** null: the account given in the application */
  account_id: string | null;
  identification: string;
  /** the first presentment's trace number */
  retry_of: string | null;
  state: Generated<'in_file' | 'settled' | 'returned'>;
  returned_on: CalendarDate | null;
  return_code: string | null;
}

export interface BankFilesTable {
  file_id: string;
  sha256: string;
  name: string;
  created_on: CalendarDate;
  content: Buffer;
  applied_at: Instant | null;
}

export type BankFileResult =
  'applied' | 'parked_duplicate' | 'parked_unknown_trace' | 'parked_late' | 'parked_unexpected';

export interface BankFileEntriesTable {
  file_id: string;
  position: number;
  trace_number: string;
  code: string;
  result: BankFileResult;
  reason: string | null;
}

export interface SandboxBankFilesTable {
  name: string;
  direction: 'to_bank' | 'from_bank';
  available_on: CalendarDate;
  content: Buffer;
}

/** Everything money needs beside the ledger. */
export interface MoneyTables extends ServicingTables {
  bank_accounts: BankAccountsTable;
  funding_lines: FundingLinesTable;
  funding_runs: FundingRunsTable;
  funding_run_merchants: FundingRunMerchantsTable;
  collection_runs: CollectionRunsTable;
  ach_files: AchFilesTable;
  ach_entries: AchEntriesTable;
  bank_files: BankFilesTable;
  bank_file_entries: BankFileEntriesTable;
  sandbox_bank_files: SandboxBankFilesTable;
}
