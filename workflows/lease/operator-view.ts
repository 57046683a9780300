import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import { describeWait, nextDeadline } from '../../domain/lease/deadline';
import type { Desk } from './desk';

/** An upsert is billed, so it is sent only when an operator would see a difference. */
export function showOperators(desk: Desk): void {
  const { lease } = desk;
  setCurrentDetails(describeWait(lease));
  const deadlineAt = nextDeadline(lease);
  const shown = `${lease.status} ${deadlineAt ?? ''}`;
  if (shown === desk.shown) return;
  desk.shown = shown;
  upsertSearchAttributes([
    { key: { name: 'LeaseStatus', type: 'KEYWORD' }, value: lease.status },
    { key: { name: 'DeadlineAt', type: 'DATETIME' }, value: deadlineAt ? new Date(deadlineAt) : null },
  ]);
}
