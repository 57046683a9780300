import type { Cipher } from '../../db/cipher';
import { creditInvoices, readCreditInvoice } from '../../db/credit-invoices';
import type { Db } from '../../db/database';
import { type ReturnRow, returnsOf } from '../../db/returns';
import { LeaseError } from '../../domain/errors';
import type { LeaseId } from '../../domain/ids';
import type { Caller } from '../ports';
import { requireLease } from '../reads/tenancy';
import { attachCreditInvoice } from './credit-invoices';
import type { ReturnFiles, ReturnView } from './returns-port';

export interface ReturnFilesDeps {
  db: Db;
  cipher: Cipher;
}

export function returnFiles({ db, cipher }: ReturnFilesDeps): ReturnFiles {
  return {
    async list(caller, leaseId) {
      await requireLease(db, caller, leaseId);
      const rows = await returnsOf(db, leaseId);
      const files = await creditInvoices(
        db,
        rows.map((row) => row.return_id),
      );
      return rows.reverse().map((row) => viewOf(row, files.get(row.return_id)));
    },

    async attach(command) {
      await requireReturn(db, command.caller, command.leaseId, command.returnId);
      return await attachCreditInvoice({ db, cipher }, command);
    },

    async creditInvoice(caller, leaseId, returnId) {
      await requireReturn(db, caller, leaseId, returnId);
      const file = await readCreditInvoice(db, cipher, returnId);
      if (!file) throw new LeaseError('NOT_FOUND', 'this return has no credit invoice yet');
      return file;
    },
  };
}

async function requireReturn(db: Db, caller: Caller, leaseId: LeaseId, returnId: string): Promise<void> {
  await requireLease(db, caller, leaseId);
  const isThere = (await returnsOf(db, leaseId)).some((row) => row.return_id === returnId);
  if (!isThere) throw new LeaseError('NOT_FOUND', 'no such return');
}

function viewOf(row: ReturnRow, file: ReturnView['creditInvoice'] | undefined): ReturnView {
  return {
    returnId: row.return_id,
    actionType: row.action_type,
    returnedOn: row.returned_on,
    creditInvoiceNumber: row.credit_invoice_number,
    lines: row.lines,
    merchantDebitCents: row.merchant_debit_cents,
    customerRefundCents: row.customer_refund_cents,
    postedAt: row.posted_at,
    creditInvoice: file ? { mediaType: file.mediaType, sha256: file.sha256, byteCount: file.byteCount } : null,
  };
}
