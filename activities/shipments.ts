import type { Cipher } from '../db/cipher';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { requestBody } from '../db/requests';
import { insertShipment, setShipmentDelivered } from '../db/shipments';
import type { CalendarDate } from '../domain/calendar-date';
import type { MessageId } from '../domain/ids';
import type { DeliveredLine } from '../domain/lease/reports';
import type { Recording } from '../domain/lease/recording';

interface ShipmentBody {
  lines: DeliveredLine[];
  carrier?: string;
  trackingNumber?: string;
  shippedOn?: CalendarDate;
  deliveredOn?: CalendarDate;
}

/** Keeps what a step says of shipments: who carries them, and when they left and arrived. */
export async function keepShipments(
  trx: Trx,
  cipher: Cipher,
  lease: LeaseRow,
  { at, events }: Recording,
  messageId: MessageId,
): Promise<void> {
  for (const event of events) {
    if (event.type === 'shipment.delivered') {
      await setShipmentDelivered(trx, event.data.shipmentId, event.data.deliveredOn);
    } else if (event.type === 'shipment.reported') {
      const { lease_id: leaseId, contract_round: round } = lease;
      if (!round) throw new Error('a shipment needs an order');
      const body = await requestBody<ShipmentBody>(trx, cipher, messageId);
      await insertShipment(trx, {
        ...body,
        shipmentId: event.data.shipmentId,
        leaseId,
        round,
        messageId,
        reportedAt: at,
      });
    }
  }
}
