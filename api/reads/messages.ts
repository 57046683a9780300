import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { findRequest } from '../../db/requests';
import { findVerdicts } from '../../db/verdicts';
import { LeaseError } from '../../domain/errors';
import { type LeaseId, messageId } from '../../domain/ids';
import { callerScope, messageIdFor } from '../commands/message-ids';
import type { Caller, MessageView } from '../ports';

/**
 * The verdict on a command, by its message ID or by the Idempotency-Key it was sent with.
 * @throws LeaseError NOT_FOUND when this lease has no such message
 */
export async function readMessage(
  db: Db,
  cipher: Cipher,
  caller: Caller,
  leaseId: LeaseId,
  idOrKey: string,
): Promise<MessageView> {
  const id = idOrKey.startsWith('msg_') ? messageId(idOrKey) : messageIdFor(cipher, callerScope(caller), idOrKey);
  const request = await findRequest(db, id);
  if (request?.leaseId !== leaseId) throw new LeaseError('NOT_FOUND', 'this lease has no such message');
  const [row] = await findVerdicts(db, [id]);
  if (!row) return { leaseId, messageId: id, outcome: 'pending', code: null, status: null, version: null };
  return { leaseId, messageId: id, outcome: row.outcome, code: row.code, status: row.status, version: row.version };
}
