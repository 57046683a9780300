import type { BankAccount, Customer } from '../domain/applicant';
import type { CalendarDate } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId } from '../domain/ids';
import type { Envelope } from '../domain/lease/recording';
import type { Report } from '../domain/lease/reports';

/** What the engine is asked; personal data stays between SQL and the engine. */
export interface DecisionRequest {
  leaseId: LeaseId;
  merchantId: string;
  storeId: string;
  language: 'en' | 'es';
  customer: Customer;
  income: { monthlyIncomeCents: Cents; payFrequency: string; lastPaidOn: string; nextPaidOn: string };
  bankAccount: BankAccount;
}

export type DecisionOutcome = 'approved' | 'denied' | 'pre_approved';

/** `approvalLimitCents` is what the customer may lease for if the outcome is, or becomes, approved. */
export interface Decision {
  outcome: DecisionOutcome;
  approvalLimitCents: Cents;
}

/**
 * Decides applications.
 * @throws EngineUnavailable when no decision could be had now; asking again later is safe: the lease ID is the key
 */
export interface DecisionEngine {
  decide(request: DecisionRequest, idempotencyKey: string): Promise<Decision>;
}

/** The engine is down, slow or answers nonsense. The lease becomes Pending and asks again. */
export class EngineUnavailable extends Error {
  override readonly name = 'EngineUnavailable';
}

export type CaptureOutcome = 'captured' | 'declined' | 'card_type_not_accepted';

/** `reference` is the processor's own name of the movement; required for a later refund. */
export interface CaptureAnswer {
  outcome: CaptureOutcome;
  reference: string;
}

/**
 * Takes and gives back the initial payment. Every call carries an idempotency key: the same key moves money once,
 * however often it is sent.
 * @throws ProcessorUnreachable when it is not known whether the call arrived; repeat with the same key
 */
export interface CardProcessor {
  capture(request: {
    idempotencyKey: string;
    leaseId: LeaseId;
    cardToken: string;
    amountCents: Cents;
  }): Promise<CaptureAnswer>;
  refund(request: {
    idempotencyKey: string;
    leaseId: LeaseId;
    captureReference: string;
    amountCents: Cents;
  }): Promise<{ reference: string }>;
}

export class ProcessorUnreachable extends Error {
  override readonly name = 'ProcessorUnreachable';
}

/**
 * The processor says that the request itself is wrong; by the contract nothing was moved. Not to be repeated blindly:
 * a person must look. Deliberately no `ProcessorUnreachable`, which says "repeat with the same key".
 */
export class ProcessorRefusedRequest extends Error {
  override readonly name = 'ProcessorRefusedRequest';
}

/** A file on its way to or from the bank: ASCII text under a name that is never used twice. */
export interface BankFile {
  name: string;
  text: string;
}

/**
 * Our originating bank: takes our NACHA files, and has returns and notifications of change for us.
 * @throws BankUnreachable when it is not known whether the file arrived; repeat with the same name and bytes
 * @throws BankRefusedFile when the bank will not have it: a person must look
 */
export interface Bank {
  /** Hands over a file once: a name that is there already with these bytes is done. */
  deliver(file: BankFile): Promise<void>;
  /** What it has for us up to the end of that banking day, oldest first; what was collected before may come again. */
  collect(businessOn: CalendarDate): Promise<BankFile[]>;
}

export class BankUnreachable extends Error {
  override readonly name = 'BankUnreachable';
}

/** The bank says that the file itself is wrong, or has another one under its name; nothing of it was carried out. */
export class BankRefusedFile extends Error {
  override readonly name = 'BankRefusedFile';
}

/** Reports to the Workflows of leases. What they make of it, their verdict, is in SQL afterwards. */
export interface LeaseSignals {
  /**
   * Telling the same message again is safe: it is judged once.
   * @returns false when the lease has ended: nobody is there to hear it
   */
  tell(leaseId: LeaseId, by: Envelope, report: Report): Promise<boolean>;
}
