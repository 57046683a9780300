import { getExternalWorkflowHandle, log, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { CalendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { leaseWorkflowId, paidOffMessage, reportSignals } from '../lease/messages';

const act = proxyActivities<Pick<Activities, 'leasesPaidOff' | 'leasesEnded'>>({
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '10 seconds',
});

/** Tells each lease that is paid off, once a day, and waits until SQL shows it. One that does not answer is told again tomorrow. */
export async function tellPaidOff(businessOn: CalendarDate): Promise<void> {
  const told = new Set<LeaseId>();
  for (;;) {
    const { leaseIds } = await act.leasesPaidOff({ businessOn });
    const news = leaseIds.filter((leaseId) => !told.has(leaseId));
    if (news.length === 0) return;
    await Promise.all(news.map((leaseId) => tell(leaseId, businessOn)));
    news.forEach((leaseId) => told.add(leaseId));
    await act.leasesEnded({ leaseIds: news });
  }
}

async function tell(leaseId: LeaseId, businessOn: CalendarDate): Promise<void> {
  try {
    const message = paidOffMessage(leaseId, businessOn);
    await getExternalWorkflowHandle(leaseWorkflowId(leaseId)).signal(reportSignals.paidOff, message);
  } catch (error) {
    log.warn('a lease that is paid off could not be told', { leaseId, error: String(error) });
  }
}
