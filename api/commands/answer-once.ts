import type { Cipher } from '../../db/cipher';
import type { Db, Trx } from '../../db/database';
import { findAnswer, keepAnswer, takeKey } from '../../db/kept-answers';
import { findRequest } from '../../db/requests';
import { LeaseError } from '../../domain/errors';
import type { Caller } from '../ports';
import { actorOf, callerScope, fingerprintOf, messageIdFor } from './message-ids';

/** A change that no lease judges: of an endpoint, a user, a setting. */
export interface OnceRequest {
  caller: Caller;
  requestId: string;
  idempotencyKey: string;
  operationId: string;
  /** all that makes it this request: what stands in path and body */
  asked: unknown;
}

export interface Once<Answer> {
  isReplayed: boolean;
  answer: Answer;
}

/**
 * Carries out a change once for its Idempotency-Key: the change and its answer are one transaction, and a repeat gets the
 * very same answer, secrets in it included. What is refused, is refused again or not: nothing was done under the key.
 *
 * @param prepare what must be seen to before the transaction, for it may take its time; skipped for a repeat
 * @throws LeaseError IDEMPOTENCY_KEY_REUSED
 */
export async function answerOnce<Answer>(
  { db, cipher }: { db: Db; cipher: Cipher },
  request: OnceRequest,
  work: (trx: Trx) => Promise<Answer>,
  prepare: () => Promise<void> = async () => undefined,
): Promise<Once<Answer>> {
  const { operationId, asked, requestId, caller } = request;
  const scope = callerScope(caller);
  const messageId = messageIdFor(cipher, scope, request.idempotencyKey);
  const fingerprint = fingerprintOf(cipher, { operationId, body: asked });

  const replayed = async (on: Db | Trx): Promise<Once<Answer> | undefined> => {
    const kept = await findAnswer(on, cipher, messageId);
    if (!kept) return undefined;
    if (!kept.fingerprint.equals(fingerprint)) throw reused();
    return { isReplayed: true, answer: kept.answer as Answer };
  };

  const before = await replayed(db);
  if (before) return before;
  if (await findRequest(db, messageId)) throw reused(); // a lease has that key
  await prepare();
  return await db.transaction().execute(async (trx) => {
    const isNew = await takeKey(trx, {
      ...{ messageId, operationId, fingerprint, requestId },
      ...{ caller: scope, actor: actorOf(caller) },
    });
    if (!isNew) return (await replayed(trx)) ?? nothingKept();
    const answer = await work(trx);
    await keepAnswer(trx, cipher, messageId, answer);
    return { isReplayed: false, answer };
  });
}

function reused(): LeaseError {
  return new LeaseError('IDEMPOTENCY_KEY_REUSED', 'this Idempotency-Key was used for another request');
}

function nothingKept(): never {
  throw new Error('an answer is kept with its key');
}
