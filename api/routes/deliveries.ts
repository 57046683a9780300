import { json, keyedOperation } from '../operation';
import { DeliveryBody } from '../schemas/delivery';
import { DeliveryStatus, LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { leaseCommand } from './lease-command';
import { OF_THE_FUNDED } from './links';

const submitDeliveryConfirmations = leaseCommand({
  method: 'post',
  path: '/v1/leases/:leaseId/delivery-confirmation',
  operationId: 'submitDeliveryConfirmations',
  tag: 'Origination',
  summary: 'The customer holds, or will hold on that day, the whole order',
  scope: 'leases:write',
  errorCodes: [
    'ILLEGAL_TRANSITION',
    'NOT_OK_TO_DELIVER',
    'APPROVAL_EXPIRED',
    'CONTRACTS_EXPIRED',
    'LEASE_BLOCKED',
    'PARTIAL_DELIVERY',
    'DELIVERY_DATE_OUT_OF_WINDOW',
    'DELIVERED_BEFORE_SIGNED',
  ],
  bodySchema: DeliveryBody,
  report: ({ deliveredOn, lines }) => ({ event: 'deliveryConfirmed', deliveredOn, ...(lines ? { lines } : {}) }),
  links: OF_THE_FUNDED,
});

const requestStatusWithDeliveryConfirmation = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/delivery-status',
  operationId: 'requestStatusWithDeliveryConfirmation',
  tag: 'Leases',
  summary: 'Whether the goods may be handed over, and whether they were',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: [],
  pathSchema: LeasePath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: DeliveryStatus,
  async handle({ caller, path }, { reads }) {
    const { status, statusLabel, isOkToDeliver, deliveredOn, fundingScheduledFor } = await reads.byId(
      caller,
      path.leaseId,
    );
    return json({ status, statusLabel, isOkToDeliver, deliveredOn, fundingScheduledFor });
  },
});

export const deliveryOperations = [submitDeliveryConfirmations, requestStatusWithDeliveryConfirmation];
