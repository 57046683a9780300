import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import { openErrand } from '../../domain/lease/state';
import { type Desk, tell } from './desk';
import { showInSearch } from './operator-view';

// SQL only: short, so that a step whose worker died is taken up again soon.
const act = proxyActivities<Pick<Activities, 'recordLease'>>({ startToCloseTimeout: '10 seconds' });

/** A batch stays far below the 2 MB of a payload, whatever a flood of refusals brings. */
const BATCH_MAX = 50;

/** Of what is written, as the Web UI shows it beside the activity. */
const SUMMARY_LENGTH = 120;

/**
 * Writes what happened to SQL, in order, for as long as the lease runs. While an errand is under way nothing is
 * written, so that a caller hears of a fact only together with its effect; but what SQL itself is asked to carry out
 * follows from no fact before it.
 */
export async function keepRecords(desk: Desk): Promise<never> {
  const { leaseId } = desk.lease.origin;
  for (;;) {
    await condition(() => desk.unrecorded.length > 0 && mayRecord(desk));
    const recordings = desk.unrecorded.slice(0, BATCH_MAX);
    showInSearch(desk);
    const ends = recordings.flatMap(({ events }) => events.slice(-1).map(({ type }) => type));
    const summary = ends.join(', ').slice(0, SUMMARY_LENGTH);
    const { agreement } = await act.recordLease.executeWithOptions({ summary }, [{ leaseId, recordings }]);
    desk.unrecorded.splice(0, recordings.length);
    if (agreement) tell(desk, { event: 'agreementRendered', ...agreement });
  }
}

function mayRecord({ lease }: Desk): boolean {
  const errand = openErrand(lease);
  return errand === undefined || errand === 'asking';
}

/** Resolves once nothing is under way and SQL knows everything. */
export async function allRecorded(desk: Desk): Promise<void> {
  await condition(() => isAllRecorded(desk));
}

export function isAllRecorded({ lease, unrecorded, waiting }: Desk): boolean {
  return unrecorded.length === 0 && waiting.length === 0 && !openErrand(lease);
}
