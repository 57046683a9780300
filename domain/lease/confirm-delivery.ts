import { addDays, type CalendarDate, daysBetween, type Instant } from '../calendar-date';
import { DELIVERY_WINDOW_DAYS } from '../lease-policy';
import { localDate } from '../store-clock';
import type { NewEvent } from './events';
import { accept, refuse, type Acceptance, type Judgement } from './judgement';
import type { DeliveredLine, Report } from './reports';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

type Delivery = Extract<Report, { event: 'deliveryConfirmed' }>;

/**
 * T20-T22: the whole order or nothing. A date up to today funds now; one up to 30 days ahead is kept and may be moved
 * until it comes.
 */
export function confirmDelivery(lease: LeaseState, report: Delivery, at: Instant): Judgement {
  const { deliveredOn, lines, invoiceTotalCents } = report;
  if (lease.status !== 'lease_accepted' || !lease.contract) return refuseForStatus(lease, 'deliveryConfirmed');
  if (invoiceTotalCents !== undefined && invoiceTotalCents !== lease.contract.invoiceTotalCents) {
    return refuse(lease, 'INVOICE_TOTAL_MISMATCH', `the invoice is ${lease.contract.invoiceTotalCents} cents`);
  }
  const fault = dateFault(lease, deliveredOn, at);
  if (fault) return refuse(lease, fault.code, fault.detail);
  if (lines && !coversOrder(lease.contract.lines, lines)) {
    return refuse(lease, 'PARTIAL_DELIVERY', 'the lines reported do not cover the whole order');
  }
  const { changes, events } = deliveryFacts(lease, deliveredOn, at);
  return accept(lease, at, changes, events);
}

/** The window is named before the signature where both are broken (api.md "Settled: channels"). */
export function dateFault(lease: LeaseState, deliveredOn: CalendarDate, at: Instant) {
  if (lease.isBlocked) return { code: 'LEASE_BLOCKED', detail: 'card attempts blocked this lease' } as const;
  const today = localDate(lease.clock, at);
  if (Math.abs(daysBetween(today, deliveredOn)) > DELIVERY_WINDOW_DAYS) {
    const [from, to] = [addDays(today, -DELIVERY_WINDOW_DAYS), addDays(today, DELIVERY_WINDOW_DAYS)];
    return { code: 'DELIVERY_DATE_OUT_OF_WINDOW', detail: `deliveredOn must lie from ${from} to ${to}` } as const;
  }
  if (!lease.signedOn || deliveredOn >= lease.signedOn) return undefined;
  return { code: 'DELIVERED_BEFORE_SIGNED', detail: `the agreement was signed on ${lease.signedOn}` } as const;
}

/** What the delivery of the whole order changes: Funded now, or scheduled for its day (T20, T21). */
export function deliveryFacts(
  lease: LeaseState,
  deliveredOn: CalendarDate,
  at: Instant,
): { changes: Partial<LeaseState>; events: NewEvent[] } {
  const data = { deliveredOn };
  if (deliveredOn > localDate(lease.clock, at)) {
    return { changes: { fundingScheduledFor: deliveredOn }, events: [{ type: 'delivery.scheduled', data }] };
  }
  return { changes: funding(deliveredOn, at), events: [{ type: 'delivery.confirmed', data }] };
}

/** Funded: the customer holds everything; merchant payable and schedule follow at once (T20, T21, T23). */
export function fund(lease: LeaseState, deliveredOn: CalendarDate, at: Instant): Acceptance {
  return accept(lease, at, funding(deliveredOn, at), [{ type: 'delivery.confirmed', data: { deliveredOn } }]);
}

const funding = (deliveredOn: CalendarDate, at: Instant): Partial<LeaseState> => ({
  status: 'funded',
  deliveredOn,
  fundedAt: at,
  fundingScheduledFor: null,
});

function coversOrder(ordered: readonly DeliveredLine[], delivered: readonly DeliveredLine[]): boolean {
  const left = new Map(ordered.map(({ lineNumber, quantity }) => [lineNumber, quantity]));
  for (const { lineNumber, quantity } of delivered) left.set(lineNumber, (left.get(lineNumber) ?? 0) - quantity);
  return [...left.values()].every((quantity) => quantity === 0);
}
