import type { CalendarDate, Instant } from '../calendar-date';
import { dateFault, deliveryFacts } from './confirm-delivery';
import type { NewEvent } from './events';
import { accept, refuse, type Judgement } from './judgement';
import type { DeliveredLine, Report } from './reports';
import { outstanding, shipmentId, unshipped, wholeOrderDeliveredOn } from './shipments';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

type Reported = Extract<Report, { event: 'shipmentReported' }>;
type Delivered = Extract<Report, { event: 'shipmentDelivered' }>;

/** Part of the order left the store. With the last part delivered, the whole order is: nobody needs to say so. */
export function reportShipment(lease: LeaseState, { lines, deliveredOn }: Reported, at: Instant): Judgement {
  if (lease.status !== 'lease_accepted') return refuseForStatus(lease, 'shipmentReported');
  const fault = linesFault(lease, lines) ?? (deliveredOn && dateFault(lease, deliveredOn, at));
  if (fault) return refuse(lease, fault.code, fault.detail);

  const shipments = lease.shipments ?? [];
  const number = shipments.length + 1;
  const after = { ...lease, shipments: [...shipments, { number, lines, deliveredOn: deliveredOn ?? null }] };
  const data = { shipmentId: shipmentId(lease, number), outstanding: outstanding(after) };
  return delivered(lease, after, at, { type: 'shipment.reported', data });
}

/** A shipment has arrived, or its day became another one. */
export function deliverShipment(lease: LeaseState, report: Delivered, at: Instant): Judgement {
  if (lease.status !== 'lease_accepted') return refuseForStatus(lease, 'shipmentDelivered');
  const known = lease.shipments?.find(({ number }) => shipmentId(lease, number) === report.shipmentId);
  if (!known) return refuse(lease, 'NOT_FOUND', 'no such shipment of the order');
  const { deliveredOn } = report;
  const fault = dateFault(lease, deliveredOn, at);
  if (fault) return refuse(lease, fault.code, fault.detail);

  const shipments = (lease.shipments ?? []).map((one) => (one === known ? { ...one, deliveredOn } : one));
  const after = { ...lease, shipments };
  const data = { shipmentId: report.shipmentId, deliveredOn, outstanding: outstanding(after) };
  return delivered(lease, after, at, { type: 'shipment.delivered', data });
}

function delivered(before: LeaseState, after: LeaseState, at: Instant, event: NewEvent): Judgement {
  const whole = wholeOrder(after, at);
  return accept(before, at, { shipments: after.shipments, ...whole?.changes }, [event, ...(whole?.events ?? [])]);
}

/**
 * What follows once nothing of the order is outstanding: the confirmation of the whole order, with the day of its last
 * part. Null while something is; an order is never funded in part (T22).
 */
export function wholeOrder(lease: LeaseState, at: Instant): ReturnType<typeof deliveryFacts> | null {
  const deliveredOn: CalendarDate | null = lease.status === 'lease_accepted' ? wholeOrderDeliveredOn(lease) : null;
  return deliveredOn && deliveryFacts(lease, deliveredOn, at);
}

function linesFault(lease: LeaseState, lines: readonly DeliveredLine[]) {
  const numbers = lines.map(({ lineNumber }) => lineNumber);
  const twice = numbers.find((number, index) => numbers.indexOf(number) !== index);
  if (twice !== undefined) return { code: 'DUPLICATE_LINE', detail: `line ${twice} appears twice` } as const;
  const left = new Map(unshipped(lease).map(({ lineNumber, quantity }) => [lineNumber, quantity]));
  const beyond = lines.find(({ lineNumber, quantity }) => quantity > (left.get(lineNumber) ?? 0));
  if (!beyond) return undefined;
  const detail = `line ${beyond.lineNumber}: ${left.get(beyond.lineNumber) ?? 0} are left to ship`;
  return { code: 'SHIPMENT_EXCEEDS_ORDER', detail } as const;
}
