import { z } from 'zod';
import { leaseId } from '../../domain/ids';
import { DateOut, InstantOut, OnDate } from './dates';
import { Lease, LeaseIdOut } from './lease';
import { code, text } from './text';

const LINES_MAX = 100;
const COUNT_MAX = 9_999;

const Line = z.strictObject({ lineNumber: z.int().min(1).max(COUNT_MAX), quantity: z.int().min(1).max(COUNT_MAX) });

/** Part of an order, or all of it. Whether it was ordered, and not shipped before, is for the lease to say. */
export const ShipmentBody = z.strictObject({
  lines: z.array(Line).min(1).max(LINES_MAX),
  carrier: text(60).optional(),
  trackingNumber: code(64).optional(),
  shippedOn: OnDate.optional(),
  deliveredOn: OnDate.optional(),
});

export const ShipmentPath = z.strictObject({ leaseId: LeaseIdOut.transform(leaseId), shipmentId: code(64) });
export const ShipmentDeliveryBody = z.strictObject({ deliveredOn: OnDate });

export const ShipmentAnswer = z
  .strictObject({
    shipmentId: z.string(),
    outstanding: z.array(Line).meta({ description: 'What of the order is not delivered yet' }),
    lease: Lease,
  })
  .meta({ id: 'ShipmentAnswer' });

export const Shipments = z
  .strictObject({
    data: z.array(
      z.strictObject({
        shipmentId: z.string(),
        lines: z.array(Line),
        carrier: z.string().nullable(),
        trackingNumber: z.string().nullable(),
        shippedOn: DateOut.nullable(),
        deliveredOn: DateOut.nullable(),
        reportedAt: InstantOut,
      }),
    ),
  })
  .meta({ id: 'Shipments' });
