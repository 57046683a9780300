import { appendAudit } from '../../db/audit-log';
import type { Cipher } from '../../db/cipher';
import { creditInvoices, insertCreditInvoice, sha256Of } from '../../db/credit-invoices';
import type { Db, Trx } from '../../db/database';
import { lockLease, updateLease } from '../../db/leases';
import { keepRequest } from '../../db/requests';
import { instant } from '../../domain/calendar-date';
import { LeaseError } from '../../domain/errors';
import type { MessageId } from '../../domain/ids';
import {
  CREDIT_INVOICE_BYTES_MAX,
  creditInvoiceType,
  type CreditInvoiceType,
} from '../../domain/returns/credit-invoice';
import { requireSameRequest } from '../commands/answers';
import { actorOf, callerScope, fingerprintOf, messageIdFor } from '../commands/message-ids';
import { fileIn } from '../http/multipart-file';
import type { CreditInvoiceCommand, CreditInvoiceView } from './returns-port';

const OPERATION_ID = 'attachCreditInvoice';

/**
 * Keeps a merchant's credit invoice with its return. It is evidence of money that moved, so the first one stays: the
 * same bytes again are fine, others are refused. What it is, its first bytes say.
 */
export async function attachCreditInvoice(
  { db, cipher }: { db: Db; cipher: Cipher },
  command: CreditInvoiceCommand,
): Promise<{ isReplayed: boolean; creditInvoice: CreditInvoiceView }> {
  const { returnId } = command;
  const file = acceptable(command.body);
  return await db.transaction().execute(async (trx) => {
    const { messageId, isNew } = await keepUpload(trx, cipher, command, file.sha256);
    const lease = await lockLease(trx, command.leaseId);
    const there = (await creditInvoices(trx, [returnId])).get(returnId);
    if (there && there.sha256 !== file.sha256) throw alreadyThere();
    await insertCreditInvoice(trx, cipher, { returnId, ...file });
    if (isNew) {
      const { caller, requestId } = command;
      const by = { actor: actorOf(caller), channel: caller.channel ?? 'api', request_id: requestId };
      const line = { message_id: messageId, at: instant(Date.now()), ...by };
      const what = { event: OPERATION_ID, outcome: 'accepted', code: null, version: lease.version } as const;
      await updateLease(trx, lease.lease_id, await appendAudit(trx, lease.lease_id, lease, { ...line, ...what }));
    }
    const kept = there ?? (await creditInvoices(trx, [returnId])).get(returnId);
    if (!kept) throw new Error('a credit invoice that was kept is there');
    return { isReplayed: !isNew, creditInvoice: { returnId, ...kept } };
  });
}

function acceptable(body: Buffer): { bytes: Buffer; mediaType: CreditInvoiceType; sha256: string } {
  const bytes = fileIn(body);
  const mediaType = bytes && creditInvoiceType(bytes);
  if (!mediaType) throw new LeaseError('UNSUPPORTED_MEDIA_TYPE', 'a credit invoice is a PDF, PNG or JPEG');
  if (bytes.length > CREDIT_INVOICE_BYTES_MAX) throw new LeaseError('BODY_TOO_LARGE', 'the file exceeds 10 MiB');
  return { bytes, mediaType, sha256: sha256Of(bytes) };
}

async function keepUpload(
  trx: Trx,
  cipher: Cipher,
  command: CreditInvoiceCommand,
  sha256: string,
): Promise<{ messageId: MessageId; isNew: boolean }> {
  const { caller, leaseId, returnId, requestId, idempotencyKey } = command;
  const scope = callerScope(caller);
  const messageId = messageIdFor(cipher, scope, idempotencyKey);
  const body = { returnId, sha256 };
  const fingerprint = fingerprintOf(cipher, { operationId: OPERATION_ID, leaseId, body });
  const kept = await keepRequest(trx, cipher, {
    ...{ messageId, caller: scope, leaseId, operationId: OPERATION_ID, fingerprint, requestId },
    ...{ actor: actorOf(caller), body },
  });
  if (!kept.isNew) requireSameRequest(kept, { leaseId, fingerprint });
  return { messageId, isNew: kept.isNew };
}

function alreadyThere(): LeaseError {
  return new LeaseError('ILLEGAL_TRANSITION', 'this return has another credit invoice already; the first one stays', {
    from: 'credit_invoice_attached',
    event: OPERATION_ID,
  });
}
