import type { LeaseId } from '../../../domain/ids';
import type { DeskAction } from './actions';

const LEASES = '/portal/leases';

const ACTION_PATHS: Readonly<Record<DeskAction, string>> = {
  enter_order: 'order',
  show_signing: 'signing',
  deliver: 'delivery',
  cancel: 'cancellation',
  return: 'return',
  lower_price: 'price-adjustment',
};

/** What a form did, said on the page one lands on. */
export const DONE = ['delivery', 'cancellation', 'credit-invoice'] as const;
export type Done = (typeof DONE)[number];

export const leasePath = (leaseId: LeaseId, done?: Done): string =>
  `${LEASES}/${leaseId}${done === undefined ? '' : `?done=${done}`}`;

export const actionPath = (leaseId: LeaseId, action: DeskAction): string =>
  `${LEASES}/${leaseId}/${ACTION_PATHS[action]}`;

/** The same below `/portal`, as the router has it. */
export const actionRoute = (action: DeskAction): string => `/leases/:leaseId/${ACTION_PATHS[action]}`;

export const messagePath = (leaseId: LeaseId, messageId: string): string =>
  `${LEASES}/${leaseId}/messages/${encodeURIComponent(messageId)}`;

export const receiptPath = (leaseId: LeaseId, returnId: string): string =>
  `${LEASES}/${leaseId}/returns/${encodeURIComponent(returnId)}`;

export const runPath = (runId: string): string => `/portal/fundings/${encodeURIComponent(runId)}`;
