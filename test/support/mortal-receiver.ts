import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import type { ReceivedMessage } from './e2e-webhooks';

/** A retailer's program that hears of its leases; it can go away and come back at the same address. */
export class MortalReceiver {
  readonly messages: ReceivedMessage[] = [];
  /** what happens after a message has come and before it is answered */
  onMessage: (eventId: string) => Promise<void> = async () => undefined;
  private server: Server | undefined;
  private port = 0;

  static async open(): Promise<MortalReceiver> {
    const receiver = new MortalReceiver();
    await receiver.comeBack();
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/ownward`;
  }

  async comeBack(): Promise<void> {
    this.server = createServer((req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)] as const);
        const body = Buffer.concat(chunks).toString('utf8');
        this.messages.push({ body, headers: Object.fromEntries(headers) });
        void this.onMessage(String(req.headers['webhook-id'])).then(() => res.writeHead(204).end());
      });
    }).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
  }

  async goAway(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => this.server?.close(resolve));
  }

  /** What it has heard of a lease, each event once, in the order in which it heard of it first; all of it was signed. */
  heardOf(leaseId: string, secret: string): unknown[] {
    const bodies = new Map<string, string>();
    for (const { body, headers } of this.messages) {
      if (JSON.parse(body).leaseId !== leaseId) continue;
      const id = headers['webhook-id'] ?? '';
      expect(new Webhook(secret).verify(body, headers)).toMatchObject({ id });
      // The same event is the same bytes, however often it comes.
      expect([id, bodies.get(id) ?? body]).toEqual([id, body]);
      bodies.set(id, body);
    }
    return [...bodies.values()].map((body): unknown => JSON.parse(body));
  }
}
