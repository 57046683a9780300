import { addDays, type Instant } from '../calendar-date';
import { EXPIRY_WARNING_DAYS } from '../lease-policy';
import { localDate, startOfDay } from '../store-clock';
import type { NewEvent } from './events';
import type { LeaseState } from './state';

/** When the merchant is told that so many days are left. */
export interface ExpiryWarning {
  at: Instant;
  daysLeft: number;
}

/** What runs out while the lease waits for its invoice or its signature. */
function runningOut({
  status,
  approval,
  contract,
}: LeaseState): { expiresAt: Instant; of: 'approval' | 'contract' } | null {
  if (status === 'contracts') return contract && { expiresAt: contract.expiresAt, of: 'contract' };
  if (status === 'approved' || status === 'contracts_expired') return approval && { ...approval, of: 'approval' };
  return null;
}

function warnings(lease: LeaseState): ExpiryWarning[] {
  const end = runningOut(lease);
  if (!end || !lease.origin.warnsOfExpiry) return [];
  const endsOn = localDate(lease.clock, end.expiresAt);
  return EXPIRY_WARNING_DAYS.map((daysLeft) => ({ daysLeft, at: startOfDay(lease.clock, addDays(endsOn, -daysLeft)) }));
}

/** The first warning still to come; one whose instant has passed before anybody waited for it is left out. */
export function nextWarning(lease: LeaseState, now: Instant): ExpiryWarning | null {
  return warnings(lease).find(({ at }) => at > now) ?? null;
}

/**
 * What is told at `now`, the instant a warning was waited for or, after an outage, a later one: how many days are left
 * by the newest warning that has passed.
 */
export function expiryEvent(lease: LeaseState, now: Instant): NewEvent[] {
  const end = runningOut(lease);
  const passed = warnings(lease).filter(({ at }) => at <= now);
  const last = passed.at(-1);
  if (!end || !last) return [];
  return [{ type: `${end.of}.expiring`, data: { daysLeft: last.daysLeft, expiresAt: end.expiresAt } }];
}
