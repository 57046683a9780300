import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers, or misbehaves; `received` counts every request so far, this one included. */
export type Behaviour = (res: ServerResponse, request: Received, receivedCount: number) => void;

export interface UnrulyServer {
  url: string;
  received: Received[];
  behave(next: Behaviour): void;
  close(): Promise<void>;
}

/** A partner on a free port of this machine that does what a test tells it, down to the socket. */
export async function unrulyServer(): Promise<UnrulyServer> {
  const received: Received[] = [];
  let behaviour: Behaviour = (res) => res.end();
  const server = createServer((req, res) => {
    const chunks: Buffer[] = [];
    req.on('data', (chunk: Buffer) => chunks.push(chunk));
    req.on('end', () => {
      const request = { path: req.url ?? '', headers: req.headers, body: Buffer.concat(chunks).toString() };
      received.push(request);
      behaviour(res, request, received.length);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    behave(next) {
      behaviour = next;
      received.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const answers =
  (body: unknown, status = 200): Behaviour =>
  (res) =>
    void res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));

export const answersText =
  (text: string): Behaviour =>
  (res) =>
    void res.writeHead(200, { 'content-type': 'text/html' }).end(text);

/** Takes the request and never says anything, the connection staying open: what a half-open connection looks like. */
export const silent: Behaviour = () => undefined;

/** Begins the head of an answer and never ends it. */
export const silentInHead: Behaviour = (res) => void socketOf(res).write('HTTP/1.1 200 OK\r\ncontent-le');

/** Sends blanks for ever: never idle, never done. Ends with the connection. */
export const drips: Behaviour = (res) => {
  res.writeHead(200, { 'content-type': 'application/json' });
  const dripping = setInterval(() => res.write(' '), 2);
  res.on('close', () => clearInterval(dripping));
};

/** Names the full length, sends the first bytes, and closes. */
export const truncates =
  (body: unknown): Behaviour =>
  (res) => {
    const text = JSON.stringify(body);
    res.writeHead(200, { 'content-length': text.length });
    res.write(text.slice(0, -3), () => socketOf(res).end());
  };

export const resets: Behaviour = (res) => void socketOf(res).resetAndDestroy();

/** Sends the first bytes of an answer, then ends the connection: too late for a quick second try. */
export const endsAfter =
  (bytes: string, how: 'reset' | 'close'): Behaviour =>
  (res) => {
    const socket = socketOf(res);
    // A turn later: a reset in the same one would discard the bytes still in the socket's buffer.
    socket.write(bytes, () => setImmediate(() => (how === 'reset' ? socket.resetAndDestroy() : socket.end())));
  };

export const closesWithoutAnswer: Behaviour = (res) => void socketOf(res).end();

/** A body without end; stops when the caller hangs up. */
export const floods: Behaviour = (res) => {
  res.writeHead(200, { 'content-type': 'application/json' });
  const pour = (): void => {
    while (!res.destroyed && res.write(Buffer.alloc(16_384, 0x20)));
  };
  res.on('drain', pour);
  pour();
};

/** An address where nobody listens: a port that was ours a moment ago. */
export async function deadUrl(): Promise<string> {
  const server = await unrulyServer();
  await server.close();
  return server.url;
}

function socketOf(res: ServerResponse): Socket {
  if (!res.socket) throw new Error('the connection is gone already');
  return res.socket;
}
