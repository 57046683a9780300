import type { Selectable } from 'kysely';
import type { MessageId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import type { VerdictsTable } from './schema';

export type VerdictRow = Selectable<VerdictsTable>;

const sealedRow = (messageId: MessageId) => ({ table: 'verdicts', column: 'answer', id: messageId });

/**
 * The answer is sealed: it may hold the customer's signing link, and a repeat must get the same one.
 * @returns false when the message has its verdict already: the first one stands
 */
export async function insertVerdict(
  trx: Trx,
  cipher: Cipher,
  { answer, ...row }: Omit<VerdictRow, 'answer'> & { answer: unknown },
): Promise<boolean> {
  const sealed = answer === null ? null : cipher.sealJson(answer, sealedRow(row.message_id));
  const inserted = await trx
    .insertInto('verdicts')
    .values({ ...row, answer: sealed })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The verdicts there are for these messages, in no order. */
export async function findVerdicts(db: Db | Trx, messageIds: MessageId[]): Promise<VerdictRow[]> {
  return await db.selectFrom('verdicts').selectAll().where('message_id', 'in', messageIds).execute();
}

/** The body of the answer given the first time; null for a refusal. */
export function verdictAnswer(cipher: Cipher, row: VerdictRow): unknown {
  return row.answer && cipher.openJson(row.answer, sealedRow(row.message_id));
}
