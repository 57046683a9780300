import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';

import { type ChildMessage, parseChildMessage } from './parent-link';

export interface ChildPlan {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  /** Asks until the child can be used; when absent the child says so itself (`tellParent({kind: 'ready'})`). */
  readonly ready?: (signal: AbortSignal) => Promise<void>;
}

export interface RestartPolicy {
  readonly firstDelayMs: number;
  readonly maxDelayMs: number;
  /** Who lived longer has not died "again". */
  readonly settledAfterMs: number;
  readonly maxFastDeathsCount: number;
  /** A child that was never ready will hardly become so by repetition. */
  readonly maxDeathsBeforeReadyCount: number;
  /** Between asking a child to end and ending it. */
  readonly stopLimitMs: number;
}

export const usualPolicy: RestartPolicy = {
  firstDelayMs: 200,
  maxDelayMs: 5_000,
  settledAfterMs: 10_000,
  maxFastDeathsCount: 10,
  maxDeathsBeforeReadyCount: 3,
  stopLimitMs: 7_000,
};

export interface ChildEvents {
  line(text: string): void;
  started(pid: number): void;
  owns(pid: number): void;
  ended(): void;
  gaveUp(sentence: string): void;
}

/** One run of a child, from spawn to exit. Own process group: Ctrl-C must reach the supervisor only, which ends in order. */
export class ChildRun {
  readonly ended: Promise<string>;
  refusal: string | undefined;
  private readonly process: ChildProcess;

  constructor(plan: ChildPlan, events: ChildEvents, onReady: () => void) {
    this.process = spawn(plan.command, plan.args, {
      cwd: plan.cwd,
      env: plan.env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      if (stream) createInterface({ input: stream }).on('line', (line) => line !== '' && events.line(line));
    }
    this.process.on('message', (raw) => this.hear(parseChildMessage(raw), events, onReady));
    const { pid } = this.process;
    if (pid !== undefined) events.started(pid);
    this.ended = this.end().then((how) => {
      // What the child started itself goes with it.
      this.kill('SIGKILL');
      events.ended();
      return how;
    });
  }

  kill(signal: NodeJS.Signals): void {
    const { pid } = this.process;
    if (pid === undefined) return;
    try {
      process.kill(signal === 'SIGKILL' ? -pid : pid, signal);
    } catch {
      // Gone already, which is what was wanted.
    }
  }

  private hear(message: ChildMessage | undefined, events: ChildEvents, onReady: () => void): void {
    if (message === undefined) return;
    if (message.kind === 'ready') onReady();
    if (message.kind === 'owns') events.owns(message.pid);
    if (message.kind === 'refusal') this.refusal = message.sentence;
  }

  private end(): Promise<string> {
    return new Promise((resolve) => {
      this.process.once('error', (error) => resolve(error.message));
      this.process.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : signal));
    });
  }
}

/** Keeps one child running until told to stop. */
export class SupervisedChild {
  readonly ready: Promise<void>;
  private run: ChildRun | undefined;
  private readonly stopping = new AbortController();
  private wasReady = false;
  private fastDeathsCount = 0;
  private readonly life: Promise<void>;
  private markReady = (): void => undefined;

  constructor(
    private readonly plan: ChildPlan,
    private readonly policy: RestartPolicy,
    private readonly events: ChildEvents,
  ) {
    const told = new Promise<void>((resolve) => {
      this.markReady = resolve;
    });
    this.life = this.live();
    const asked = plan.ready === undefined ? told : plan.ready(this.stopping.signal);
    this.ready = asked.then(() => {
      this.wasReady = true;
    });
  }

  /** Asks the child to end, insists after the limit; `now` insists at once. */
  async stop(now: boolean): Promise<void> {
    this.stopping.abort();
    this.run?.kill(now ? 'SIGKILL' : 'SIGTERM');
    const insist = setTimeout(() => this.run?.kill('SIGKILL'), this.policy.stopLimitMs);
    await this.life;
    clearTimeout(insist);
  }

  private async live(): Promise<void> {
    for (;;) {
      const startedAtMs = performance.now();
      this.run = new ChildRun(this.plan, this.events, this.markReady);
      const how = await this.run.ended;
      if (this.isStopping()) return;
      const settled = performance.now() - startedAtMs >= this.policy.settledAfterMs;
      this.fastDeathsCount = settled ? 1 : this.fastDeathsCount + 1;
      const hopeless = this.hopelessBecause(this.run.refusal, how);
      if (hopeless !== undefined) return this.events.gaveUp(hopeless);
      await this.pause(how);
      if (this.isStopping()) return;
    }
  }

  private isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  private hopelessBecause(refusal: string | undefined, how: string): string | undefined {
    if (refusal !== undefined) return refusal;
    const { maxFastDeathsCount, maxDeathsBeforeReadyCount } = this.policy;
    const limit = this.wasReady ? maxFastDeathsCount : maxDeathsBeforeReadyCount;
    if (this.fastDeathsCount < limit) return undefined;
    return `${this.plan.name} ended ${this.fastDeathsCount} times in a row (${how}): its lines above say why.`;
  }

  private pause(how: string): Promise<void> {
    const { firstDelayMs, maxDelayMs } = this.policy;
    const delayMs = Math.min(maxDelayMs, firstDelayMs * 2 ** (this.fastDeathsCount - 1));
    this.events.line(`ended (${how}); starting again in ${delayMs / 1000} s`);
    return delay(delayMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
  }
}
