import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { WireFrames } from '../../local/wire-frames';
import type { Killer } from './kill-point';

/** A step is done when the server says that it waits for the next one: ReadyForQuery, always the end of an answer. */
const READY_FOR_QUERY = Buffer.from('Z\0\0\0\x05', 'latin1');

export interface KillingProxy {
  url: string;
  close(): Promise<void>;
}

/**
 * Stands between a process and its PostgreSQL, and cuts every line at the step the killer names: what the server then
 * sees is what it sees of a process killed there. Each message that waits for an answer is a step, BEGIN and COMMIT too.
 */
export async function killingProxy(databaseUrl: string, killer: Killer): Promise<KillingProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const die = (): void => {
    killer.isDead = true;
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((client) => {
    if (killer.isDead) return void client.destroy();
    const upstream = connect(Number(target.port), target.hostname);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => sockets.delete(socket));
    }
    client.once('close', () => upstream.end());
    upstream.once('close', () => client.destroy());
    join(client, upstream, killer, die);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = Object.assign(new URL(databaseUrl), { hostname: '127.0.0.1', port: String(port) }).href;
  const close = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    server.close();
    await once(server, 'close');
  };
  return { url, close };
}

function join(client: Socket, upstream: Socket, killer: Killer, die: () => void): void {
  const frames = new WireFrames();
  let isLast = false;
  client.on('data', (chunk: Buffer) => {
    const steps = frames.push(chunk).filter(({ kind }) => kind === 'batch');
    const fates = steps.map(() => killer.next());
    if (fates.includes('before')) return die();
    isLast ||= fates.includes('after');
    upstream.write(chunk);
  });
  upstream.on('data', (chunk: Buffer) => {
    if (!isLast) return void client.write(chunk);
    if (chunk.subarray(-6, -1).equals(READY_FOR_QUERY)) die();
  });
}
