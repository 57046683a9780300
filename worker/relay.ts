import type { Client } from '@temporalio/client';
import { relayOnce } from '../activities/relay';
import { webhookListener } from '../activities/webhooks/fan-out';
import type { WebhookPost } from '../activities/webhooks/post';
import { webhookRetries } from '../activities/webhooks/retries';
import { WebhookSender } from '../activities/webhooks/sender';
import type { Cipher } from '../db/cipher';
import type { Db } from '../db/database';
import type { EventListener } from '../db/relayed-events';

/** How long nobody hears of an event at most, while all is well. */
const PAUSE_MS = 300;
/** Database or Temporal are away: asking more often helps nobody. */
const OUTAGE_PAUSE_MS = 2_000;
/** Calls under way at the end; what takes longer is claimed by the next worker. */
const STOP_LIMIT_MS = 4_000;

export interface RelayLogger {
  warn(fields: object, message: string): void;
}

export interface RelayDeps {
  db: Db;
  cipher: Cipher;
  client: Client;
  postWebhook: WebhookPost;
  logger: RelayLogger;
  /** who hears of every event, beside the webhooks */
  listeners?: readonly EventListener[];
}

/** Carries events out of the database: to those who listen, and to the endpoints of retailers. Any number may run. */
export function startRelay(deps: RelayDeps): { stop: () => Promise<void> } {
  const { db, cipher, client, postWebhook, logger } = deps;
  const pause = new Pause();
  const relay = {
    db,
    listeners: [webhookListener(db), ...(deps.listeners ?? [])],
    onFailure: ({ eventId }: { eventId: string }, error: unknown) =>
      logger.warn({ eventId, err: error }, 'a listener failed on an event'),
  };
  const sender = new WebhookSender({
    ...{ db, cipher, postWebhook, beginRetries: webhookRetries(client) },
    onEnded: () => pause.end(),
    onFailure: (deliveryId, error) => logger.warn({ deliveryId, err: error }, 'a delivery could not be recorded'),
  });

  const run = async (): Promise<void> => {
    while (!pause.isOver) {
      const isBusy = await turn(async () => (await relayOnce(relay)) + (await sender.sendDue()) > 0);
      if (!isBusy) await pause.wait(PAUSE_MS);
    }
  };
  const turn = async (work: () => Promise<boolean>): Promise<boolean> => {
    try {
      return await work();
    } catch (error) {
      logger.warn({ err: error }, 'events could not be relayed');
      await pause.wait(OUTAGE_PAUSE_MS);
      return false;
    }
  };
  const running = run();
  return {
    async stop() {
      pause.close();
      await running;
      await Promise.race([sender.settled(), new Promise((resolve) => setTimeout(resolve, STOP_LIMIT_MS).unref())]);
    },
  };
}

/** A pause that news can end. */
class Pause {
  isOver = false;
  private wake: () => void = () => undefined;
  private hasNews = false;

  async wait(ms: number): Promise<void> {
    if (this.isOver || this.hasNews) {
      this.hasNews = false;
      return;
    }
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.hasNews = false;
  }

  end(): void {
    this.hasNews = true;
    this.wake();
  }

  close(): void {
    this.isOver = true;
    this.end();
  }
}
