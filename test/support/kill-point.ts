/** Where a run is killed: at its n-th step, counted from 1, before the step is done or after it, its answer unheard. */
export interface KillPoint {
  step: number;
  phase: 'before' | 'after';
}

export class Killed extends Error {
  override readonly name = 'Killed';

  constructor() {
    super('the process was killed');
  }
}

/** Counts the steps of one run, SQL and partners alike, and ends it at one of them. The dead do nothing more. */
export class Killer {
  stepCount = 0;
  isDead = false;

  constructor(private readonly point?: KillPoint) {}

  /** What is to become of the step that comes now. */
  next(): 'do' | KillPoint['phase'] {
    if (this.isDead) return 'before';
    this.stepCount += 1;
    return this.stepCount === this.point?.step ? this.point.phase : 'do';
  }

  /** One call of a partner. */
  async call<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const fate = this.next();
    this.isDead ||= fate !== 'do';
    if (fate === 'before') throw new Killed();
    const answer = await work();
    if (fate === 'after') throw new Killed();
    return answer;
  }
}

/** Every point of a run of so many steps, and none, the run that nobody disturbs. */
export function killPoints(stepCount: number): KillPoint[] {
  const steps = Array.from({ length: stepCount }, (_, index) => index + 1);
  return steps.flatMap((step) => [
    { step, phase: 'before' },
    { step, phase: 'after' },
  ]);
}
