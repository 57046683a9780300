import { relayOnce } from '../../activities/relay';
import { attemptDelivery } from '../../activities/webhooks/attempt';
import { webhookListener } from '../../activities/webhooks/fan-out';
import type { WebhookAnswer, WebhookCall } from '../../activities/webhooks/post';
import { type SenderDeps, WebhookSender } from '../../activities/webhooks/sender';
import { newSecret } from '../../activities/webhooks/signature';
import { type Cipher, createCipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { EventListener } from '../../db/relayed-events';
import { findDelivery } from '../../db/webhook-attempts';
import { insertEndpoint, secretRow } from '../../db/webhook-endpoints';
import { type Instant, instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, type MerchantId, merchantId } from '../../domain/ids';
import { testDataKeys } from './data-keys';
import type { LedgerDatabase } from './ledger-database';

const START_AT = '2026-11-25T12:00:00.000Z';
const DAY_MS = 86_400_000;

/** `days` after the story's beginning, and seconds more. */
export const after = (days: number, seconds = 0): Instant =>
  instant(Date.parse(START_AT) + days * DAY_MS + seconds * 1_000);

/** Merchants, endpoints and events on a database of their own, and receivers that answer what a test says. */
export class WebhookWorld {
  readonly cipher: Cipher = createCipher(testDataKeys('k1'));
  readonly calls: WebhookCall[] = [];
  /** deliveries for which retries were begun */
  readonly begun: string[] = [];
  /** errors of listeners and of recording */
  readonly failures: string[] = [];
  answer: (call: WebhookCall) => Promise<WebhookAnswer> = async () => ({ status: 204 });
  nowAt: Instant = after(0);
  private count = 0;

  constructor(private readonly database: LedgerDatabase) {}

  get db(): Db {
    return this.database.db;
  }

  /** A test begins as if nobody had been called yet, at the story's beginning, with receivers that take everything. */
  clear(): void {
    this.answer = async () => ({ status: 204 });
    this.nowAt = after(0);
    for (const list of [this.calls, this.begun, this.failures]) list.splice(0);
  }

  close = (): Promise<void> => this.database.close();

  get deps() {
    return {
      db: this.db,
      cipher: this.cipher,
      postWebhook: async (call: WebhookCall) => {
        this.calls.push(call);
        return await this.answer(call);
      },
    };
  }

  async merchant(): Promise<MerchantId> {
    const id = merchantId(`mer_${(this.count += 1)}`);
    await this.db
      .insertInto('merchants')
      .values({
        ...{ merchant_id: id, name: 'BestSofa LLC', total_to_own_bps: 20_000, initial_payment_cents: cents(4_900) },
        ...{ min_invoice_cents: cents(100), max_invoice_cents: cents(500_000), term_months: 12 },
      })
      .execute();
    return id;
  }

  async endpoint(merchant: MerchantId, eventTypes: string[] = ['*']): Promise<{ endpointId: string; secret: string }> {
    const endpointId = `whe_${(this.count += 1)}`;
    const secret = newSecret();
    const sealed = this.cipher.seal(secret, secretRow(endpointId, 'secret'));
    const url = `https://${endpointId}.example/hook`;
    await this.db.transaction().execute((trx) =>
      insertEndpoint(trx, {
        ...{ endpointId, merchantId: merchant, url, eventTypes },
        description: null,
        secret: sealed,
      }),
    );
    return { endpointId, secret };
  }

  /** Records what happened to a lease, in this order. @returns the events' IDs */
  async happens(merchant: MerchantId, lease: string | null, ...types: string[]): Promise<string[]> {
    const ids: string[] = [];
    for (const type of types) {
      const id = `evt_${(this.count += 1)}`;
      const sequence = lease === null ? null : ids.length + 1;
      await this.db
        .insertInto('events')
        .values({
          ...{ event_id: id, merchant_id: merchant, lease_id: lease === null ? null : leaseId(lease), sequence, type },
          ...{ at: after(0), data: JSON.stringify({ round: 1 }) },
        })
        .execute();
      ids.push(id);
    }
    return ids;
  }

  relay(...more: EventListener[]): Promise<number> {
    return relayOnce({
      db: this.db,
      listeners: [webhookListener(this.db), ...more],
      onFailure: ({ eventId }, error) => void this.failures.push(`${eventId}: ${String(error)}`),
    });
  }

  sender(over: Partial<SenderDeps> = {}): WebhookSender {
    return new WebhookSender({
      ...this.deps,
      beginRetries: async (deliveryId) => void this.begun.push(deliveryId),
      onEnded: () => undefined,
      onFailure: (deliveryId, error) => void this.failures.push(`${deliveryId}: ${String(error)}`),
      now: () => Date.parse(this.nowAt),
      ...over,
    });
  }

  /** Relays and sends until nothing waits any more. */
  async tellAll(): Promise<void> {
    const sender = this.sender();
    while ((await this.relay()) + (await sender.sendDue()) > 0) await sender.settled();
  }

  /** One retry, as the Workflow makes it. */
  async retry(deliveryId: string, number: number, at: Instant) {
    const due = await findDelivery(this.db, deliveryId);
    if (!due) throw new Error('no such delivery');
    return await attemptDelivery(this.deps, due, { number, at });
  }

  /** What endpoint was told what, in the order of the calls. */
  told(): string[] {
    return this.calls.map(({ url, headers }) => `${new URL(url).hostname.split('.')[0]} ${headers['webhook-id']}`);
  }

  async deliveries(endpointId: string) {
    return await this.db
      .selectFrom('webhook_deliveries')
      .selectAll()
      .where('endpoint_id', '=', endpointId)
      .orderBy('number')
      .execute();
  }

  async endpointRow(endpointId: string) {
    return await this.db
      .selectFrom('webhook_endpoints')
      .selectAll()
      .where('endpoint_id', '=', endpointId)
      .executeTakeFirstOrThrow();
  }

  /** As if the time of all claims had passed. */
  async claimsEnd(): Promise<void> {
    const past = instant(0);
    await this.db.updateTable('events').set({ claimed_until: past }).where('claimed_until', 'is not', null).execute();
    await this.db
      .updateTable('webhook_deliveries')
      .set({ claimed_until: past })
      .where('claimed_until', 'is not', null)
      .execute();
  }
}
