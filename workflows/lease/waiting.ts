import { CancellationScope, CancelledFailure, condition, sleep, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '../../domain/calendar-date';
import { STATUS_LABELS } from '../../domain/lease-status';
import { nextWarning } from '../../domain/lease/expiry-warnings';
import { openErrand } from '../../domain/lease/state';
import { type Desk, now, tell } from './desk';
import { isAllRecorded } from './records';

/** A timer under way. */
export interface Alarm {
  at: Instant;
  hasRung: boolean;
  stop(): void;
}

/**
 * Waits until the lease has news: a new version, an errand, or a history long enough to start afresh. Meanwhile it warns
 * of what runs out.
 * @returns true when `until` passed in silence; false for news, also when both came in one Workflow Task (TW10)
 */
export async function silence(desk: Desk, until: Instant | null): Promise<boolean> {
  const { version } = desk.lease;
  const hasNews = () => desk.lease.version !== version || openErrand(desk.lease) !== undefined || canStartAfresh(desk);
  for (;;) {
    const warning = nextWarning(desk.lease, now());
    const alarm = warning ? alarmAt(desk, warning.at, `${warning.daysLeft} days left`) : endingAt(desk, until);
    await condition(() => hasNews() || (alarm?.hasRung ?? false));
    stopNeedless(desk);
    if (hasNews() || !warning) return !hasNews();
    tell(desk, { event: 'expiryNeared' });
  }
}

function endingAt(desk: Desk, until: Instant | null): Alarm | null {
  const { status, approval } = desk.lease;
  const what = until === approval?.expiresAt ? 'Approval' : STATUS_LABELS[status];
  return until && alarmAt(desk, until, `${what} ends ${until}`);
}

/** Each timer is billed, and several statuses wait for the end of the approval: they share one. */
function alarmAt(desk: Desk, at: Instant, summary: string): Alarm {
  const known = desk.alarms.find((alarm) => alarm.at === at);
  if (known) return known;
  const scope = new CancellationScope();
  const alarm = { at, hasRung: false, stop: () => scope.cancel() };
  desk.alarms.push(alarm);
  scope
    .run(() => sleep(msUntil(at), { summary }))
    .then(
      () => {
        alarm.hasRung = true;
      },
      (error: unknown) => {
        if (!(error instanceof CancelledFailure)) throw error;
      },
    );
  return alarm;
}

/** Operators see the timers of a lease: only those that something still waits for may be there. */
function stopNeedless(desk: Desk): void {
  const isNeeded = ({ at }: Alarm) => at === desk.lease.approval?.expiresAt;
  desk.alarms.filter((alarm) => !isNeeded(alarm) && !alarm.hasRung).forEach((alarm) => alarm.stop());
  desk.alarms = desk.alarms.filter(isNeeded);
}

/**
 * TW16: the history is bounded by starting afresh, and only where nothing would be left behind: an errand that nobody
 * runs, a report that nobody judges, a step that SQL never hears of.
 */
export function canStartAfresh(desk: Desk): boolean {
  return workflowInfo().continueAsNewSuggested && desk.inHand === undefined && isAllRecorded(desk);
}

/** Never zero: zero has meant "no timeout". */
function msUntil(until: Instant): number {
  return Math.max(1, Date.parse(until) - Date.now());
}
