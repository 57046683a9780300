import { setCurrentDetails, upsertSearchAttributes } from '@temporalio/workflow';
import type { SearchAttributePair } from '@temporalio/common';
import { describeWait, nextDeadline } from '../../domain/lease/deadline';
import type { LeaseState } from '../../domain/lease/state';
import type { Desk } from './desk';

/** What the lease waits for, in the Web UI under User Metadata. Kept by the worker, in no history: free, and safe to reword. */
export function showWait({ lease }: Desk): void {
  setCurrentDetails(describeWait(lease));
}

/**
 * An upsert is billed, so it is sent only when operators would see a difference; and not for Funded, which the
 * continue-as-new that follows at once says for nothing.
 */
export function showInSearch(desk: Desk): void {
  const shown = inSearch(desk.lease);
  if (shown === desk.shown || desk.lease.status === 'funded') return;
  desk.shown = shown;
  const deadlineAt = nextDeadline(desk.lease);
  upsertSearchAttributes([
    { key: { name: 'LeaseStatus', type: 'KEYWORD' }, value: desk.lease.status },
    { key: { name: 'DeadlineAt', type: 'DATETIME' }, value: deadlineAt ? new Date(deadlineAt) : null },
  ]);
}

/** Tells whether two states of a lease look the same to a search. */
export function inSearch(lease: LeaseState): string {
  return `${lease.status} ${nextDeadline(lease) ?? ''}`;
}

/** All that operators search a lease by: a new run keeps none of what it is not given. */
export function searchedBy(lease: LeaseState): SearchAttributePair[] {
  const { merchantId, storeId } = lease.origin;
  const deadlineAt = nextDeadline(lease);
  const about: SearchAttributePair[] = [
    { key: { name: 'MerchantId', type: 'KEYWORD' }, value: merchantId },
    { key: { name: 'StoreId', type: 'KEYWORD' }, value: storeId },
    { key: { name: 'LeaseStatus', type: 'KEYWORD' }, value: lease.status },
  ];
  if (!deadlineAt) return about;
  return [...about, { key: { name: 'DeadlineAt', type: 'DATETIME' }, value: new Date(deadlineAt) }];
}
