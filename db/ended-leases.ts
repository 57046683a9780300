import { instant } from '../domain/calendar-date';
import { LeaseError } from '../domain/errors';
import type { LeaseId } from '../domain/ids';
import type { Envelope } from '../domain/lease/recording';
import type { ReportEvent } from '../domain/lease/reports';
import { wrongStatusCode, wrongStatusDetail } from '../domain/lease/wrong-status';
import { appendAudit } from './audit-log';
import type { Cipher } from './cipher';
import type { Db } from './database';
import { lockLease, updateLease } from './leases';
import { appendTimeline } from './timeline';
import { insertVerdict } from './verdicts';

/**
 * A lease that has ended hears nothing any more: its refusal follows from the projection alone, and leaves the same
 * verdict row, timeline line and audit line as any other. No deadline hangs on its instant: it is the wall clock's.
 *
 * @throws LeaseError UNAVAILABLE for a lease that has not ended and still does not answer (not started yet, terminated
 *   by hand): it may live on, and only its Workflow may number its steps
 */
export async function recordEndedRefusal(
  db: Db,
  cipher: Cipher,
  leaseId: LeaseId,
  by: Envelope,
  event: ReportEvent,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const lease = await lockLease(trx, leaseId);
    if (!lease.is_over) throw new LeaseError('UNAVAILABLE', 'the lease does not answer');

    const at = instant(Date.now());
    const { status, version } = lease;
    const code = wrongStatusCode(status, event);
    const judged = { message_id: by.messageId, event, outcome: 'refused', code, version, at } as const;
    const detail = wrongStatusDetail(status, event, lease.servicing_state);
    const verdict = { ...judged, lease_id: leaseId, detail, from_status: status, status, answer: null };
    if (!(await insertVerdict(trx, cipher, verdict))) return;

    const sequence = lease.last_sequence + 1;
    const events = [{ type: 'command.refused' as const, data: { code } }];
    await appendTimeline(trx, lease, [{ at, by, version, changes: {}, sequence, events }]);
    const { actor, channel, requestId: request_id } = by;
    const end = await appendAudit(trx, leaseId, lease, { ...judged, actor, channel, request_id });
    await updateLease(trx, leaseId, { last_sequence: sequence, ...end });
  });
}
