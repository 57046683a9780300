import type { Stats } from 'node:fs';

interface Seen {
  readonly size: number;
  readonly mtimeMs: number;
  readonly sinceMs: number;
  readonly failureCount: number;
  readonly notBeforeMs: number;
}

const RETRY_FIRST_MS = 5_000;
const RETRY_MAX_MS = 300_000;

/** Which of a partner's files have stood unchanged long enough, and which failed and are to rest for a while. */
export class SettledFiles {
  private seen = new Map<string, Seen>();

  constructor(
    private readonly settleMs: number,
    private readonly nowMs: () => number = () => performance.now(),
  ) {}

  /** One look at a file; the next look tells whether it has changed. @returns true when it may be taken */
  look(name: string, { size, mtimeMs }: Pick<Stats, 'size' | 'mtimeMs'>, settleMs = this.settleMs): boolean {
    const before = this.seen.get(name);
    const isSame = before?.size === size && before.mtimeMs === mtimeMs;
    const now = this.nowMs();
    const seen = before && isSame ? before : { size, mtimeMs, sinceMs: now, failureCount: 0, notBeforeMs: 0 };
    this.seen.set(name, seen);
    return now - seen.sinceMs >= settleMs && now >= seen.notBeforeMs;
  }

  /** It could not be taken: twice as long each time until it is tried again. */
  failed(name: string): void {
    const seen = this.seen.get(name);
    if (!seen) return;
    const restMs = Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** seen.failureCount);
    this.seen.set(name, { ...seen, failureCount: seen.failureCount + 1, notBeforeMs: this.nowMs() + restMs });
  }

  /** Forgets what is not there any more. */
  keepOnly(names: readonly string[]): void {
    const here = new Set(names);
    this.seen = new Map([...this.seen].filter(([name]) => here.has(name)));
  }
}
