import type { z } from 'zod';
import { DocumentsBody, ReasonBody, ReviewDecisionBody } from '../schemas/support';
import { leaseCommand } from './lease-command';
import { OF_THE_REVIEWED } from './links';

/** Reasons and document references stay in SQL: they may name people. */
function decisionOf({ decision, approvalLimitCents }: z.infer<typeof ReviewDecisionBody | typeof DocumentsBody>) {
  return approvalLimitCents === undefined ? { decision } : { decision, approvalLimitCents };
}

const SUPPORT = { method: 'post', tag: 'Merchant support', scope: 'support' } as const;

export const supportOperations = [
  leaseCommand({
    ...SUPPORT,
    path: '/v1/leases/:leaseId/review',
    operationId: 'openReview',
    summary: 'Take a denial up again: In Process',
    errorCodes: ['ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED'],
    bodySchema: ReasonBody,
    report: () => ({ event: 'reviewOpened' }),
    links: OF_THE_REVIEWED,
  }),
  leaseCommand({
    ...SUPPORT,
    path: '/v1/leases/:leaseId/review/decision',
    operationId: 'decideReview',
    summary: 'End a review; an approval starts its 90 days now',
    errorCodes: ['ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED'],
    bodySchema: ReviewDecisionBody,
    report: (body) => ({ event: 'reviewClosed', ...decisionOf(body) }),
  }),
  leaseCommand({
    ...SUPPORT,
    path: '/v1/leases/:leaseId/documents',
    operationId: 'submitDocuments',
    summary: 'The documents of a Pre-approved customer are in and decided on',
    errorCodes: ['ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED'],
    bodySchema: DocumentsBody,
    report: (body) => ({ event: 'documentsReceived', ...decisionOf(body) }),
  }),
  leaseCommand({
    ...SUPPORT,
    path: '/v1/leases/:leaseId/reinstatement',
    operationId: 'reinstateLease',
    summary: 'Contracts Expired back to Approved; the 90 days go on as they were',
    errorCodes: ['ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'LEASE_BLOCKED'],
    bodySchema: ReasonBody,
    report: () => ({ event: 'reinstated' }),
  }),
];
