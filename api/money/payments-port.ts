import type { CalendarDate } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { PayFrequency } from '../../domain/program';
import type { PaymentKind, PaymentState } from '../../db/schema-money';
import type { Caller } from '../ports';

/** One thing that happened to the customer's money, or is under way. The amount is above zero: the kind tells the direction. */
export interface PaymentLine {
  paymentId: string;
  kind: PaymentKind;
  /** of the scheduled payment it is, or whose late fee it pays */
  number: number | null;
  dueOn: CalendarDate | null;
  /** null until the money has moved */
  postedOn: CalendarDate | null;
  effectiveOn: CalendarDate | null;
  amountCents: Cents;
  method: { type: 'card' | 'bank_account'; last4: string | null };
  state: PaymentState;
  /** what the customer owed in all after it: rent of the whole term and fees assessed by then, less what was paid */
  balanceAfterCents: Cents;
  reference: string | null;
}

export interface PaymentHistory {
  /** oldest first, what is under way last */
  data: PaymentLine[];
  /** the banking day whose run is next: until its cut-off a payment can still be scheduled or cancelled */
  cutOffOn: CalendarDate;
  /** of the whole lease, whatever dates were asked for; less what came back or was given back */
  totalPaidCents: Cents;
  remainingCents: Cents;
  feesDueCents: Cents;
}

export interface FeeLine {
  feeId: string;
  paymentNumber: number;
  dueOn: CalendarDate;
  assessedOn: CalendarDate;
  daysLate: number;
  /** the governing US state */
  state: string;
  rule: string;
  capCents: Cents | null;
  amountCents: Cents;
  waivedCents: Cents;
  waivedReason: string | null;
}

export interface FeeBreakdown {
  data: FeeLine[];
  assessedCents: Cents;
  waivedCents: Cents;
  totalCents: Cents;
}

/** What a document says beside its table. */
export interface StatementHead {
  leaseId: LeaseId;
  language: 'en' | 'es';
  payFrequency: PayFrequency;
  /** the document's own date, from the data: the same data is the same file */
  cutOffOn: CalendarDate;
}

export interface DateRange {
  from?: CalendarDate | undefined;
  to?: CalendarDate | undefined;
}

/**
 * Payments and fees of one lease.
 * @throws LeaseError LEASE_NOT_FOUND
 */
export interface PaymentReads {
  history(caller: Caller, leaseId: LeaseId, range: DateRange): Promise<PaymentHistory>;
  fees(caller: Caller, leaseId: LeaseId): Promise<FeeBreakdown>;
  statementHead(caller: Caller, leaseId: LeaseId): Promise<StatementHead>;
}
