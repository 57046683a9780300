import type { Instant } from '../calendar-date';
import type { ErrorCode } from '../errors';
import type { MessageId } from '../ids';
import type { LeaseStatus } from '../lease-status';
import type { NewEvent } from './events';
import type { Judgement } from './judgement';
import { projectionChanges, type LeaseProjection } from './projection';
import type { Happening, ReportEvent } from './reports';
import type { LeaseState } from './state';

/** Who reported something, and the request that ties Web UI, log and answer together. */
export interface Envelope {
  messageId: MessageId;
  requestId: string;
  actor: string;
  channel: string;
}

/** Of the envelope, what SQL does not know yet; the request is kept under the message. */
export type Reporter = Omit<Envelope, 'requestId'>;

/** What a step answers to: a report, the application itself, or something the story found out. */
export type StepEvent = ReportEvent | Happening['event'] | 'applicationSubmitted';

/** One step of a lease as SQL writes it down: verdict, changed fields and timeline, in one transaction. */
export interface Recording {
  at: Instant;
  /** absent when the lease found out by itself */
  by?: Reporter;
  /** present when this step is the verdict on `by.messageId` */
  verdict?: Verdict;
  version: number;
  changes: Partial<LeaseProjection>;
  /** place in the timeline of the first of `events` */
  sequence: number;
  events: NewEvent[];
}

export interface Verdict {
  outcome: 'accepted' | 'refused';
  code?: ErrorCode;
  detail?: string;
  /** the report's event name and the status it met; a refusal answers with them */
  event: StepEvent;
  from: LeaseStatus;
}

/** Puts a judgement into the form SQL writes, and the lease one line of timeline further on. */
export function recordingOf(
  before: LeaseState,
  judgement: Judgement,
  context: { at: Instant; event: StepEvent; by?: Envelope },
): { lease: LeaseState; recording: Recording } {
  const { at, event, by } = context;
  const { events } = judgement;
  const lease = { ...judgement.lease, sequence: before.sequence + events.length };
  const recording: Recording = {
    at,
    version: lease.version,
    changes: projectionChanges(before, lease),
    sequence: before.sequence + 1,
    events,
  };
  if (by) recording.by = { messageId: by.messageId, actor: by.actor, channel: by.channel };
  if (by && judgement.outcome !== 'noted') recording.verdict = verdictOf(before, judgement, event);
  return { lease, recording };
}

function verdictOf(before: LeaseState, judgement: Exclude<Judgement, { outcome: 'noted' }>, event: StepEvent): Verdict {
  const met = { event, from: before.status };
  if (judgement.outcome === 'accepted') return { outcome: 'accepted', ...met };
  return { outcome: 'refused', code: judgement.code, detail: judgement.detail, ...met };
}
