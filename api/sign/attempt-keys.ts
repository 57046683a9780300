import { createHash } from 'node:crypto';
import { canonicalJson } from '../../domain/agreement/canonical-json';
import type { Signature } from './signature-form';

/**
 * The Idempotency-Key of a signature given on the page: made of the form's ticket, which is random, and of what was
 * sent. A double click or a reload is the same attempt; another card, or the form shown anew, is another one.
 *
 * It also names the attempt in the address of its outcome, which nobody can guess who has not sent it.
 */
export function attemptKey(ticket: string, signature: Signature): string {
  return createHash('sha256').update(canonicalJson({ ticket, signature })).digest('base64url');
}

export const ATTEMPT_KEY = /^[\w-]{43}$/;
