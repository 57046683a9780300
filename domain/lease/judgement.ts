import type { Instant } from '../calendar-date';
import type { ErrorCode } from '../errors';
import type { NewEvent } from './events';
import type { LeaseState } from './state';

/** The lease after an accepted fact, and the lines it adds to the timeline. */
export interface Acceptance {
  outcome: 'accepted';
  lease: LeaseState;
  events: NewEvent[];
}

/** A refusal changes nothing but the timeline (and, for a card, the count of attempts). */
export interface Refusal {
  outcome: 'refused';
  code: ErrorCode;
  detail: string;
  lease: LeaseState;
  events: NewEvent[];
}

/**
 * Written down without a verdict and without a new version: a signature whose card has not answered yet, or an
 * errand that is done.
 */
export interface Note {
  outcome: 'noted';
  lease: LeaseState;
  events: NewEvent[];
}

export type Judgement = Acceptance | Refusal | Note;

/**
 * The lease with `changes`, one version on. A change of status adds the line `lease.<status>` after `events`; the first
 * fact of all begins the timeline with the application.
 * @param at Workflow time of the fact
 */
export function accept(
  lease: LeaseState,
  at: Instant,
  changes: Partial<LeaseState>,
  events: NewEvent[] = [],
): Acceptance {
  const next = { ...lease, ...changes, version: lease.version + 1, updatedAt: at };
  const isFirst = lease.version === 0;
  const before: NewEvent[] = isFirst ? [{ type: 'application.submitted' }, ...events] : events;
  const isNews = isFirst || next.status !== lease.status;
  return { outcome: 'accepted', lease: next, events: isNews ? [...before, { type: `lease.${next.status}` }] : before };
}

/**
 * The lease as handed over: as it was, but for a card's count of attempts and the block it may bring. The line
 * `command.refused` comes after `events`.
 * @param code   of the catalogue; the caller gets it, so it is never reworded
 * @param detail one English sentence for people, free of personal data
 */
export function refuse(lease: LeaseState, code: ErrorCode, detail: string, events: NewEvent[] = []): Refusal {
  return { outcome: 'refused', code, detail, lease, events: [...events, { type: 'command.refused', data: { code } }] };
}

/** The lease with `changes`, in the same version: there is no verdict, and no caller hears of it. */
export function note(lease: LeaseState, changes: Partial<LeaseState>, events: NewEvent[] = []): Note {
  return { outcome: 'noted', lease: { ...lease, ...changes }, events };
}
