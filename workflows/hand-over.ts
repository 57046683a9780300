import { ActivityFailure, log, TimeoutFailure } from '@temporalio/workflow';
import type { HandOver } from '../activities/ach-files/sending-day';
import { type CalendarDate, instant } from '../domain/calendar-date';

/** From 17:00 to the end of the day in New York: a file handed over later is one of the next banking day. */
export const HAND_OVER = { scheduleToCloseTimeout: '7 hours', heartbeatTimeout: '10 seconds' } as const;

/**
 * Gives the bank a run's file once. Where it cannot be reached until the day ends, the file moves to the next banking
 * day, and says so.
 *
 * @param send an Activity with the time limits of {@link HAND_OVER}
 */
export async function handOver(
  run: { runId: string; businessOn: CalendarDate },
  send: (file: { runId: string; handOver: HandOver }) => Promise<void>,
): Promise<void> {
  const { runId, businessOn } = run;
  for (;;) {
    try {
      return await send({ runId, handOver: { businessOn, at: instant(Date.now()) } });
    } catch (error) {
      if (!(error instanceof ActivityFailure && error.cause instanceof TimeoutFailure)) throw error;
      log.warn('the bank could not be reached until the end of the day', { runId });
    }
  }
}
