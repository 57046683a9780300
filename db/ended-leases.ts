import { instant } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import type { Envelope } from '../domain/lease/recording';
import type { ReportEvent } from '../domain/lease/reports';
import { wrongStatusCode, wrongStatusDetail } from '../domain/lease/wrong-status';
import { appendAudit } from './audit-log';
import type { Db } from './database';
import { lockLease, updateLease } from './leases';

/**
 * A lease that has ended hears nothing any more: its refusal follows from the projection alone, and leaves the same
 * verdict row and timeline line as any other. No deadline hangs on its instant: it is the wall clock's.
 */
export async function recordEndedRefusal(db: Db, leaseId: LeaseId, by: Envelope, event: ReportEvent): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const lease = await lockLease(trx, leaseId);
    const code = wrongStatusCode(lease.status, event);
    const at = instant(Date.now());
    const added = await trx
      .insertInto('verdicts')
      .values({
        message_id: by.messageId,
        lease_id: leaseId,
        outcome: 'refused',
        code,
        detail: wrongStatusDetail(lease.status, event),
        event,
        from_status: lease.status,
        status: lease.status,
        version: lease.version,
        answer: null,
        at,
      })
      .onConflict((conflict) => conflict.column('message_id').doNothing())
      .executeTakeFirst();
    if (!added.numInsertedOrUpdatedRows) return;
    const sequence = lease.last_sequence + 1;
    await trx
      .insertInto('timeline')
      .values({
        lease_id: leaseId,
        sequence,
        type: 'command.refused',
        at,
        actor: by.actor,
        channel: by.channel,
        data: JSON.stringify({ code }),
      })
      .execute();
    const { actor, channel, requestId: request_id, messageId: message_id } = by;
    const line = {
      at,
      actor,
      channel,
      request_id,
      message_id,
      event,
      outcome: 'refused',
      code,
      version: lease.version,
    } as const;
    const end = await appendAudit(trx, leaseId, lease, line);
    await updateLease(trx, leaseId, { last_sequence: sequence, ...end });
  });
}
