import { log, setDefaultSignalHandler, setHandler } from '@temporalio/workflow';
import { actsAt, describeWait } from '../../domain/lease/deadline';
import type { Envelope } from '../../domain/lease/recording';
import type { Report, ReportEvent } from '../../domain/lease/reports';
import { openErrand } from '../../domain/lease/state';
import { type Desk, hear } from './desk';
import { engineRestored, leaseQuery, type LeaseSummary, reportSignals, verdictQuery } from './messages';

/** Handlers judge and write down, at once. They never act, wait or throw; the story does the rest. */
export function listen(desk: Desk): void {
  for (const event of Object.keys(reportSignals) as ReportEvent[]) {
    setHandler(reportSignals[event], (message: unknown) => {
      if (isMessage(message)) {
        const { messageId, requestId, actor, channel, ...fields } = message;
        hear(desk, { messageId, requestId, actor, channel }, { event, ...fields } as Report);
      } else {
        log.warn('a Signal without its envelope was ignored', { signal: event });
      }
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

function summary({ lease, unrecorded, waiting }: Desk): LeaseSummary {
  return {
    leaseId: lease.origin.leaseId,
    status: lease.status,
    version: lease.version,
    waitsFor: describeWait(lease),
    nextDeadlineAt: actsAt(lease),
    isSettled: unrecorded.length === 0 && waiting.length === 0 && !openErrand(lease),
  };
}

/** The API sends whole messages; an operator's hand may not. A lease must outlive both. */
function isMessage(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && 'messageId' in message && typeof message.messageId === 'string'
  );
}
