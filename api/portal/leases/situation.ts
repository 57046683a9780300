import type { Request } from 'express';
import type { CalendarDate } from '../../../domain/calendar-date';
import type { LeaseId } from '../../../domain/ids';
import type { LeaseView } from '../../../domain/lease-view';
import { parsePath } from '../../http/parse';
import { contextOf } from '../../http/request-context';
import { localDate } from '../../pages/formatting';
import { LeasePath } from '../../schemas/lease';
import type { Visit } from '../visit';
import type { LeasePagesDeps } from './deps';
import type { DeskLease } from './desk-port';

/** A lease as it stands when a page is made. */
export interface Situation {
  lease: LeaseView;
  desk: DeskLease;
  /** the store's date */
  todayOn: CalendarDate;
}

/** The lease of the address, also for the log. @throws LeaseError LEASE_NOT_FOUND for what cannot be one */
export function leaseIdOf(req: Request): LeaseId {
  const { leaseId } = parsePath(LeasePath.pick({ leaseId: true }), { leaseId: req.params['leaseId'] });
  contextOf(req).leaseId = leaseId;
  return leaseId;
}

/** @throws LeaseError LEASE_NOT_FOUND, also for a lease of another retailer or store */
export async function situationOf(
  { ports, desk, now }: Pick<LeasePagesDeps, 'ports' | 'desk' | 'now'>,
  { caller }: Pick<Visit, 'caller'>,
  leaseId: LeaseId,
): Promise<Situation> {
  const [lease, extras] = await Promise.all([ports.reads.byId(caller, leaseId), desk.lease(caller, leaseId)]);
  // A sandbox moves a lease's own time ahead of ours; it was written to then at the latest.
  const days = [now(), lease.updatedAt].map((at) => localDate(at, extras.timeZone));
  return { lease, desk: extras, todayOn: days.reduce((later, one) => (one > later ? one : later)) };
}
