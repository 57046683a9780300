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

export const FUNDING_PATH = '/portal/funding';

export const runPath = (runId: string): string => `${FUNDING_PATH}/${encodeURIComponent(runId)}`;

export const reportPath = (runId: string): string => `${runPath(runId)}/report.csv`;

export const APPLICATIONS_PATH = '/portal/applications';

/** The link is a secret: it stands in no log, and no page it leads to links anywhere else. */
export const applyPath = (token: string, language?: string): string =>
  `/portal/apply/${token}${language === undefined ? '' : `?language=${language}`}`;

export const decisionPath = (token: string, language: string): string =>
  `/portal/apply/${token}/decision?language=${language}`;
