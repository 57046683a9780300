import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { DAILY_RUN_SCHEDULE_ID } from '../workflows/daily-run/messages';
import { LEASE_TASK_QUEUE } from '../workflows/lease/messages';

/**
 * Sees to it that the runs of each banking day are asked for at the cut-off, 17:00 in New York, summer and winter. It
 * knows no holidays: on a day without banks there is nothing to run, and after an outage the next run makes up for it.
 */
export async function ensureDailyRunSchedule(client: Client): Promise<void> {
  try {
    await client.schedule.create({
      scheduleId: DAILY_RUN_SCHEDULE_ID,
      spec: {
        calendars: [
          {
            hour: 17,
            minute: 0,
            dayOfWeek: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
            comment: 'cut-off of the daily runs',
          },
        ],
        timezone: 'America/New_York',
      },
      action: { type: 'startWorkflow', workflowType: 'dailyRun', args: [{}], taskQueue: LEASE_TASK_QUEUE },
      policies: { overlap: ScheduleOverlapPolicy.BUFFER_ONE, catchupWindow: '7 days' },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
