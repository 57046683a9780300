import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId, MessageId } from '../domain/ids';
import type { ReturnFact } from '../domain/lease/servicing-answer';

/** Written as JSON text, read back parsed. */
type Json<Value> = ColumnType<Value, string, string>;

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

export type PaymentKind = 'initial' | 'scheduled' | 'one_time' | 'late_fee' | 'refund' | 'reversal' | 'buyout';
export type PaymentState = 'pending' | 'posted' | 'returned' | 'refunded' | 'cancelled';

export interface PaymentsTable {
  payment_id: string;
  lease_id: LeaseId;
  kind: PaymentKind;
  /** of the scheduled payment or of the late fee's payment */
  number: number | null;
  due_on: CalendarDate | null;
  pay_on: CalendarDate | null;
  posted_on: CalendarDate | null;
  effective_on: CalendarDate | null;
  amount_cents: Cents;
  method: 'card' | 'bank_account';
  card_reference: string | null;
  /** trace number of the newest entry, or the processor's reference */
  reference: string | null;
  /** the payment a refund or reversal belongs to */
  refund_of: string | null;
  state: PaymentState;
  message_id: MessageId | null;
  created_at: Instant;
}

export interface PaymentApplicationsTable {
  payment_id: string;
  lease_id: LeaseId;
  target: 'rent' | 'fee';
  number: number;
  amount_cents: Cents;
  applied_on: CalendarDate;
}

export interface LateFeesTable {
  fee_id: string;
  lease_id: LeaseId;
  payment_number: number;
  due_on: CalendarDate;
  assessed_on: CalendarDate;
  days_late: number;
  /** the governing US state */
  state: string;
  rule: string;
  cap_cents: Cents | null;
  amount_cents: Cents;
  waived_cents: Generated<Cents>;
  waived_reason: string | null;
  paid_cents: Generated<Cents>;
  is_filed: Generated<boolean>;
}

export interface ReturnAuthorizationsTable {
  code_hash: Buffer;
  lease_id: LeaseId;
  message_id: MessageId;
  valid_until_at: Instant;
  /** the return that used it */
  used_by: string | null;
}

export interface ReturnedLine {
  lineNumber: number;
  quantity?: number;
  amountCents: Cents;
}

export interface ReturnsTable {
  return_id: string;
  lease_id: LeaseId;
  number: number;
  message_id: MessageId;
  /** of the contract whose order it takes from */
  round: number;
  action_type: 'return' | 'price_adjustment';
  is_whole: boolean;
  returned_on: CalendarDate;
  /** the later of the day it was posted and the newest run's: which payments came before it */
  business_on: CalendarDate;
  credit_invoice_number: string | null;
  lines: Json<ReturnedLine[]>;
  merchant_debit_cents: Cents;
  customer_refund_cents: Cents;
  /** the first answer, given again to a repeat */
  fact: Json<ReturnFact>;
  posted_at: Instant;
}

export interface CreditInvoicesTable {
  return_id: string;
  media_type: string;
  sha256: string;
  byte_count: number;
  content: Buffer;
  received_at: Instant;
}

export interface PurchaseQuotesTable {
  quote_id: string;
  lease_id: LeaseId;
  as_of_on: CalendarDate;
  good_through_on: CalendarDate;
  amount_cents: Cents;
  formula: string;
  breakdown: Json<{ label: string; amountCents: Cents }[]>;
  state_of_account: string;
  accepted_by: MessageId | null;
}

export interface NoticesTable {
  notice_id: string;
  lease_id: LeaseId;
  kind: 'debit_reminder' | 'amount_changed' | 'purchase_option' | 'late_fee' | 'debit_returned';
  made_on: CalendarDate;
  data: Json<Record<string, unknown>>;
}

export interface ExceptionsTable {
  exception_id: string;
  kind: string;
  lease_id: LeaseId | null;
  merchant_id: MerchantId | null;
  trace_number: string | null;
  detail: string;
  raised_on: CalendarDate;
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
export interface MoneyTables {
  bank_accounts: BankAccountsTable;
  funding_lines: FundingLinesTable;
  funding_runs: FundingRunsTable;
  funding_run_merchants: FundingRunMerchantsTable;
  collection_runs: CollectionRunsTable;
  ach_files: AchFilesTable;
  ach_entries: AchEntriesTable;
  payments: PaymentsTable;
  payment_applications: PaymentApplicationsTable;
  late_fees: LateFeesTable;
  return_authorizations: ReturnAuthorizationsTable;
  returns: ReturnsTable;
  credit_invoices: CreditInvoicesTable;
  purchase_quotes: PurchaseQuotesTable;
  notices: NoticesTable;
  exceptions: ExceptionsTable;
  bank_files: BankFilesTable;
  bank_file_entries: BankFileEntriesTable;
  sandbox_bank_files: SandboxBankFilesTable;
}
