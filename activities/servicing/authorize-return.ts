import { lockLease } from '../../db/leases';
import { findAuthorization, insertAuthorization } from '../../db/return-authorizations';
import { obstaclesOf } from '../../db/returns';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { authorizedUntil } from '../../domain/returns/eligibility';
import type { ActivityDeps } from '../deps';
import type { ServicingRequest } from '.';

/**
 * Gives a store leave to return goods of a lease: a code of its own for each request, good for one return of this lease
 * within 30 days. A lease with nothing left to return is answered too, without a code.
 *
 * Run again it gives the same answer: the code is made of the request's name.
 */
export function authorizeReturn({ db, cipher }: ActivityDeps) {
  return async ({ leaseId, messageId, at }: ServicingRequest): Promise<ServicingAnswer> =>
    await db.transaction().execute(async (trx) => {
      const lease = await lockLease(trx, leaseId);
      const isKnown = await findAuthorization(trx, messageId);
      const isReturnEligible = isKnown !== undefined || (await obstaclesOf(trx, lease)).length === 0;
      if (isReturnEligible) {
        await insertAuthorization(trx, cipher, { leaseId, messageId, validUntilAt: authorizedUntil(at) });
      }
      return { outcome: 'accepted', fact: { kind: 'return_authorized', isReturnEligible } };
    });
}
