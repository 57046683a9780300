import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { WireFrames } from '../../local/wire-frames';

/** Always the end of an answer: the server waits for the next statement. */
const READY_FOR_QUERY = Buffer.from('Z\0\0\0\x05', 'latin1');

/** Before the server hears of it; after it is done, the answer unheard; when the answer is on its way. */
const PHASES = ['before', 'after', 'heard'] as const;
export type Phase = (typeof PHASES)[number];

/** Each seed strikes at another side of the same statement. */
export const phaseOf = (seed: number): Phase => PHASES[seed % PHASES.length] ?? 'before';

/** A statement of some process, and when the process is struck at it. */
export interface Ambush {
  /** stand in the statement or among its parameters: SQL, and the id of what it is about */
  asked: readonly string[];
  /** stand in its answer too; not with `before` */
  answered?: readonly string[];
  phase: Phase;
  /** not the statement itself, but the commit of its transaction */
  isCommit?: boolean;
}

interface Armed extends Ambush {
  strike: () => void;
}

/** Stands between processes and their PostgreSQL, and strikes at a statement: so a kill hits the step it is meant for. */
export class StatementTrap {
  private readonly armed = new Set<Armed>();
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: ReturnType<typeof createServer>,
    readonly port: number,
  ) {}

  static async open(target: { host: string; port: number }): Promise<StatementTrap> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const trap = new StatementTrap(server, (server.address() as AddressInfo).port);
    server.on('connection', (client) => trap.join(client, connect(target.port, target.host)));
    return trap;
  }

  /** Strikes once, at the first such statement from now on; unless the answer is on its way, the line is cut with it. */
  arm(ambush: Ambush, strike: () => void): void {
    this.armed.add({ ...ambush, strike });
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  /** The ambush that such a batch walks into. */
  caught(batch: Buffer): Armed | undefined {
    return [...this.armed].find(({ asked }) => asked.every((text) => batch.includes(text)));
  }

  /** False when another line was faster. */
  spring(ambush: Armed): boolean {
    if (!this.armed.delete(ambush)) return false;
    ambush.strike();
    return true;
  }

  private join(client: Socket, upstream: Socket): void {
    for (const socket of [client, upstream]) {
      this.sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.once('close', () => this.sockets.delete(socket));
    }
    client.once('close', () => upstream.destroy());
    upstream.once('close', () => client.destroy());
    new TrappedLine(this, client, upstream);
  }
}

class TrappedLine {
  private readonly frames = new WireFrames();
  /** what the statement under way, or its transaction, walked into */
  private caught: Armed | undefined;
  /** its commit was not sent yet */
  private isOpen = false;
  private answer: Buffer[] = [];

  constructor(
    private readonly trap: StatementTrap,
    private readonly client: Socket,
    private readonly upstream: Socket,
  ) {
    client.on('data', (chunk: Buffer) => this.ask(chunk));
    upstream.on('data', (chunk: Buffer) => this.hear(chunk));
  }

  private ask(chunk: Buffer): void {
    for (const frame of this.frames.push(chunk)) if (frame.kind === 'batch') this.look(frame.bytes);
    if (this.isDue() && this.caught?.phase === 'before' && this.trap.spring(this.caught)) return this.cut();
    this.upstream.write(chunk);
  }

  /** A client of ours sends no statement before it has heard the answer to the one before. */
  private look(batch: Buffer): void {
    if (!this.isOpen) this.caught = this.trap.caught(batch);
    if (this.caught?.isCommit && !this.isOpen) return void (this.isOpen = true);
    const isEnd = this.isOpen && /^Q....(commit|rollback)\0$/is.exec(batch.toString('latin1'));
    if (!isEnd) return;
    this.isOpen = false;
    if (isEnd[1] === 'rollback') this.caught = undefined;
  }

  private hear(chunk: Buffer): void {
    if (!this.isDue()) return void this.client.write(chunk);
    this.answer.push(chunk);
    if (!chunk.subarray(-6, -1).equals(READY_FOR_QUERY)) return;
    const answer = Buffer.concat(this.answer);
    const { caught } = this;
    this.answer = [];
    this.caught = undefined;
    const isMeant = caught?.answered?.every((text) => answer.includes(text)) ?? true;
    if (caught?.phase === 'after' && isMeant && this.trap.spring(caught)) return this.cut();
    this.client.write(answer);
    if (caught?.phase === 'heard' && isMeant) this.trap.spring(caught);
  }

  private isDue(): boolean {
    return this.caught !== undefined && !this.isOpen;
  }

  private cut(): void {
    this.client.destroy();
    this.upstream.destroy();
  }
}
