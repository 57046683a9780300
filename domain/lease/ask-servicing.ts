import type { CalendarDate, Instant } from '../calendar-date';
import { note, refuse, type Judgement } from './judgement';
import type { ServicingEvent, ServicingReport } from './reports';
import type { LeaseState } from './state';
import { refuseForStatus } from './wrong-status';

/**
 * A report on goods or money (T18, T24, T25, T27): taken when the lease is Funded and has not ended; a web store's order
 * may also come back before it is delivered. What becomes of it depends on the ledger: SQL answers next.
 */
export function askServicing(lease: LeaseState, report: ServicingReport, at: Instant): Judgement {
  if (!isOpenTo(lease, report.event)) return refuseForStatus(lease, report.event);
  const fault = report.event === 'returnSubmitted' ? dateFault(lease, report, at) : undefined;
  if (fault) return refuse(lease, 'RETURN_NOT_ELIGIBLE', fault);
  return note(lease, { asked: { event: report.event, at } });
}

function isOpenTo({ status, servicingEnd, origin }: LeaseState, event: ServicingEvent): boolean {
  if (status === 'funded') return servicingEnd === null;
  const isOfGoods = event === 'returnAuthorizationRequested' || event === 'returnSubmitted';
  return isOfGoods && status === 'lease_accepted' && origin.isWebStore === true;
}

type Return = Extract<ServicingReport, { event: 'returnSubmitted' }>;

/** Goods come back after they were delivered, and not in days to come. A Funded lease carries no store clock: UTC. */
function dateFault({ deliveredOn }: LeaseState, { returnedOn, lastRunOn }: Return, at: Instant): string | undefined {
  if (deliveredOn && returnedOn < deliveredOn) return `the goods were delivered on ${deliveredOn}, after ${returnedOn}`;
  const latestOn = later(at.slice(0, 10), lastRunOn);
  return returnedOn > latestOn ? `returnedOn must not lie after ${latestOn}` : undefined;
}

const later = (todayOn: string, lastRunOn: CalendarDate | undefined): string =>
  lastRunOn && lastRunOn > todayOn ? lastRunOn : todayOn;
