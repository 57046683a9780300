import type { CalendarDate } from '../calendar-date';
import type { DeliveredLine } from './reports';
import type { LeaseState } from './state';

/** Part of an order on its way; `deliveredOn` in the store's time zone, null until it is known. */
export interface Shipment {
  /** counts the shipments of one contract round, from 1 */
  number: number;
  lines: DeliveredLine[];
  deliveredOn: CalendarDate | null;
}

/**
 * What of each line is in none of the shipments that pass `counts`; never below zero, also where a later return made
 * the order smaller than what was shipped.
 */
function missing(lease: LeaseState, counts: (shipment: Shipment) => boolean): DeliveredLine[] {
  const shipped = (lease.shipments ?? []).filter(counts).flatMap(({ lines }) => lines);
  return (lease.contract?.lines ?? []).flatMap(({ lineNumber, quantity }) => {
    const ofLine = shipped.filter((line) => line.lineNumber === lineNumber);
    const left = quantity - ofLine.reduce((sum, line) => sum + line.quantity, 0);
    return left > 0 ? [{ lineNumber, quantity: left }] : [];
  });
}

/** What is not yet delivered (api.md "Settled: channels"). */
export const outstanding = (lease: LeaseState): DeliveredLine[] =>
  missing(lease, ({ deliveredOn }) => deliveredOn !== null);

/** What nobody has shipped yet. */
export const unshipped = (lease: LeaseState): DeliveredLine[] => missing(lease, () => true);

/** The day on which the last part of the order arrives; null while any part has no such day. */
export function wholeOrderDeliveredOn(lease: LeaseState): CalendarDate | null {
  if (!lease.shipments || outstanding(lease).length > 0) return null;
  const days = lease.shipments.flatMap(({ deliveredOn }) => (deliveredOn ? [deliveredOn] : []));
  return days.reduce<CalendarDate | null>((latest, day) => (latest && latest > day ? latest : day), null);
}

/** How a shipment is known outside: unique for ever, since a contract round is. */
export const shipmentId = ({ origin, contract }: LeaseState, number: number): string =>
  `shp_${origin.leaseId}_${contract?.round ?? 0}_${number}`;
