import { log, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';
import { actsAt, describeWait } from '../../domain/lease/deadline';
import { readReport } from '../../domain/lease/read-report';
import type { ReportEvent } from '../../domain/lease/reports';
import { type Desk, hear } from './desk';
import { engineRestored, leaseQuery, type LeaseSummary, reportSignals, verdictQuery } from './messages';
import { isAllRecorded } from './records';

/** Handlers judge and write down, at once. They never act, wait or throw; the story does the rest. */
export function listen(desk: Desk): void {
  for (const event of Object.keys(reportSignals) as ReportEvent[]) {
    setHandler(reportSignals[event], (payload: unknown) => {
      const read = readReport(event, payload);
      if (read) hear(desk, read.by, read.report);
      else log.warn('a Signal that is no report was ignored', { signal: event });
    });
  }
  setHandler(engineRestored, () => {
    desk.isEngineRestored = true;
  });
  // Left alone, an unknown Signal would be buffered for as long as the lease lives.
  setDefaultSignalHandler((signal) => {
    log.warn('an unknown Signal was ignored', { signal });
  });
  setHandler(verdictQuery, (messageId) => desk.verdicts.find((verdict) => verdict.messageId === messageId));
  setHandler(leaseQuery, () => summary(desk));
}

function summary(desk: Desk): LeaseSummary {
  const { lease } = desk;
  return {
    leaseId: lease.origin.leaseId,
    status: lease.status,
    version: lease.version,
    waitsFor: describeWait(lease),
    nextDeadlineAt: actsAt(lease),
    isSettled: isAllRecorded(desk),
  };
}
