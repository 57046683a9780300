import type { Instant } from '../domain/calendar-date';
import type { LeaseId, MessageId } from '../domain/ids';
import { authorizationCode, normalisedCode } from '../domain/returns/authorization-code';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';

/** Made of the request's own name under our key: a repeat gets the same code, and SQL never holds it. */
export const codeOf = (cipher: Cipher, messageId: MessageId): string =>
  authorizationCode(cipher.lookup('return-authorization', messageId));

const hashOf = (cipher: Cipher, code: string): Buffer => cipher.lookup('return-authorization-code', code);

/** Keeps the authorization of one request; what is there already stays. */
export async function insertAuthorization(
  trx: Trx,
  cipher: Cipher,
  { leaseId, messageId, validUntilAt }: { leaseId: LeaseId; messageId: MessageId; validUntilAt: Instant },
): Promise<void> {
  await trx
    .insertInto('return_authorizations')
    .values({
      code_hash: hashOf(cipher, codeOf(cipher, messageId)),
      lease_id: leaseId,
      message_id: messageId,
      valid_until_at: validUntilAt,
      used_by: null,
    })
    .onConflict((conflict) => conflict.column('message_id').doNothing())
    .execute();
}

export async function findAuthorization(
  trx: Trx,
  messageId: MessageId,
): Promise<{ validUntilAt: Instant } | undefined> {
  const row = await trx
    .selectFrom('return_authorizations')
    .select('valid_until_at')
    .where('message_id', '=', messageId)
    .executeTakeFirst();
  return row && { validUntilAt: row.valid_until_at };
}

/**
 * Spends a code for one return of this lease.
 * @returns false, and nothing is spent, when it is unknown, another lease's, used before, or no longer valid at `at`
 */
export async function spendAuthorization(
  trx: Trx,
  cipher: Cipher,
  { leaseId, code, at, returnId }: { leaseId: LeaseId; code: string; at: Instant; returnId: string },
): Promise<boolean> {
  const spent = await trx
    .updateTable('return_authorizations')
    .set({ used_by: returnId })
    .where('code_hash', '=', hashOf(cipher, normalisedCode(code)))
    .where('lease_id', '=', leaseId)
    .where('used_by', 'is', null)
    .where('valid_until_at', '>=', at)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
}

/** The code of the newest leave that was given for a lease, spent or not; null when none was. */
export async function newestAuthorization(db: Db, cipher: Cipher, leaseId: LeaseId): Promise<string | null> {
  const row = await db
    .selectFrom('return_authorizations')
    .select('message_id')
    .where('lease_id', '=', leaseId)
    .orderBy('valid_until_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? codeOf(cipher, row.message_id) : null;
}
