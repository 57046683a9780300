import { setTimeout as delay } from 'node:timers/promises';
import type { Socket } from 'node:net';

/** Data of writes that wait to reach the disk, before no more is taken from the line. */
const WAITING_MAX_BYTES = 4 * 1_024 * 1_024;
/** Some clients ask for every piece of a file at once; this many are four times the largest file. */
const WAITING_MAX_COUNT = 8_192;
/** Answers that the line has not taken, before no more are made. */
const UNSENT_MAX_BYTES = 1_024 * 1_024;
const UNSENT_MAX_COUNT = 64;
const LOOK_AGAIN_MS = 10;

export interface Line {
  readonly socket: Socket;
  /** answers that the other side has not made room for */
  unsentCount(): number;
}

/**
 * Requests of one session, done one after the other, so that what was written before a close is on disk by then. It
 * holds the sender back instead of growing: by the line itself when bytes come too fast, by not answering when answers
 * are not fetched.
 */
export class RequestQueue {
  private readonly waiting: { byteCount: number; work: () => Promise<void> }[] = [];
  private waitingByteCount = 0;
  private running: Promise<void> | undefined;
  private isOver = false;

  constructor(private readonly line: Line) {}

  push(byteCount: number, work: () => Promise<void>): void {
    if (this.isOver) return;
    if (this.waiting.length >= WAITING_MAX_COUNT) {
      this.line.socket.destroy();
      return;
    }
    this.waiting.push({ byteCount, work });
    this.waitingByteCount += byteCount;
    if (this.waitingByteCount > WAITING_MAX_BYTES) this.line.socket.pause();
    this.running ??= this.run();
  }

  /** Resolves when all that was asked so far is done. */
  async idle(): Promise<void> {
    await this.running;
  }

  /** Nothing more is taken; resolves when all that was asked is done. */
  async end(): Promise<void> {
    this.isOver = true;
    await this.running;
  }

  private async run(): Promise<void> {
    for (let next = this.waiting.shift(); next !== undefined; next = this.waiting.shift()) {
      await this.untilAnswersGoOut();
      await next.work();
      this.waitingByteCount -= next.byteCount;
      if (this.waitingByteCount <= WAITING_MAX_BYTES / 2) this.line.socket.resume();
    }
    this.running = undefined;
  }

  private async untilAnswersGoOut(): Promise<void> {
    const { socket } = this.line;
    const isFull = (): boolean =>
      socket.writableLength > UNSENT_MAX_BYTES || this.line.unsentCount() > UNSENT_MAX_COUNT;
    while (!this.isOver && !socket.destroyed && isFull()) await delay(LOOK_AGAIN_MS);
  }
}
