import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

interface Event {
  type: string;
  leaseId: string | null;
  sequence: number | null;
}

/** A retailer's receiver of webhooks, as small as it can be: it believes what is signed, and prints what it is told. */
export class DemoReceiver {
  /** known once the endpoint is registered */
  secret = '';
  private readonly heard: Event[] = [];
  private readonly seen = new Set<string>();

  private constructor(
    private readonly server: Server,
    readonly url: string,
  ) {}

  static async listen(write: (line: string) => void): Promise<DemoReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const receiver = new DemoReceiver(server, `http://127.0.0.1:${port}/ownward`);
    server.on('request', (req, res) => {
      const chunks: Buffer[] = [];
      req.on('data', (chunk: Buffer) => chunks.push(chunk));
      req.on('end', () => {
        const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
        res.writeHead(receiver.take(Buffer.concat(chunks).toString('utf8'), headers, write) ? 204 : 401).end();
      });
    });
    return receiver;
  }

  /** @returns false for what is not signed with our secret */
  private take(body: string, headers: Record<string, string>, write: (line: string) => void): boolean {
    try {
      const event = new Webhook(this.secret).verify(body, headers) as Event;
      const id = String(headers['webhook-id']);
      if (!this.seen.has(id)) {
        write(`    webhook ← ${event.type}${event.leaseId ? ` (${event.leaseId}, ${String(event.sequence)})` : ''}`);
        this.heard.push(event);
      }
      this.seen.add(id);
      return true;
    } catch {
      return false;
    }
  }

  /** Waits until an event of this type, of this lease where one is given, has arrived. */
  async until(type: string, leaseId?: string): Promise<void> {
    const deadline = Date.now() + 60_000;
    const isHeard = () => this.heard.some((event) => event.type === type && (!leaseId || event.leaseId === leaseId));
    while (!isHeard()) {
      if (Date.now() > deadline) throw new Error(`no webhook ${type} arrived within a minute`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  close(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
