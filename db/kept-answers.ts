import type { MessageId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

const answerRow = (messageId: MessageId) => ({ table: 'kept_answers', column: 'answer', id: messageId });

export interface AskedOnce {
  messageId: MessageId;
  caller: string;
  operationId: string;
  fingerprint: Buffer;
  requestId: string;
  actor: string;
}

/**
 * Takes a key for the transaction at hand; who comes with the same key at the same time waits for its end.
 * @returns false when the key was taken before
 */
export async function takeKey(trx: Trx, asked: AskedOnce): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('kept_answers')
    .values({
      ...{ message_id: asked.messageId, caller: asked.caller, operation_id: asked.operationId },
      ...{ fingerprint: asked.fingerprint, request_id: asked.requestId, actor: asked.actor, answer: null },
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Sealed, because an answer may hold a secret that is shown once. */
export async function keepAnswer(trx: Trx, cipher: Cipher, messageId: MessageId, answer: unknown): Promise<void> {
  await trx
    .updateTable('kept_answers')
    .set({ answer: cipher.sealJson(answer, answerRow(messageId)) })
    .where('message_id', '=', messageId)
    .execute();
}

/** What was answered under this key, as it was given the first time. */
export async function findAnswer(
  db: Db | Trx,
  cipher: Cipher,
  messageId: MessageId,
): Promise<{ fingerprint: Buffer; answer: unknown } | undefined> {
  const row = await db
    .selectFrom('kept_answers')
    .select(['fingerprint', 'answer'])
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  if (!row?.answer) return undefined;
  return { fingerprint: row.fingerprint, answer: cipher.openJson(row.answer, answerRow(messageId)) };
}
