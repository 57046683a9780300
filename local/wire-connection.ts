import type { Socket } from 'node:net';

import type { Turns } from './turns';
import { type Frame, WireFrames } from './wire-frames';

/** The one session behind every connection. */
export interface Session {
  readonly greeting: Buffer;
  run(bytes: Buffer, answer: (bytes: Uint8Array) => void): Promise<void>;
  isInTransaction(): boolean;
  rollback(): Promise<void>;
}

export interface WireConnectionOptions {
  readonly session: Session;
  readonly turns: Turns;
  /** A transaction that idles longer is ended: it holds every other client. */
  readonly idleInTransactionMs: number;
}

/** One client. It holds the session's turn from the first message of a unit until no transaction is open. */
export class WireConnection {
  private readonly frames = new WireFrames();
  private work: Promise<void> = Promise.resolve();
  private endTurn: (() => void) | undefined;
  private idleTimer: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(
    private readonly socket: Socket,
    private readonly options: WireConnectionOptions,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (chunk: Buffer) => this.receive(chunk));
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.enqueue(() => this.leave()));
  }

  private receive(chunk: Buffer): void {
    try {
      for (const frame of this.frames.push(chunk)) this.enqueue(() => this.handle(frame));
    } catch {
      this.socket.destroy();
    }
  }

  /** Keeps a client's messages in order; a failure of the engine costs the client its connection, not the process. */
  private enqueue(step: () => Promise<void>): void {
    this.work = this.work.then(step).catch(() => void this.socket.destroy());
  }

  private async handle(frame: Frame): Promise<void> {
    if (this.socket.destroyed) return;
    switch (frame.kind) {
      case 'encryption_request':
        this.socket.write('N');
        return;
      case 'startup':
        this.socket.write(this.options.session.greeting);
        return;
      case 'cancel_request':
      case 'terminate':
        this.socket.end();
        return;
      case 'batch':
        return this.run(frame.bytes, frame.endsTurn);
    }
  }

  private async run(bytes: Buffer, endsTurn: boolean): Promise<void> {
    clearTimeout(this.idleTimer);
    this.endTurn ??= await this.options.turns.take();
    // The client may have gone while it waited; what it asked for last must then not happen.
    if (this.socket.destroyed) return;
    await this.options.session.run(bytes, (answer) => this.socket.write(answer));
    if (endsTurn && !this.options.session.isInTransaction()) this.release();
    else this.idleTimer = setTimeout(() => this.socket.destroy(), this.options.idleInTransactionMs);
  }

  private async leave(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.idleTimer);
    try {
      if (this.endTurn !== undefined && this.options.session.isInTransaction()) await this.options.session.rollback();
    } finally {
      this.release();
    }
  }

  private release(): void {
    this.endTurn?.();
    this.endTurn = undefined;
  }
}
