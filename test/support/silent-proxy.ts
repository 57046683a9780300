import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * A line to a server that can go dead without a word, as when a cable is cut or a firewall forgets: nothing arrives any
 * more in either direction, and nobody is told. What was connected then stays dead for ever.
 */
export class SilentProxy {
  private readonly lines = new Set<Socket>();
  private readonly dead = new WeakSet<Socket>();
  private isSilent = false;

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly port: number,
  ) {}

  static async open(target: { host: string; port: number }): Promise<SilentProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new SilentProxy(server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => proxy.join(client, target));
    return proxy;
  }

  /** From now on who connects is accepted and never answered, like everyone who is connected already. */
  silence(): void {
    this.isSilent = true;
    for (const line of this.lines) this.dead.add(line);
  }

  /** New lines work again; the dead ones stay dead. */
  speak(): void {
    this.isSilent = false;
  }

  /** Every line breaks, and both ends hear of it. */
  cut(): void {
    for (const line of this.lines) line.destroy();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, target: { host: string; port: number }): void {
    const upstream = connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      if (this.isSilent) this.dead.add(socket);
      this.lines.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.lines.delete(socket));
    }
    client.on('data', (chunk) => void (this.dead.has(client) || upstream.write(chunk)));
    upstream.on('data', (chunk) => void (this.dead.has(client) || client.write(chunk)));
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => void (this.dead.has(client) || client.destroy()));
  }
}
