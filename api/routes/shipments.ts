import { commandReply } from '../command-reply';
import { commandOperation, json, keyedOperation, type Operation } from '../operation';
import { LeasePath } from '../schemas/lease';
import { NoBody, Nothing } from '../schemas/nothing';
import { ShipmentAnswer, ShipmentBody, ShipmentDeliveryBody, ShipmentPath, Shipments } from '../schemas/shipment';
import { leaseCommand } from './lease-command';

/** A shipment that completes an order delivers it, so it can fail as a delivery can. */
const DELIVERY = [
  'ILLEGAL_TRANSITION',
  'NOT_OK_TO_DELIVER',
  'APPROVAL_EXPIRED',
  'CONTRACTS_EXPIRED',
  'LEASE_BLOCKED',
  'DELIVERY_DATE_OUT_OF_WINDOW',
  'DELIVERED_BEFORE_SIGNED',
] as const;

const submitShipment = leaseCommand({
  method: 'post',
  path: '/v1/leases/:leaseId/shipments',
  operationId: 'submitShipment',
  tag: 'Shipments',
  summary: 'Part of the order leaves the store; when all of it is delivered, the whole order is confirmed by itself',
  scope: 'leases:write',
  errorCodes: [...DELIVERY, 'SHIPMENT_EXCEEDS_ORDER', 'DUPLICATE_LINE'],
  bodySchema: ShipmentBody,
  answerSchema: ShipmentAnswer,
  report: ({ lines, deliveredOn }) => ({ event: 'shipmentReported', lines, ...(deliveredOn ? { deliveredOn } : {}) }),
});

const confirmShipment = commandOperation({
  method: 'patch',
  path: '/v1/leases/:leaseId/shipments/:shipmentId',
  operationId: 'confirmShipment',
  tag: 'Shipments',
  summary: 'A shipment was delivered, or is delivered on another day',
  scope: 'leases:write',
  successStatus: 200,
  otherStatuses: [202],
  errorCodes: [...DELIVERY, 'NOT_FOUND'],
  pathSchema: ShipmentPath,
  querySchema: Nothing,
  bodySchema: ShipmentDeliveryBody,
  answerSchema: ShipmentAnswer,
  async handle({ caller, requestId, idempotencyKey, path: { leaseId, shipmentId }, body }, { commands }) {
    const { deliveredOn } = body;
    const report = { event: 'shipmentDelivered', shipmentId, deliveredOn } as const;
    // Which shipment stands in the path; a repeat is compared with it too.
    const asked = { shipmentId, deliveredOn };
    const by = { caller, requestId, idempotencyKey, operationId: 'confirmShipment' };
    return commandReply(await commands.submit({ ...by, leaseId, body: asked, report }), 200);
  },
});

const listShipments = keyedOperation({
  method: 'get',
  path: '/v1/leases/:leaseId/shipments',
  operationId: 'listShipments',
  tag: 'Shipments',
  summary: 'The shipments of the order, as they were reported',
  scope: 'leases:read',
  successStatus: 200,
  errorCodes: [],
  pathSchema: LeasePath,
  querySchema: Nothing,
  bodySchema: NoBody,
  answerSchema: Shipments,
  handle: async ({ caller, path: { leaseId } }, { reads }) => json({ data: await reads.shipments(caller, leaseId) }),
});

export const shipmentOperations: readonly Operation[] = [submitShipment, confirmShipment, listShipments];
