import type { Activities } from '../../activities';
import type { ServicingRequest } from '../../activities/servicing';
import { storeOffsets } from '../../activities/store-offsets';
import { instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import { STORE_CLOCK_YEARS } from '../../domain/lease-policy';
import { type LeaseProjection, project } from '../../domain/lease/projection';
import type { Recording } from '../../domain/lease/recording';
import type { CardOutcome, DecisionOutcome } from '../../domain/lease/reports';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { type LeaseOrigin, newLease } from '../../domain/lease/state';
import { agreementHashOf } from './lease-factories';

/** How the world around one lease behaves. Each list is used up from the front; its last entry stays. */
export interface World {
  timeZone: string;
  engine: (DecisionOutcome | 'down')[];
  card: (CardOutcome | 'unreachable')[];
  limitCents: number;
  /** what SQL answers to reports on goods and money, in order; a text is an outage */
  servicing: (ServicingAnswer | 'down')[];
}

const USUAL: World = {
  ...{ timeZone: 'America/Chicago', engine: ['approved'], card: ['captured'], limitCents: 150_000 },
  servicing: [],
};

type ServicingActivities = Pick<
  Activities,
  'authorizeReturn' | 'postReturn' | 'takePayment' | 'cancelPayment' | 'acceptPurchase' | 'closePaidOff'
>;
type LeaseActivities = Pick<
  Activities,
  | 'decideApplication'
  | 'recordLease'
  | 'captureInitialPayment'
  | 'refundInitialPayment'
  | 'fundMerchant'
  | 'createPaymentSchedule'
  | keyof ServicingActivities
>;
type ActivityName = keyof LeaseActivities;

/** What the world did for one lease: a line a call, every step SQL was given, and the row they make. */
export class Diary {
  readonly leaseId: LeaseId;
  readonly lines: string[] = [];
  readonly recordings: Recording[] = [];
  readonly row: LeaseProjection;
  /** Anything SQL would have choked on: a gap or a double in sequences, versions or verdicts. */
  readonly flaws: string[] = [];
  readonly world: World;
  readonly cards = new Map<string, CardOutcome>();
  readonly servicingAnswers = new Map<string, ServicingAnswer>();
  private waiting: { isSo: () => boolean; go: () => void }[] = [];
  private readonly gates = new Map<ActivityName, Promise<void>>();

  constructor(origin: LeaseOrigin, world: Partial<World>) {
    this.leaseId = origin.leaseId;
    this.row = project(newLease(origin, instant(0)));
    this.world = { ...USUAL, ...world };
  }

  /** Lines without those of SQL: what the outside world was asked for. */
  get effects(): string[] {
    return this.lines.filter((line) => !line.startsWith('recordLease'));
  }

  /** The timeline, a word a line; a refusal is its code. */
  get timeline(): string[] {
    return this.recordings.flatMap(linesOf);
  }

  count(event: string): number {
    return this.timeline.filter((line) => line === event).length;
  }

  /** Makes every call of one activity wait until the answer is called. */
  hold(activity: ActivityName): () => void {
    let open = (): void => undefined;
    this.gates.set(activity, new Promise((resolve) => (open = resolve)));
    return () => open();
  }

  async call(activity: ActivityName, ...about: unknown[]): Promise<void> {
    this.lines.push([activity, ...about].join(' '));
    this.tellWaiting();
    await this.gates.get(activity);
  }

  /** Resolves as soon as the diary says so; a test that waits in vain fails by its time limit. */
  async until(isSo: () => boolean): Promise<void> {
    if (!isSo()) await new Promise<void>((go) => this.waiting.push({ isSo, go }));
  }

  private tellWaiting(): void {
    const satisfied = this.waiting.filter(({ isSo }) => isSo());
    this.waiting = this.waiting.filter((one) => !satisfied.includes(one));
    satisfied.forEach(({ go }) => go());
  }

  take<Answer>(answers: Answer[]): Answer {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer === undefined) throw new Error(`the world of lease ${this.leaseId} has no answer`);
    return answer;
  }

  /** Like the real one: a step at or before the newest line of the timeline is written already. */
  write(steps: Recording[]): void {
    for (const step of steps) {
      const newest = this.recordings.at(-1);
      const due = (newest?.sequence ?? 1) + (newest?.events.length ?? 0);
      if (step.sequence < due) this.flaws.push(`step ${step.sequence} came twice`);
      if (step.sequence > due) this.flaws.push(`steps ${due} to ${step.sequence - 1} are missing`);
      const wasVersion = newest?.version ?? 0;
      if (step.version !== wasVersion && step.version !== wasVersion + 1) {
        this.flaws.push(`version ${step.version} follows ${wasVersion}`);
      }
      const isJudged = this.recordings.some(({ by, verdict }) => verdict && by?.messageId === step.by?.messageId);
      if (step.verdict && isJudged) this.flaws.push(`a second verdict on ${step.by?.messageId}`);
      this.recordings.push(step);
      Object.assign(this.row, step.changes);
    }
    this.tellWaiting();
  }
}

/** All activities, as a diary for each lease. One set serves every lease of a test file. */
export class Diaries {
  private readonly diaries = new Map<LeaseId, Diary>();

  open(origin: LeaseOrigin, world: Partial<World> = {}): Diary {
    const diary = new Diary(origin, world);
    this.diaries.set(origin.leaseId, diary);
    return diary;
  }

  private of(leaseId: LeaseId): Diary {
    const diary = this.diaries.get(leaseId);
    if (!diary) throw new Error(`nobody keeps a diary of lease ${leaseId}`);
    return diary;
  }

  /** Like the real ones: a repeated message gets its first answer. */
  private servicing(activity: keyof ServicingActivities) {
    return async ({ leaseId, messageId, isFunded }: ServicingRequest): Promise<ServicingAnswer> => {
      const diary = this.of(leaseId);
      await diary.call(activity, messageId, isFunded ? 'funded' : 'undelivered');
      const answer = diary.servicingAnswers.get(messageId) ?? diary.take(diary.world.servicing);
      if (answer === 'down') throw new Error('SQL cannot be reached');
      diary.servicingAnswers.set(messageId, answer);
      return answer;
    };
  }

  readonly activities: LeaseActivities = {
    decideApplication: async ({ leaseId, at, movedApproval }) => {
      const diary = this.of(leaseId);
      await diary.call('decideApplication');
      const { timeZone, limitCents, engine } = diary.world;
      const clock = storeOffsets(timeZone, at, STORE_CLOCK_YEARS);
      if (movedApproval) {
        const { limitCents: proposedLimitCents, expiresAt } = movedApproval;
        return { clock, decision: { outcome: 'approved', proposedLimitCents, expiresAt } };
      }
      const outcome = diary.take(engine);
      return outcome === 'down' ? { clock } : { clock, decision: { outcome, proposedLimitCents: cents(limitCents) } };
    },
    recordLease: async ({ leaseId, recordings }) => {
      const diary = this.of(leaseId);
      await diary.call('recordLease', ...recordings.flatMap(linesOf));
      diary.write(recordings);
      const round = Math.max(0, ...recordings.map(({ changes }) => changes.contractRound ?? 0));
      return round > 0 ? { agreement: { round, agreementSha256: agreementHashOf(leaseId, round) } } : {};
    },
    captureInitialPayment: async ({ leaseId, messageId, amountCents }) => {
      const diary = this.of(leaseId);
      await diary.call('captureInitialPayment', messageId, amountCents);
      const outcome = diary.cards.get(messageId) ?? diary.take(diary.world.card);
      if (outcome === 'unreachable') throw new Error('the processor cannot be reached');
      diary.cards.set(messageId, outcome);
      return { outcome, captureReference: `capture-of-${messageId}` };
    },
    refundInitialPayment: async ({ leaseId, round, amountCents, captureReference }) =>
      this.of(leaseId).call('refundInitialPayment', `round-${round}`, captureReference, amountCents),
    fundMerchant: async ({ leaseId, merchantId, invoiceTotalCents, fundedAt }) =>
      this.of(leaseId).call('fundMerchant', merchantId, invoiceTotalCents, fundedAt),
    createPaymentSchedule: async ({ leaseId, deliveredOn }) =>
      this.of(leaseId).call('createPaymentSchedule', deliveredOn),
    authorizeReturn: this.servicing('authorizeReturn'),
    postReturn: this.servicing('postReturn'),
    takePayment: this.servicing('takePayment'),
    cancelPayment: this.servicing('cancelPayment'),
    acceptPurchase: this.servicing('acceptPurchase'),
    closePaidOff: this.servicing('closePaidOff'),
  };
}

/** A step as one reads it: its events, and the code of a refusal. */
function linesOf({ events, verdict }: Recording): string[] {
  return events.map(({ type }) => (type === 'command.refused' ? (verdict?.code ?? type) : type));
}
