import type { ColumnType, Generated } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { ErrorCode } from '../domain/errors';
import type { LeaseId, MerchantId, MessageId, StoreId } from '../domain/ids';
import type { FundingState, LeaseStatus, ServicingState } from '../domain/lease-status';
import type { LeasePricing } from '../domain/pricing';
import type { PayFrequency, ProgramTerms, RecoveryPlanTerms } from '../domain/program';
import type { InvoiceContent } from '../domain/invoice';
import type { ChannelTables } from './schema-channels';
import type { MoneyTables } from './schema-money';
import type { OperationsTables } from './schema-operations';

/** Written as JSON text, read back parsed. */
type Json<Value> = ColumnType<Value, string, string>;

export interface MerchantsTable {
  merchant_id: MerchantId;
  name: string;
  total_to_own_bps: number;
  initial_payment_cents: Cents;
  min_invoice_cents: Cents;
  max_invoice_cents: Cents;
  term_months: number;
  channel_approvals: Generated<'shared' | 'reissued'>;
  plans: ColumnType<RecoveryPlanTerms, RecoveryPlanTerms | string | undefined, string>;
  /** origins of pages that may show our signing page inside them */
  embed_origins: Generated<string[]>;
}

export interface StoresTable {
  store_id: StoreId;
  merchant_id: MerchantId;
  name: string;
  kind: 'store' | 'web';
  state: string;
  time_zone: string;
  customer_takes_goods: Generated<boolean>;
}

export interface ApiKeysTable {
  key_id: string;
  secret_hash: Buffer;
  kind: 'retailer' | 'support' | 'operations' | 'care';
  merchant_id: MerchantId | null;
  scopes: string[];
  created_at: Generated<Instant>;
  revoked_at: Generated<Instant | null>;
}

export interface RequestsTable {
  message_id: MessageId;
  caller: string;
  lease_id: LeaseId;
  operation_id: string;
  fingerprint: Buffer;
  request_id: string;
  actor: string;
  body: Buffer;
  received_at: Generated<Instant>;
}

export interface ApplicantsTable {
  lease_id: LeaseId;
  message_id: MessageId;
  merchant_id: MerchantId;
  store_id: StoreId;
  language: 'en' | 'es';
  home_state: string;
  pay_frequency: PayFrequency;
  last_paid_on: CalendarDate;
  next_paid_on: CalendarDate;
  /** the merchant's program on the day of the application */
  terms: Json<ProgramTerms>;
  /** the lease whose approval this application takes over (T29) */
  moved_from: LeaseId | null;
  details: Buffer;
  ssn_lookup: Buffer;
  last4_lookup: Buffer;
  phone_lookup: Buffer;
  birth_lookup: Buffer;
  /** the family name; null for applications older than the store portal */
  name_lookup: Buffer | null;
}

export interface LeasesTable {
  lease_id: LeaseId;
  merchant_id: MerchantId;
  store_id: StoreId;
  status: LeaseStatus;
  version: number;
  last_sequence: number;
  approval_limit_cents: Cents | null;
  approval_expires_at: Instant | null;
  contract_round: number | null;
  contracts_expire_at: Instant | null;
  invoice_number: string | null;
  invoice_total_cents: Cents | null;
  delivery_state: string | null;
  total_to_own_cents: Cents | null;
  initial_payment_cents: Cents | null;
  pricing: ColumnType<LeasePricing | null, string | null, LeasePricing | string | null>;
  is_ok_to_deliver: Generated<boolean>;
  is_blocked: Generated<boolean>;
  is_overdue: Generated<boolean>;
  is_over: Generated<boolean>;
  signed_on: CalendarDate | null;
  funding_scheduled_for: CalendarDate | null;
  delivered_on: CalendarDate | null;
  funded_at: Instant | null;
  funding_state: Generated<FundingState>;
  servicing_state: ServicingState | null;
  /** where the lease's audit log ends */
  audit_count: Generated<number>;
  audit_hash: Buffer | null;
  /** the customer agreed to recurring debits when signing */
  is_autopay: Generated<boolean>;
  autopay_class: Generated<'WEB' | 'PPD'>;
  /** why no debit may be filed all the same: a return code of the bank, or a wish of the customer */
  autopay_stop: string | null;
  created_at: Instant;
  updated_at: Instant;
}

export interface AuditLogTable {
  lease_id: LeaseId;
  number: number;
  at: Instant;
  actor: string;
  channel: string;
  request_id: string;
  message_id: MessageId;
  event: string;
  outcome: 'accepted' | 'refused';
  code: ErrorCode | null;
  version: number;
  previous_hash: Buffer;
  hash: Buffer;
}

export interface TimelineTable {
  lease_id: LeaseId;
  sequence: number;
  type: string;
  at: Instant;
  actor: string;
  channel: string;
  data: Json<Record<string, unknown>>;
}

export interface VerdictsTable {
  message_id: MessageId;
  lease_id: LeaseId;
  outcome: 'accepted' | 'refused';
  code: ErrorCode | null;
  detail: string | null;
  event: string;
  from_status: string;
  status: LeaseStatus;
  version: number;
  answer: Buffer | null;
  at: Instant;
}

export interface InvoicesTable {
  lease_id: LeaseId;
  round: number;
  message_id: MessageId;
  invoice_number: string;
  invoice_total_cents: Cents;
  delivery_state: string;
  lines: Json<InvoiceContent['lines']>;
  pricing: Json<LeasePricing>;
  submitted_at: Instant;
}

export interface AgreementsTable {
  lease_id: LeaseId;
  round: number;
  language: 'en' | 'es';
  sha256: string;
  content: Buffer;
}

export interface SigningLinksTable {
  token_hash: Buffer;
  lease_id: LeaseId;
  round: number;
}

export interface SignaturesTable {
  lease_id: LeaseId;
  round: number;
  message_id: MessageId;
  evidence: Buffer;
  signed_at: Instant;
}

export type ScheduledPaymentState = 'scheduled' | 'in_file' | 'paid' | 'returned' | 'past_due' | 'cancelled';

export interface ScheduledPaymentsTable {
  payment_id: string;
  lease_id: LeaseId;
  number: number;
  due_on: CalendarDate;
  amount_cents: Cents;
  state: Generated<ScheduledPaymentState>;
  paid_cents: Generated<Cents>;
  /** a changed amount is debited only ten days after its notice */
  debit_not_before_on: CalendarDate | null;
  is_debit_paused: Generated<boolean>;
}

export interface LookupMissesTable {
  merchant_id: MerchantId;
  customer_key: Buffer;
  missed_at: Generated<Instant>;
}

export interface SandboxSwitchesTable {
  name: string;
  is_on: boolean;
}

export interface SandboxCallsTable {
  idempotency_key: string;
  tries: Generated<number>;
  outcome: string | null;
  reference: string | null;
}

export interface Database extends MoneyTables, OperationsTables, ChannelTables {
  merchants: MerchantsTable;
  stores: StoresTable;
  api_keys: ApiKeysTable;
  requests: RequestsTable;
  applicants: ApplicantsTable;
  leases: LeasesTable;
  timeline: TimelineTable;
  audit_log: AuditLogTable;
  verdicts: VerdictsTable;
  invoices: InvoicesTable;
  agreements: AgreementsTable;
  signing_links: SigningLinksTable;
  signatures: SignaturesTable;
  scheduled_payments: ScheduledPaymentsTable;
  lookup_misses: LookupMissesTable;
  sandbox_switches: SandboxSwitchesTable;
  sandbox_calls: SandboxCallsTable;
}
