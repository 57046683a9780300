import type { ChildRecords } from './child-records';
import { Refusal } from './refusal';
import { type ChildPlan, type RestartPolicy, SupervisedChild, usualPolicy } from './supervised-child';

export interface SupervisorOptions {
  readonly write: (line: string) => void;
  readonly records: ChildRecords;
  readonly policy?: RestartPolicy;
}

/** Starts children, brings back those that die, and ends all of them in the reverse order of their start. */
export class Supervisor {
  /** Rejects with a Refusal when a child cannot be kept running. */
  readonly gaveUp: Promise<never>;
  private giveUp = (_sentence: string): void => undefined;
  private readonly children: SupervisedChild[] = [];
  private stopped: Promise<void> | undefined;

  constructor(private readonly options: SupervisorOptions) {
    this.gaveUp = new Promise<never>((_, reject) => {
      this.giveUp = (sentence) => reject(new Refusal(sentence));
    });
    this.gaveUp.catch(() => undefined);
  }

  /**
   * Resolves when the child can be used.
   * @throws Refusal when it, or another child, cannot be kept running.
   */
  async start(plan: ChildPlan): Promise<void> {
    if (this.stopped !== undefined) throw new Refusal('Stopped while starting.');
    const { write, records } = this.options;
    const child = new SupervisedChild(plan, this.options.policy ?? usualPolicy, {
      line: (text) => write(`[${plan.name}] ${text}`),
      started: (pid) => records.add(plan.name, pid),
      owns: (pid) => records.add(plan.name, pid),
      ended: () => records.remove(plan.name),
      gaveUp: this.giveUp,
    });
    this.children.push(child);
    await Promise.race([child.ready, this.gaveUp]);
  }

  /** Safe to call again; a later `now` overtakes an earlier gentle stop. */
  async stop(now = false): Promise<void> {
    if (now) await Promise.all(this.children.map((child) => child.stop(true)));
    this.stopped ??= this.stopInOrder();
    await this.stopped;
  }

  private async stopInOrder(): Promise<void> {
    for (const child of [...this.children].reverse()) await child.stop(false);
  }
}
