import type { Instant } from '../../domain/calendar-date';
import { instant } from '../../domain/calendar-date';
import type { MessageId } from '../../domain/ids';
import { VERDICTS_MAX } from '../../domain/lease-policy';
import { actsAt } from '../../domain/lease/deadline';
import { happen } from '../../domain/lease/happen';
import { judge } from '../../domain/lease/judge';
import type { Judgement } from '../../domain/lease/judgement';
import { type Envelope, type Recording, recordingOf, type StepEvent } from '../../domain/lease/recording';
import type { Happening, Report } from '../../domain/lease/reports';
import { carriedLease, type LeaseState, mustWait, newLease, withoutOrigination } from '../../domain/lease/state';
import type { CarriedLease, CarriedVerdict, LeaseApplication, RememberedVerdict } from './messages';
import { inSearch } from './operator-view';
import type { Alarm } from './waiting';

/** Where a lease's facts come together. All of it that outlives a run is in {@link CarriedLease}. */
export interface Desk {
  lease: LeaseState;
  verdicts: RememberedVerdict[];
  /** what SQL does not know yet, in order */
  unrecorded: Recording[];
  /** reports that came while an errand was under way; judged after it, in order */
  waiting: { by: Envelope; report: Report; heardAt: Instant }[];
  /** the report whose verdict depends on an answer from outside: the application, or a signature */
  inHand: { by: Envelope; event: StepEvent } | undefined;
  isEngineRestored: boolean;
  /** what the search attributes said last */
  shown: string;
  /** timers under way */
  alarms: Alarm[];
}

export function openDesk({ origin, by }: LeaseApplication, carried: CarriedLease | undefined): Desk {
  if (carried) return openCarriedDesk(carried);
  const inHand = { by, event: 'applicationSubmitted' as const };
  return { ...openCarriedDesk({ lease: newLease(origin, now()), verdicts: [] }), inHand };
}

/** The search attributes of a start say what the lease it starts with says. */
export function openCarriedDesk({ lease: news, verdicts }: CarriedLease): Desk {
  const lease = { ...newLease(news.origin, news.createdAt), ...news };
  const nothing = { unrecorded: [], waiting: [], inHand: undefined, isEngineRestored: false, alarms: [] };
  return { lease, verdicts: verdicts.map(remembered), ...nothing, shown: inSearch(lease) };
}

function remembered([messageId, version, code]: CarriedVerdict): RememberedVerdict {
  return code ? { messageId, version, outcome: 'refused', code } : { messageId, version, outcome: 'accepted' };
}

/** All that outlives a run: the lease and its newest verdicts, so that a repeat still meets its first one. */
export function carriedOver({ lease, verdicts }: Desk): CarriedLease {
  const carried = verdicts.map<CarriedVerdict>(({ messageId, version, code }) =>
    code ? [messageId, version, code] : [messageId, version],
  );
  return { lease: carriedLease(lease), verdicts: carried };
}

/** The run that stays open for the whole term is kept small: what only origination needs stays behind. */
export function carriedIntoServicing(desk: Desk): CarriedLease {
  return carriedOver({ ...desk, lease: withoutOrigination(desk.lease) });
}

/** `Date` is Workflow time in the sandbox: the same at every replay. */
export function now(): Instant {
  return instant(Date.now());
}

/** Takes a report in: the same message again changes nothing, and reports are judged in the order they came. */
export function hear(desk: Desk, by: Envelope, report: Report): void {
  if (isKnown(desk, by.messageId)) return;
  if (mustWait(desk.lease, report.event) || desk.waiting.length > 0) {
    desk.waiting.push({ by, report, heardAt: now() });
  } else {
    decideOn(desk, by, report);
  }
}

/** Writes down what the story found out, then judges what waited for it. */
export function tell(desk: Desk, fact: Happening): void {
  const judgement = happen(desk.lease, fact, now());
  const inHand = judgement.outcome === 'noted' ? undefined : desk.inHand;
  if (inHand) desk.inHand = undefined;
  write(desk, judgement, inHand?.event ?? fact.event, inHand?.by);

  for (let next = desk.waiting[0]; next && isTurnOf(desk.lease, next); next = desk.waiting[0]) {
    desk.waiting.shift();
    decideOn(desk, next.by, next.report);
  }
}

/** What came after a deadline is judged only once the story, held up by an errand, has written that deadline down. */
function isTurnOf(lease: LeaseState, { report, heardAt }: Desk['waiting'][number]): boolean {
  const deadlineAt = actsAt(lease);
  const isOver = deadlineAt !== null && heardAt > deadlineAt;
  return !isOver && !mustWait(lease, report.event);
}

function decideOn(desk: Desk, by: Envelope, report: Report): void {
  const judgement = judge(desk.lease, report, now());
  if (judgement.outcome === 'noted') desk.inHand = { by, event: report.event };
  write(desk, judgement, report.event, by);
}

function write(desk: Desk, judgement: Judgement, event: StepEvent, by: Envelope | undefined): void {
  const { lease, recording } = recordingOf(desk.lease, judgement, by ? { at: now(), event, by } : { at: now(), event });
  desk.lease = lease;
  if (by && recording.verdict) {
    const { outcome, code } = recording.verdict;
    const newest = { messageId: by.messageId, version: lease.version, outcome, ...(code ? { code } : {}) };
    desk.verdicts = [...desk.verdicts, newest].slice(-VERDICTS_MAX);
  }
  const isNews = recording.verdict || recording.events.length > 0 || Object.keys(recording.changes).length > 0;
  if (isNews) desk.unrecorded.push(recording);
}

function isKnown(desk: Desk, messageId: MessageId): boolean {
  return (
    desk.inHand?.by.messageId === messageId ||
    desk.verdicts.some((verdict) => verdict.messageId === messageId) ||
    desk.waiting.some(({ by }) => by.messageId === messageId)
  );
}
