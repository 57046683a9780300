import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { describeWait, nextDeadline } from '../../domain/lease/deadline';
import type { Desk } from './desk';

/** What the lease waits for, in the Web UI under User Metadata. Kept by the worker, in no history: free, and safe to reword. */
export function showWait({ lease }: Desk): void {
  setCurrentDetails(describeWait(lease));
}

/** What operators search by. An upsert is billed, so it is sent only when they would see a difference. */
export function showInSearch(desk: Desk): void {
  const { lease } = desk;
  const deadlineAt = nextDeadline(lease);
  const shown = `${lease.status} ${deadlineAt ?? ''}`;
  if (shown === desk.shown) return;
  desk.shown = shown;
  upsertSearchAttributes([
    { key: { name: 'LeaseStatus', type: 'KEYWORD' }, value: lease.status },
    { key: { name: 'DeadlineAt', type: 'DATETIME' }, value: deadlineAt ? new Date(deadlineAt) : null },
  ]);
}
