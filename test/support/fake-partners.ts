import type { CaptureAnswer, CardProcessor, DecisionEngine } from '../../activities/ports';
import { cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { Killer } from './kill-point';

/** A card processor and a decision engine that keep their promise, one key, one effect, and say what they did. */
export class FakePartners {
  private readonly captures = new Map<string, CaptureAnswer>();
  private readonly refunds = new Map<string, string>();
  private readonly moved: { leaseId: LeaseId; what: string }[] = [];
  /** what the processor answers instead of taking the money */
  refuses: Error | undefined;

  /** Every movement of money and every decision about one lease. */
  done(leaseId: LeaseId): string[] {
    return this.moved.filter((one) => one.leaseId === leaseId).map(({ what }) => what);
  }

  processor(killer: Killer): CardProcessor {
    return {
      capture: ({ idempotencyKey, leaseId, cardToken, amountCents }) =>
        killer.call(async () => {
          if (this.refuses) throw this.refuses;
          const known = this.captures.get(idempotencyKey);
          if (known) return known;
          const outcome = cardToken === 'tok_ok' ? 'captured' : 'declined';
          const answer = { outcome, reference: `capture of ${idempotencyKey}` } as const;
          this.captures.set(idempotencyKey, answer);
          this.moved.push({ leaseId, what: `${outcome} ${amountCents}` });
          return answer;
        }),
      refund: ({ idempotencyKey, leaseId, captureReference, amountCents }) =>
        killer.call(async () => {
          const reference = this.refunds.get(idempotencyKey) ?? `refund of ${captureReference}`;
          if (!this.refunds.has(idempotencyKey)) this.moved.push({ leaseId, what: `refunded ${amountCents}` });
          this.refunds.set(idempotencyKey, reference);
          return { reference };
        }),
    };
  }

  engine(killer: Killer): DecisionEngine {
    return {
      decide: ({ customer }) =>
        killer.call(async () => {
          if (this.refuses) throw this.refuses;
          if (!customer.ssn) throw new Error('the engine was asked without the customer');
          return { outcome: 'approved', approvalLimitCents: cents(120_000) };
        }),
    };
  }
}
