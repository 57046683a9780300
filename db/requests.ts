import type { LeaseId, MessageId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

export interface ReceivedRequest {
  messageId: MessageId;
  caller: string;
  leaseId: LeaseId;
  operationId: string;
  fingerprint: Buffer;
  requestId: string;
  actor: string;
  body: unknown;
}

const sealedRow = (messageId: MessageId) => ({ table: 'requests', column: 'body', id: messageId });

/**
 * Keeps a request as received, before anything is signalled: its content never travels through Temporal.
 * @returns the row that holds the key: ours, or an earlier one, to be compared by the caller
 */
export async function keepRequest(
  db: Db | Trx,
  cipher: Cipher,
  request: ReceivedRequest,
): Promise<{ isNew: boolean; leaseId: LeaseId; fingerprint: Buffer }> {
  const { messageId, caller, leaseId, operationId, fingerprint, requestId, actor, body } = request;
  const inserted = await db
    .insertInto('requests')
    .values({
      message_id: messageId,
      caller,
      lease_id: leaseId,
      operation_id: operationId,
      fingerprint,
      request_id: requestId,
      actor,
      body: cipher.sealJson(body, sealedRow(messageId)),
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows) return { isNew: true, leaseId, fingerprint };

  const earlier = await findRequest(db, messageId);
  if (!earlier) throw new Error('a request row vanished: rows are never deleted');
  return { isNew: false, ...earlier };
}

export async function findRequest(
  db: Db | Trx,
  messageId: MessageId,
): Promise<{ leaseId: LeaseId; fingerprint: Buffer } | undefined> {
  const row = await db
    .selectFrom('requests')
    .select(['lease_id', 'fingerprint'])
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row && { leaseId: row.lease_id, fingerprint: row.fingerprint };
}

/** The request that brought a message; a Signal sent by hand has none. */
export async function requestIdOf(trx: Trx, messageId: MessageId): Promise<string> {
  const row = await trx
    .selectFrom('requests')
    .select('request_id')
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row?.request_id ?? 'none';
}

/**
 * The content of a request that a lease has accepted. It was parsed before it was sealed.
 * @throws Error when the message is unknown
 */
export async function requestBody<Body>(db: Db | Trx, cipher: Cipher, messageId: MessageId): Promise<Body> {
  const { body } = await db
    .selectFrom('requests')
    .select('body')
    .where('message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  return cipher.openJson(body, sealedRow(messageId)) as Body;
}
