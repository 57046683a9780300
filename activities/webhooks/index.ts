import { findDelivery } from '../../db/webhook-attempts';
import type { Instant } from '../../domain/calendar-date';
import { attemptDelivery, type AttemptOutcome, type WebhookDeps } from './attempt';

export interface RetryWebhook {
  deliveryId: string;
  /** 2: the first retry */
  attempt: number;
  /** Workflow time: the schedule's own */
  at: Instant;
}

/** What the Workflow of a delivery does. */
export function webhookActivities(deps: WebhookDeps) {
  return {
    /**
     * Tells an endpoint an event again, unless that was done, or ended, meanwhile. Run twice, the receiver hears the
     * same message twice under one ID.
     *
     * @throws anything (retried) when the database cannot be reached; what the receiver does is no failure of ours
     */
    async retryWebhook({ deliveryId, attempt, at }: RetryWebhook): Promise<AttemptOutcome> {
      const due = await findDelivery(deps.db, deliveryId);
      const isOver = !due || due.state === 'delivered' || due.state === 'failed' || due.endpointState !== 'enabled';
      return isOver ? 'over' : await attemptDelivery(deps, due, { number: attempt, at });
    },
  };
}
