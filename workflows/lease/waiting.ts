import { condition, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../../domain/calendar-date';
import { STATUS_LABELS } from '../../domain/lease-status';
import { openErrand } from '../../domain/lease/state';
import type { Desk } from './desk';

/**
 * Waits until the lease has news: a new version, an errand, or a history long enough to start afresh.
 * @returns true when `until` passed in silence; false for news, also when both came in one Workflow Task (TW10)
 */
export async function silence(desk: Desk, until: Instant | null): Promise<boolean> {
  const { version, status } = desk.lease;
  const hasNews = () => desk.lease.version !== version || openErrand(desk.lease) !== undefined || isHistoryLong();
  if (!until) {
    await condition(hasNews);
    return false;
  }
  await condition(hasNews, msUntil(until), { summary: `${STATUS_LABELS[status]} until ${until}` });
  return !hasNews();
}

/** TW16: the history is bounded by starting afresh at a quiet point. */
export function isHistoryLong(): boolean {
  return workflowInfo().continueAsNewSuggested;
}

/** Never zero: zero has meant "no timeout". */
function msUntil(until: Instant): number {
  return Math.max(1, Date.parse(until) - Date.now());
}
