import type { RunDay } from '../activities/daily-run';
import type { BankFileEntry } from '../db/bank-files';
import type { ScheduleView } from '../db/schedules';
import type { ShipmentView } from '../db/shipments';
import type { BankAccount, Customer } from '../domain/applicant';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { ErrorCode } from '../domain/errors';
import type { LeaseId, MerchantId, MessageId, StoreId } from '../domain/ids';
import type { LeaseStatus } from '../domain/lease-status';
import type { LeaseView, TimelineEvent } from '../domain/lease-view';
import type { Report } from '../domain/lease/reports';
import type { LeasePricing } from '../domain/pricing';
import type { PayFrequency } from '../domain/program';

export const SCOPES = [
  'leases:read',
  'leases:write',
  'reports:read',
  'webhooks:write',
  'customers:read',
  'support',
  'operations',
  'care',
] as const;
export type Scope = (typeof SCOPES)[number];

/** Who calls. Only a retailer has a `merchantId`; a lease of another merchant does not exist for it. */
export interface Caller {
  keyId: string;
  kind: 'retailer' | 'support' | 'operations' | 'care';
  merchantId: MerchantId | null;
  scopes: readonly Scope[];
  /** of a clerk: a lease of another store does not exist; absent: all stores of the merchant */
  storeIds?: readonly StoreId[];
  /** by which way it calls, where that is not the API itself; stands in the timeline */
  channel?: 'portal';
}

export interface ApiKeys {
  /** The caller of a live key with exactly this secret; undefined otherwise. Revocation counts at once. */
  authenticate(keyId: string, secret: string): Promise<Caller | undefined>;
}

/** From where somebody calls who has no key: evidence, sealed where it is kept. */
export interface Client {
  ipAddress: string;
  userAgent: string;
}

/** What a route hands over after parsing: the request as received, and the fact that travels to the lease. */
export interface LeaseCommand {
  caller: Caller;
  leaseId: LeaseId;
  requestId: string;
  idempotencyKey: string;
  operationId: string;
  /** the parsed body: fingerprinted, and stored sealed for the activities that need its content */
  body: unknown;
  /** what of it travels to the lease: ids, amounts and dates */
  report: Report;
}

/** An application as parsed: ids normalised, dates checked. */
export interface ApplicationContent {
  storeId: string;
  language: 'en' | 'es';
  customer: Customer;
  income: {
    monthlyIncomeCents: number;
    payFrequency: PayFrequency;
    lastPaidOn: CalendarDate;
    nextPaidOn: CalendarDate;
  };
  bankAccount: BankAccount;
  consents: object;
}

/**
 * The end of a command. `accepted.answer` is the very body given the first time, also a month later.
 * `pending`: the lease has it, the verdict is not there yet (202).
 */
export type CommandAnswer =
  | { outcome: 'accepted'; replayed: boolean; answer: unknown }
  | { outcome: 'refused'; replayed: boolean; code: ErrorCode; detail: string; from: string; event: string }
  | { outcome: 'pending'; replayed: boolean; leaseId: LeaseId; messageId: MessageId };

/**
 * Hands commands to leases and waits for their verdicts.
 * @throws LeaseError LEASE_NOT_FOUND, IDEMPOTENCY_KEY_REUSED, UNAVAILABLE
 */
export interface LeaseCommands {
  apply(
    command: Omit<LeaseCommand, 'leaseId' | 'report' | 'body'> & { body: ApplicationContent },
  ): Promise<CommandAnswer>;
  submit(command: LeaseCommand): Promise<CommandAnswer>;
  /**
   * The Idempotency-Key of a caller that sends none (forms, the compatible routes): made of what is asked, so that a
   * repeat is the same request, as long as it still stands (decision 0019).
   */
  derivedKey(caller: Caller, asked: { operationId: string; leaseId?: LeaseId; body: unknown }): Promise<string>;
  /** `token` from the signing link; no API key. @throws LeaseError NOT_FOUND for a token that never existed */
  sign(command: {
    token: string;
    requestId: string;
    idempotencyKey: string | undefined;
    body: { agreementSha256: string };
    /** kept with the signature; no part of what is asked, so a repeat from elsewhere is still a repeat */
    signer: Client;
  }): Promise<CommandAnswer>;
}

export interface Page<Row> {
  data: Row[];
  nextCursor: string | null;
}

export interface LeaseFilters {
  status?: string | undefined;
  storeId?: string | undefined;
  invoiceNumber?: string | undefined;
  updatedSince?: string | undefined;
  limit: number;
  cursor?: string | undefined;
}

export type LookupKey =
  | { last4Ssn: string; leaseId: string }
  | { last4Ssn: string; mobilePhone: string }
  | { last4Ssn: string; lastName: string; birthYear: number; birthMonth: number };

/** Reads, always inside the caller's tenant: another retailer's lease throws LEASE_NOT_FOUND like an unknown one. */
export interface LeaseReads {
  byId(caller: Caller, leaseId: LeaseId): Promise<LeaseView>;
  list(caller: Caller, filters: LeaseFilters): Promise<Page<LeaseView>>;
  /** @throws LeaseError RATE_LIMITED at the fourth miss for one customer key in 15 minutes */
  lookup(caller: Caller, key: LookupKey): Promise<LeaseView[]>;
  /** @throws LeaseError NOT_FOUND when the lease has no invoice */
  pricing(caller: Caller, leaseId: LeaseId): Promise<LeasePricing & { firstDueOn: CalendarDate | null }>;
  estimate(caller: Caller, storeId: string, cashPriceCents: Cents, payFrequency: PayFrequency): Promise<LeasePricing>;
  schedule(caller: Caller, leaseId: LeaseId): Promise<ScheduleView>;
  shipments(caller: Caller, leaseId: LeaseId): Promise<ShipmentView[]>;
  timeline(
    caller: Caller,
    leaseId: LeaseId,
    page: { limit: number; cursor?: string | undefined },
  ): Promise<Page<TimelineEvent>>;
  message(caller: Caller, leaseId: LeaseId, messageId: string): Promise<MessageView>;
  customer(caller: Caller, leaseId: LeaseId): Promise<CustomerView>;
  /** @throws LeaseError NOT_FOUND | SIGNING_LINK_DEAD */
  agreement(token: string): Promise<Record<string, unknown>>;
}

/** The customer, masked: enough to recognise someone who is on the phone, too little to be someone else. */
export interface CustomerView {
  leaseId: LeaseId;
  /** `A*** R***` */
  customerNameMasked: string;
  language: 'en' | 'es';
  ssnLast4: string;
  /** `a***@example.com` */
  emailMasked: string;
  mobilePhoneLast4: string;
  accountLast4: string;
  /** where the customer lives */
  state: string;
}

export interface MessageView {
  leaseId: LeaseId;
  messageId: MessageId;
  outcome: 'pending' | 'accepted' | 'refused';
  code: ErrorCode | null;
  status: LeaseStatus | null;
  version: number | null;
}

export interface Sandbox {
  /** Moves one lease's own clock forward and answers when everything due on the way has happened. */
  advanceClock(
    caller: Caller,
    leaseId: LeaseId,
    by: { advanceDays: number } | { advanceTo: Instant },
  ): Promise<{ leaseId: LeaseId; now: Instant }>;
  setDecisionEngine(available: boolean): Promise<void>;
  /** @throws LeaseError NOT_A_BANKING_DAY, VALIDATION_FAILED */
  dailyRun(caller: Caller, asOf: CalendarDate): Promise<RunDay[]>;
  /** @throws LeaseError BANK_FILE_INVALID with line and rule, UNAVAILABLE */
  takeBankFile(text: string): Promise<BankFileView>;
}

/** A file from the bank, and what became of each of its entries. */
export interface BankFileView {
  fileId: string;
  entries: BankFileEntry[];
}

/** What must be there before traffic is let in, one by one; ready when all are true. */
export type Readiness = () => Promise<{ database: boolean; temporal: boolean; migrations: boolean }>;
