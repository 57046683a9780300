import { claimFirstAttempts, type DueDelivery } from '../../db/webhook-attempts';
import { instant } from '../../domain/calendar-date';
import { attemptDelivery, type WebhookDeps } from './attempt';
import type { BeginRetries } from './retries';

/** Calls at once. An endpoint that hangs, or a retailer with twenty of them, leaves room for all others. */
const ROOM = { perEndpoint: 4, perMerchant: 16, total: 64 } as const;

export interface SenderDeps extends WebhookDeps {
  beginRetries: BeginRetries;
  /** told after each call: the next of its lane may go */
  onEnded: () => void;
  onFailure: (deliveryId: string, error: unknown) => void;
  now?: () => number;
}

/** Makes the first attempts of deliveries, many at a time; what fails is left to a Workflow of its own. */
export class WebhookSender {
  private readonly underWay = new Map<string, { due: DueDelivery; ended: Promise<void> }>();

  constructor(private readonly deps: SenderDeps) {}

  /** Starts all that may go now, and does not wait for it. @returns how many calls were begun */
  async sendDue(): Promise<number> {
    const calls = [...this.underWay.values()].map(({ due }) => due);
    const total = ROOM.total - calls.length;
    if (total === 0) return 0;
    const claimed = await claimFirstAttempts(this.deps.db, {
      ...ROOM,
      total,
      busyEndpoints: calls.map(({ endpointId }) => endpointId),
      busyMerchants: calls.map(({ merchantId }) => merchantId),
    });
    for (const due of claimed) this.begin(due);
    return claimed.length;
  }

  /** Until all that was begun has ended. */
  async settled(): Promise<void> {
    await Promise.all([...this.underWay.values()].map(({ ended }) => ended));
  }

  private begin(due: DueDelivery): void {
    const { deliveryId } = due;
    const ended = this.attempt(due)
      // Its claim ends by itself, and it is attempted again.
      .catch((error: unknown) => this.deps.onFailure(deliveryId, error))
      .finally(() => {
        this.underWay.delete(deliveryId);
        this.deps.onEnded();
      });
    this.underWay.set(deliveryId, { due, ended });
  }

  private async attempt(due: DueDelivery): Promise<void> {
    const { beginRetries, now = Date.now } = this.deps;
    // First the Workflow, then the row: a delivery that waits for retries always has somebody who makes them.
    const handOver = () => beginRetries(due.deliveryId);
    await attemptDelivery(this.deps, due, { number: 1, at: instant(now()) }, handOver);
  }
}
