import { createHash } from 'node:crypto';
import { ProcessorUnreachable, type CaptureOutcome, type CardProcessor } from '../ports';
import { captureOutcome } from './capture-outcome';
import type { SandboxStore } from './sandbox-store';

/** `tok_error` is unreachable for this many tries of one key, then the payment is taken (design.md 7). */
const ERROR_TRIES_COUNT = 3;

/**
 * Answers by magic card tokens (design.md 7). Keeps the promise of a real processor: one key, one movement, one answer,
 * even when the second call names another card.
 *
 * @throws ProcessorUnreachable for `tok_error`, on the first three tries of a key
 */
export function sandboxCardProcessor(store: SandboxStore): CardProcessor {
  return {
    async capture({ idempotencyKey, cardToken }) {
      if (cardToken === 'tok_error' && (await store.countTry(idempotencyKey)) <= ERROR_TRIES_COUNT) {
        throw new ProcessorUnreachable('card processor: unreachable in the sandbox');
      }
      const reference = referenceOf('capture', idempotencyKey);
      const kept = await store.remember(idempotencyKey, outcomeOf(cardToken), reference);
      return { outcome: captureOutcome.parse(kept.outcome), reference: kept.reference };
    },

    async refund({ idempotencyKey }) {
      return { reference: referenceOf('refund', idempotencyKey) };
    },
  };
}

/** An unknown token is a card nobody issued: declined, as at a real processor. */
function outcomeOf(cardToken: string): CaptureOutcome {
  switch (cardToken) {
    case 'tok_ok':
    case 'tok_error':
      return 'captured';
    case 'tok_prepaid':
      return 'card_type_not_accepted';
    default:
      return 'declined';
  }
}

/** Derived, not drawn: a repeat after a crash names the same movement without having been stored. */
function referenceOf(movement: 'capture' | 'refund', idempotencyKey: string): string {
  return `sandbox-${movement}-${createHash('sha256').update(idempotencyKey).digest('hex').slice(0, 24)}`;
}
