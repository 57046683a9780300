import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId, MessageId } from '../domain/ids';
import type { ReturnFact } from '../domain/lease/servicing-answer';

/** Written as JSON text, read back parsed. */
type Json<Value> = ColumnType<Value, string, string>;

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

/** The customer's side of money. */
export interface ServicingTables {
  payments: PaymentsTable;
  payment_applications: PaymentApplicationsTable;
  late_fees: LateFeesTable;
  return_authorizations: ReturnAuthorizationsTable;
  returns: ReturnsTable;
  credit_invoices: CreditInvoicesTable;
  purchase_quotes: PurchaseQuotesTable;
  notices: NoticesTable;
  exceptions: ExceptionsTable;
}
