import type { CalendarDate, Instant } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { Caller } from '../ports';

export interface ReturnView {
  returnId: string;
  actionType: 'return' | 'price_adjustment';
  returnedOn: CalendarDate;
  creditInvoiceNumber: string | null;
  lines: { lineNumber: number; quantity?: number; amountCents: Cents }[];
  merchantDebitCents: Cents;
  customerRefundCents: Cents;
  postedAt: Instant;
  creditInvoice: { mediaType: string; sha256: string; byteCount: number } | null;
}

export interface CreditInvoiceView {
  returnId: string;
  mediaType: string;
  sha256: string;
  byteCount: number;
  receivedAt: Instant;
}

export interface CreditInvoiceCommand {
  caller: Caller;
  leaseId: LeaseId;
  returnId: string;
  requestId: string;
  idempotencyKey: string;
  /** the file itself, or a multipart body with it */
  body: Buffer;
}

/**
 * Returns of a lease, and the merchants' credit invoices kept with them.
 * @throws LeaseError LEASE_NOT_FOUND; NOT_FOUND for a return, or a file, that is not there
 */
export interface ReturnFiles {
  /** newest first */
  list(caller: Caller, leaseId: LeaseId): Promise<ReturnView[]>;
  /**
   * @throws LeaseError UNSUPPORTED_MEDIA_TYPE, BODY_TOO_LARGE, IDEMPOTENCY_KEY_REUSED; ILLEGAL_TRANSITION when the return
   *   has another file already
   */
  attach(command: CreditInvoiceCommand): Promise<{ isReplayed: boolean; creditInvoice: CreditInvoiceView }>;
  creditInvoice(caller: Caller, leaseId: LeaseId, returnId: string): Promise<{ mediaType: string; bytes: Buffer }>;
}
