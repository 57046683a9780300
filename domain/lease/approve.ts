import type { Instant } from '../calendar-date';
import type { Cents } from '../cents';
import { APPROVAL_DAYS, DENIAL_REVIEW_DAYS } from '../lease-policy';
import { endOfDayAfter, localDate } from '../store-clock';
import { accept, type Acceptance, type NewEvent } from './judgement';
import type { LeaseState } from './state';

/** Approved: the 90 days start today, whoever decided (T1, T4, T5, T7). */
export function approve(lease: LeaseState, limitCents: Cents, at: Instant, events: NewEvent[] = []): Acceptance {
  const expiresAt = endOfDayAfter(lease.clock, localDate(lease.clock, at), APPROVAL_DAYS);
  return accept(lease, at, { status: 'approved', approval: { limitCents, expiresAt }, denialFinalAt: null }, events);
}

/** Denied, with a lease ID all the same; support may open a review until the denial is final (T6). */
export function deny(lease: LeaseState, at: Instant, events: NewEvent[] = []): Acceptance {
  const denialFinalAt = endOfDayAfter(lease.clock, localDate(lease.clock, at), DENIAL_REVIEW_DAYS);
  return accept(lease, at, { status: 'denied', denialFinalAt }, events);
}
