import { leaseCommand } from './lease-command';
import { NoBody } from '../schemas/nothing';
import { OF_THE_LEASE } from './links';

export const contractOperations = [
  leaseCommand({
    method: 'delete',
    path: '/v1/leases/:leaseId/contract',
    operationId: 'cancelContract',
    tag: 'Origination',
    summary: 'Cancel the order before delivery: back to Approved, the initial payment refunded once',
    scope: 'leases:write',
    errorCodes: ['ILLEGAL_TRANSITION', 'APPROVAL_EXPIRED', 'CONTRACTS_EXPIRED', 'LEASE_BLOCKED'],
    bodySchema: NoBody,
    report: () => ({ event: 'contractCancelled' }),
    links: OF_THE_LEASE,
  }),
];
