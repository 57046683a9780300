import type { BankAccount } from '../../domain/applicant';
import type { CalendarDate } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { MerchantProgram } from '../../domain/program';
import type { Caller } from '../ports';
import type { FundingRunView } from './fundings-port';

export interface CollectionRunView {
  runId: string;
  businessOn: CalendarDate;
  state: 'released' | 'sent' | 'settled';
  debitCount: number;
  debitCents: Cents;
  refundCount: number;
  refundCents: Cents;
  effectiveOn: CalendarDate | null;
}

interface AccountView {
  accountId: string;
  merchantId: string;
  accountLast4: string;
  accountType: BankAccount['accountType'];
  routingNumber: string;
  proposedBy: string;
}

/** Waits for a second person. */
export interface PendingAccountView extends AccountView {
  state: 'pending';
}

export interface MerchantAccountView extends AccountView {
  state: 'prenoting' | 'usable' | 'unusable';
  source: string;
  confirmedBy: string | null;
  confirmedOn: CalendarDate | null;
  /** the earliest effective date of a payment to it */
  usableFromOn: CalendarDate | null;
}

export interface MerchantAccountsView {
  merchantId: string;
  current: MerchantAccountView | null;
  pending: PendingAccountView | null;
}

/** What people of operations do and look into. Everything but reads is safe to repeat. */
export interface OperationsDesk {
  /** @throws LeaseError NOT_FOUND also for a run without a file */
  fundingFile(runId: string): Promise<string>;
  /**
   * Lets a held run go, and answers when it is no longer held; one that is not held is answered as it is.
   * @throws LeaseError NOT_FOUND, FORBIDDEN for who asked for the run, UNAVAILABLE when it is still held
   */
  release(caller: Caller, runId: string): Promise<FundingRunView>;
  /** @throws LeaseError NOT_FOUND */
  collectionRun(runId: string): Promise<CollectionRunView>;
  /** @throws LeaseError NOT_FOUND also for a run without a file */
  collectionFile(runId: string): Promise<string>;
  /** @throws LeaseError NOT_FOUND */
  accounts(merchantId: string): Promise<MerchantAccountsView>;
  /** @throws LeaseError NOT_FOUND */
  proposeAccount(caller: Caller, merchantId: string, account: BankAccount): Promise<PendingAccountView>;
  /**
   * A second person agrees to the proposed account.
   * @param accountId the one this person has seen; absent: whichever is proposed now
   * @throws LeaseError NOT_FOUND when none waits, FORBIDDEN for who proposed it
   */
  confirmAccount(caller: Caller, merchantId: string, accountId?: string): Promise<MerchantAccountView>;
  /** @throws LeaseError NOT_FOUND, PRICE_CAP_EXCEEDED, or as `requireLawfulProgram` */
  setProgram(caller: Caller, merchantId: string, program: MerchantProgram): Promise<void>;
  /** Counts for signing pages opened from now on. @throws LeaseError NOT_FOUND */
  setEmbedOrigins(merchantId: string, origins: readonly string[]): Promise<void>;
}
