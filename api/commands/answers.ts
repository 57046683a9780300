import type { Cipher } from '../../db/cipher';
import { type VerdictRow, verdictAnswer } from '../../db/verdicts';
import { LeaseError } from '../../domain/errors';
import type { LeaseId, MessageId } from '../../domain/ids';
import type { CommandAnswer } from '../ports';

/** The answer a verdict row holds: the very one given the first time. */
export function answerOf(cipher: Cipher, row: VerdictRow, replayed: boolean): CommandAnswer {
  if (row.outcome === 'accepted') return { outcome: 'accepted', replayed, answer: verdictAnswer(cipher, row) };
  const { code, detail, event, from_status: from } = row;
  return { outcome: 'refused', replayed, code: code ?? 'INTERNAL', detail: detail ?? '', from, event };
}

/**
 * Keys belong to one request: the same key with another request is a mistake of the caller, and is never answered with
 * the first one's answer.
 * @throws LeaseError IDEMPOTENCY_KEY_REUSED
 */
export function requireSameRequest(
  kept: { leaseId: LeaseId; fingerprint: Buffer },
  asked: { leaseId: LeaseId; fingerprint: Buffer },
): void {
  if (kept.leaseId === asked.leaseId && kept.fingerprint.equals(asked.fingerprint)) return;
  throw new LeaseError('IDEMPOTENCY_KEY_REUSED', 'this Idempotency-Key was used for another request');
}

export function pendingAnswer(leaseId: LeaseId, messageId: MessageId, replayed: boolean): CommandAnswer {
  return { outcome: 'pending', replayed, leaseId, messageId };
}
