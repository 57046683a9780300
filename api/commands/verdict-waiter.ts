import { setTimeout as pause } from 'node:timers/promises';
import type { Db } from '../../db/database';
import { findVerdicts, type VerdictRow } from '../../db/verdicts';
import type { MessageId } from '../../domain/ids';

const POLL_MS = 5;

interface Waiter {
  until: number;
  settle(row: VerdictRow | undefined): void;
  fail(error: unknown): void;
}

/**
 * Waits for verdict rows. One query serves all waiting requests of this process, so that a crowd of them costs the
 * database no more than one.
 */
export class VerdictWaiter {
  private readonly waiters = new Map<MessageId, Set<Waiter>>();
  private isPolling = false;

  constructor(private readonly db: Db) {}

  /** @returns the verdict, or undefined when there is none after `waitMs` */
  async verdict(messageId: MessageId, waitMs: number): Promise<VerdictRow | undefined> {
    return await new Promise((settle, fail) => {
      const waiter = { until: performance.now() + waitMs, settle, fail };
      this.waiters.set(messageId, (this.waiters.get(messageId) ?? new Set()).add(waiter));
      if (!this.isPolling) void this.poll();
    });
  }

  private async poll(): Promise<void> {
    this.isPolling = true;
    while (this.waiters.size > 0) {
      await pause(POLL_MS);
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
