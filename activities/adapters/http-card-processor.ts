import { z } from 'zod';
import { ProcessorRefusedRequest, ProcessorUnreachable, type CardProcessor } from '../ports';
import { captureOutcome } from './capture-outcome';
import { CallFailed, postJson, type Service } from './json-call';

/** Card networks answer slowly; to give up early only means to ask again for a payment that may have been taken. */
export const CARD_LIMIT_MS = 10_000;

/** What both answers repeat: a crossed answer, or a part of the amount, must not pass for ours. */
const echoOf = (request: { leaseId: string; amountCents: number }) => ({
  leaseId: z.literal(request.leaseId),
  amountCents: z.literal(request.amountCents),
  reference: z.string().regex(/^[A-Za-z0-9_.:-]{1,64}$/),
});

/**
 * The live card processor, by the contract of `docs/INTEGRATIONS.md`. Amounts are integer US cents.
 *
 * @param limitMs milliseconds for each whole call
 * @throws ProcessorUnreachable when it is not known whether the money moved; repeat with the same key
 * @throws ProcessorRefusedRequest when the request is wrong; nothing was moved
 */
export function httpCardProcessor(service: Service, limitMs: number = CARD_LIMIT_MS): CardProcessor {
  return {
    async capture({ idempotencyKey, leaseId, cardToken, amountCents }) {
      const body = { leaseId, cardToken, amountCents, currency: 'USD' };
      const answer = z.strictObject({ outcome: captureOutcome, ...echoOf(body) });
      const captured = await call({ path: 'captures', idempotencyKey, body, limitMs, answer });
      return { outcome: captured.outcome, reference: captured.reference };
    },

    async refund({ idempotencyKey, leaseId, captureReference, amountCents }) {
      const body = { leaseId, captureReference, amountCents, currency: 'USD' };
      const answer = z.strictObject({ outcome: z.literal('refunded'), ...echoOf(body) });
      const refunded = await call({ path: 'refunds', idempotencyKey, body, limitMs, answer });
      return { reference: refunded.reference };
    },
  };

  async function call<Answer>(details: Parameters<typeof postJson<Answer>>[1]): Promise<Answer> {
    try {
      return await postJson(service, details);
    } catch (error) {
      throw error instanceof CallFailed ? asPortError(error) : error;
    }
  }
}

function asPortError({ kind, message }: CallFailed): Error {
  const Failure = kind === 'refused' ? ProcessorRefusedRequest : ProcessorUnreachable;
  return new Failure(`card processor: ${message}`);
}
