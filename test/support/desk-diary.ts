import type { Instant } from '../../domain/calendar-date';
import { happen } from '../../domain/lease/happen';
import { judge } from '../../domain/lease/judge';
import type { Judgement } from '../../domain/lease/judgement';
import { type Envelope, type Recording, recordingOf, type StepEvent } from '../../domain/lease/recording';
import type { Happening, Report } from '../../domain/lease/reports';
import { type LeaseOrigin, type LeaseState, newLease } from '../../domain/lease/state';

/** What a lease's Workflow would write down of the same facts, without a Workflow: one clock, no errands. */
export class DeskDiary {
  lease: LeaseState;
  private steps: Recording[] = [];

  constructor(
    origin: LeaseOrigin,
    private readonly at: Instant,
  ) {
    this.lease = newLease(origin, at);
  }

  hear(report: Report, by: Envelope): this {
    return this.write(judge(this.lease, report, this.at), report.event, by);
  }

  /** @param by whose report this answers: an application's, a signature's, or one that SQL carried out */
  find(fact: Happening, by?: Envelope): this {
    const answers = fact.event === 'servicingAnswered' ? this.lease.asked?.event : REPORTED[fact.event];
    return this.write(happen(this.lease, fact, this.at), by ? (answers ?? fact.event) : fact.event, by);
  }

  /** What was written since the last time, as one batch. */
  batch(): Recording[] {
    const batch = this.steps;
    this.steps = [];
    return batch;
  }

  private write(judgement: Judgement, event: StepEvent, by: Envelope | undefined): this {
    const { at } = this;
    const { lease, recording } = recordingOf(this.lease, judgement, by ? { at, event, by } : { at, event });
    this.lease = lease;
    const isNews = recording.verdict || recording.events.length > 0 || Object.keys(recording.changes).length > 0;
    if (isNews) this.steps.push(recording);
    return this;
  }
}

const REPORTED: Partial<Record<Happening['event'], StepEvent>> = {
  decided: 'applicationSubmitted',
  cardAnswered: 'agreementSigned',
};
