import { addDays, type CalendarDate, daysBetween, type Instant } from '../calendar-date';
import { DELIVERY_WINDOW_DAYS } from '../lease-policy';
import { localDate } from '../store-clock';
import { accept, refuse, type Acceptance, type Judgement } from './judgement';
import type { DeliveredLine, Report } from './reports';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

type Delivery = Extract<Report, { event: 'deliveryConfirmed' }>;

/**
 * T20-T22: the whole order or nothing. A date up to today funds now; one up to 30 days ahead is kept and may be moved
 * until it comes. The window is named before the signature where both are broken (api.md "Settled: channels").
 */
export function confirmDelivery(lease: LeaseState, { deliveredOn, lines }: Delivery, at: Instant): Judgement {
  if (lease.status !== 'lease_accepted' || !lease.contract) return refuseForStatus(lease, 'deliveryConfirmed');
  if (lease.isBlocked) return refuse(lease, 'LEASE_BLOCKED', 'card attempts blocked this lease');

  const today = localDate(lease.clock, at);
  if (Math.abs(daysBetween(today, deliveredOn)) > DELIVERY_WINDOW_DAYS) {
    const [from, to] = [addDays(today, -DELIVERY_WINDOW_DAYS), addDays(today, DELIVERY_WINDOW_DAYS)];
    return refuse(lease, 'DELIVERY_DATE_OUT_OF_WINDOW', `deliveredOn must lie from ${from} to ${to}`);
  }
  if (lease.signedOn && deliveredOn < lease.signedOn) {
    return refuse(lease, 'DELIVERED_BEFORE_SIGNED', `the agreement was signed on ${lease.signedOn}`);
  }
  if (lines && !coversOrder(lease.contract.lines, lines)) {
    return refuse(lease, 'PARTIAL_DELIVERY', 'the lines reported do not cover the whole order');
  }
  return deliveredOn > today ? schedule(lease, deliveredOn, at) : fund(lease, deliveredOn, at);
}

/** Funded: the customer holds everything; merchant payable and schedule follow at once (T20, T21, T23). */
export function fund(lease: LeaseState, deliveredOn: CalendarDate, at: Instant): Acceptance {
  return accept(lease, at, { status: 'funded', deliveredOn, fundedAt: at, fundingScheduledFor: null }, [
    { type: 'delivery.confirmed', data: { deliveredOn } },
  ]);
}

function schedule(lease: LeaseState, deliveredOn: CalendarDate, at: Instant): Acceptance {
  return accept(lease, at, { fundingScheduledFor: deliveredOn }, [
    { type: 'delivery.scheduled', data: { deliveredOn } },
  ]);
}

function coversOrder(ordered: readonly DeliveredLine[], delivered: readonly DeliveredLine[]): boolean {
  const left = new Map(ordered.map(({ lineNumber, quantity }) => [lineNumber, quantity]));
  for (const { lineNumber, quantity } of delivered) left.set(lineNumber, (left.get(lineNumber) ?? 0) - quantity);
  return [...left.values()].every((quantity) => quantity === 0);
}
