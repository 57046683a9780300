import { fileIn } from '../../../api/http/multipart-file';
import type { ReturnFiles, ReturnView } from '../../../api/money/returns-port';
import { calendarDate, instant } from '../../../domain/calendar-date';
import { cents } from '../../../domain/cents';
import { LeaseError } from '../../../domain/errors';
import { creditInvoiceType } from '../../../domain/returns/credit-invoice';
import { ownLease } from './fake-leases';

export const RETURN = 'RET-1';
/** The least that is a PDF by its first bytes. */
export const CREDIT_INVOICE = Buffer.from('%PDF-1.7\n%%EOF\n', 'latin1');
const FILE = { mediaType: 'application/pdf', sha256: 'a'.repeat(64), byteCount: CREDIT_INVOICE.length };
const POSTED_AT = instant(Date.UTC(2026, 10, 24));

const VIEW: ReturnView = {
  returnId: RETURN,
  actionType: 'return',
  returnedOn: calendarDate('2026-11-24'),
  creditInvoiceNumber: 'CR-1',
  lines: [{ lineNumber: 2, quantity: 1, amountCents: cents(30_000) }],
  merchantDebitCents: cents(30_000),
  customerRefundCents: cents(0),
  postedAt: POSTED_AT,
  creditInvoice: FILE,
};

function known(returnId: string): string {
  if (returnId !== RETURN) throw new LeaseError('NOT_FOUND', 'no such return');
  return returnId;
}

export const fakeReturnFiles = (): ReturnFiles => ({
  list: async (caller, leaseId) => (ownLease(caller, leaseId), [VIEW]),
  async attach({ caller, leaseId, returnId, body }) {
    ownLease(caller, leaseId);
    if (!creditInvoiceType(fileIn(body) ?? body)) throw new LeaseError('UNSUPPORTED_MEDIA_TYPE', 'a PDF, PNG or JPEG');
    return { isReplayed: false, creditInvoice: { returnId: known(returnId), ...FILE, receivedAt: POSTED_AT } };
  },
  async creditInvoice(caller, leaseId, returnId) {
    ownLease(caller, leaseId);
    known(returnId);
    return { mediaType: FILE.mediaType, bytes: CREDIT_INVOICE };
  },
});
