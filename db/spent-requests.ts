import { sql } from 'kysely';
import type { MessageId } from '../domain/ids';
import type { LeaseStatus } from '../domain/lease-status';
import type { Db } from './database';

/** What a customer or a run reports follows from a retailer's request, and does not overtake it. */
const NOT_OF_THE_RETAILER = ['agreementSigned', 'paidOff'];

/** A lease that is used up: who applies again with the same words wants another one. */
const USED_UP: readonly LeaseStatus[] = ['approval_expired', 'funded'];

/**
 * Whether a request has its verdict and no longer stands: it was refused, or another report of the lease was accepted
 * after it, or the lease it began is used up. Asking for the same again is then a new request.
 */
export async function isSpent(db: Db, messageId: MessageId): Promise<boolean> {
  const { rows } = await sql<{ isSpent: boolean }>`
    select own.outcome = 'refused'
        or exists (
             select 1 from verdicts later
              where later.lease_id = own.lease_id and later.outcome = 'accepted' and later.version > own.version
                and later.event <> all(${NOT_OF_THE_RETAILER}) and own.event <> 'applicationSubmitted')
        or (own.event = 'applicationSubmitted' and lease.status = any(${[...USED_UP]})) as "isSpent"
      from verdicts own join leases lease using (lease_id)
     where own.message_id = ${messageId}`.execute(db);
  return rows[0]?.isSpent ?? false;
}
