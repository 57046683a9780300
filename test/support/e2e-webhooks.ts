import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface ReceivedMessage {
  body: string;
  headers: Record<string, string>;
}

export interface WebhookReceiver {
  url: string;
  /** what has come when this is true of it */
  until(holds: (messages: ReceivedMessage[]) => boolean | Promise<boolean>): Promise<ReceivedMessage[]>;
  close(): Promise<void>;
}

/** How often a fact is looked for that only another process can bring about. */
const LOOK_MS = 50;

/** A program of a retailer's, on this machine. It gives these answers first and then takes everything. */
export async function webhookReceiver(answers: readonly number[] = []): Promise<WebhookReceiver> {
  const left = [...answers];
  const messages: ReceivedMessage[] = [];
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const headers = Object.entries(req.headers).map(([name, value]) => [name, String(value)] as const);
      messages.push({ body: Buffer.concat(chunks).toString('utf8'), headers: Object.fromEntries(headers) });
      res.writeHead(left.shift() ?? 204).end();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ownward`,
    async until(holds) {
      while (!(await holds(messages))) await pause(LOOK_MS);
      return [...messages];
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
