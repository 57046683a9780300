import type { Db } from '../../db/database';
import { findVerdicts, type VerdictRow } from '../../db/verdicts';
import type { MessageId } from '../../domain/ids';

const POLL_MIN_MS = 5;
const POLL_MAX_MS = 80;
/** A fortieth of the wait so far is no delay that anybody feels: 5 ms until 200 ms, 75 ms after three seconds. */
const SHARE_OF_WAIT = 40;

interface Waiter {
  until: number;
  settle(row: VerdictRow | undefined): void;
  fail(error: unknown): void;
}

/**
 * Waits for verdict rows. One query serves all waiting requests of this process, so that a crowd of them costs the
 * database no more than one; and one that waits in vain, for a worker or a card, costs ever less.
 */
export class VerdictWaiter {
  private readonly waiters = new Map<MessageId, Set<Waiter>>();
  private isPolling = false;
  private youngestSince = 0;
  private wake = (): void => undefined;

  constructor(private readonly db: Db) {}

  /** @returns the verdict, or undefined when there is none after `waitMs` */
  async verdict(messageId: MessageId, waitMs: number): Promise<VerdictRow | undefined> {
    return await new Promise((settle, fail) => {
      this.youngestSince = performance.now();
      const waiter = { until: this.youngestSince + waitMs, settle, fail };
      this.waiters.set(messageId, (this.waiters.get(messageId) ?? new Set()).add(waiter));
      if (this.isPolling) this.wake();
      else void this.poll();
    });
  }

  private async poll(): Promise<void> {
    this.isPolling = true;
    while (this.waiters.size > 0) {
      await this.pause();
      try {
        const rows = await findVerdicts(this.db, [...this.waiters.keys()]);
        for (const row of rows) this.end(row.message_id, (waiter) => waiter.settle(row));
        this.endLate();
      } catch (error) {
        for (const id of [...this.waiters.keys()]) this.end(id, (waiter) => waiter.fail(error));
      }
    }
    this.isPolling = false;
  }

  private async pause(): Promise<void> {
    const waitedMs = performance.now() - this.youngestSince;
    const restMs = Math.min(POLL_MAX_MS, waitedMs / SHARE_OF_WAIT) - POLL_MIN_MS;
    if (restMs > 0) await this.rest(restMs);
    await new Promise((resolve) => setTimeout(resolve, POLL_MIN_MS));
  }

  /** Ends early for a newcomer, who is not to pay for how long the others have waited. */
  private async rest(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  private end(messageId: MessageId, tell: (waiter: Waiter) => void): void {
    this.waiters.get(messageId)?.forEach(tell);
    this.waiters.delete(messageId);
  }

  private endLate(): void {
    const now = performance.now();
    for (const [messageId, waiting] of this.waiters) {
      for (const waiter of waiting) {
        if (waiter.until > now) continue;
        waiter.settle(undefined);
        waiting.delete(waiter);
      }
      if (waiting.size === 0) this.waiters.delete(messageId);
    }
  }
}
