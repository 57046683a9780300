import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { LeaseId, MessageId } from '../domain/ids';
import type { DeliveredLine } from '../domain/lease/reports';
import type { Db, Trx } from './database';

export interface ShipmentView {
  shipmentId: string;
  lines: DeliveredLine[];
  carrier: string | null;
  trackingNumber: string | null;
  shippedOn: CalendarDate | null;
  deliveredOn: CalendarDate | null;
  reportedAt: Instant;
}

/** Keeps a shipment of a contract round; one that is there already stays as it is. */
export async function insertShipment(
  trx: Trx,
  shipment: Pick<ShipmentView, 'shipmentId' | 'lines' | 'reportedAt'> &
    Partial<Pick<ShipmentView, 'carrier' | 'trackingNumber' | 'shippedOn' | 'deliveredOn'>> & {
      leaseId: LeaseId;
      round: number;
      messageId: MessageId;
    },
): Promise<void> {
  await trx
    .insertInto('shipments')
    .values({
      shipment_id: shipment.shipmentId,
      lease_id: shipment.leaseId,
      round: shipment.round,
      message_id: shipment.messageId,
      lines: JSON.stringify(shipment.lines),
      carrier: shipment.carrier ?? null,
      tracking_number: shipment.trackingNumber ?? null,
      shipped_on: shipment.shippedOn ?? null,
      delivered_on: shipment.deliveredOn ?? null,
      reported_at: shipment.reportedAt,
    })
    .onConflict((conflict) => conflict.column('shipment_id').doNothing())
    .execute();
}

export async function setShipmentDelivered(trx: Trx, shipmentId: string, deliveredOn: CalendarDate): Promise<void> {
  await trx.updateTable('shipments').set({ delivered_on: deliveredOn }).where('shipment_id', '=', shipmentId).execute();
}

/** The shipments of a lease's newest order, in the order they were reported. */
export async function readShipments(db: Db | Trx, leaseId: LeaseId): Promise<ShipmentView[]> {
  const rows = await db
    .selectFrom('shipments')
    .selectAll()
    .where('lease_id', '=', leaseId)
    .where('round', '=', (query) =>
      query
        .selectFrom('shipments')
        .select((row) => row.fn.max('round').as('round'))
        .where('lease_id', '=', leaseId),
    )
    .orderBy('reported_at')
    .orderBy('shipment_id')
    .execute();
  return rows.map((row) => ({
    shipmentId: row.shipment_id,
    lines: row.lines,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    shippedOn: row.shipped_on,
    deliveredOn: row.delivered_on,
    reportedAt: row.reported_at,
  }));
}
