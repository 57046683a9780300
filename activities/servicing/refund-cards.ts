import { log } from '@temporalio/activity';
import { postEntries } from '../../db/ledger';
import { findLease } from '../../db/leases';
import { type CardRefund, markRefunded, pendingCardRefunds } from '../../db/return-refunds';
import { returnId, returnsOf } from '../../db/returns';
import type { LeaseId } from '../../domain/ids';
import { movement } from '../../domain/ledger-movements';
import type { ActivityDeps } from '../deps';
import { ProcessorRefusedRequest } from '../ports';

/**
 * Gives back to cards what a return left owed to them. Each refund has its own key, at the processor and in the ledger,
 * so that it happens once wherever a run of this ended.
 *
 * @throws ProcessorUnreachable when it is not known whether the call arrived
 */
export async function refundCards(deps: ActivityDeps, leaseId: LeaseId, number: number): Promise<void> {
  const refunds = await pendingCardRefunds(deps.db, returnId(leaseId, number));
  for (const refund of refunds) await refundCard(deps, leaseId, number, refund);
}

async function refundCard(deps: ActivityDeps, leaseId: LeaseId, number: number, refund: CardRefund): Promise<void> {
  const { db, cardProcessor } = deps;
  const { paymentId, captureReference, amountCents } = refund;
  const idempotencyKey = `refund-card:${paymentId}`;
  let reference: string;
  try {
    ({ reference } = await cardProcessor.refund({ idempotencyKey, leaseId, captureReference, amountCents }));
  } catch (error) {
    if (!(error instanceof ProcessorRefusedRequest)) throw error;
    return await leaveToAPerson(deps, leaseId, refund, error.message);
  }
  await db.transaction().execute(async (trx) => {
    const lease = await findLease(trx, leaseId);
    const posted = (await returnsOf(trx, leaseId)).find((one) => one.number === number);
    if (!lease || !posted) throw new Error('a refund belongs to a return');
    const { merchant_id: merchantId } = lease;
    const { business_on: postedOn, posted_at: occurredAt } = posted;
    await postEntries(trx, [
      movement('CardRefunded', { key: idempotencyKey, leaseId, merchantId, amountCents, occurredAt }),
    ]);
    await markRefunded(trx, { paymentId, reference, postedOn });
  });
}

/** Asking again would not help: the money stays owed to the customer, and somebody must look. */
async function leaveToAPerson(deps: ActivityDeps, leaseId: LeaseId, refund: CardRefund, why: string): Promise<void> {
  const { paymentId } = refund;
  log.error('the card processor refused a refund', { leaseId, paymentId, reason: why });
  const raised = await deps.db
    .selectFrom('returns')
    .select('business_on')
    .where('lease_id', '=', leaseId)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  await deps.db
    .insertInto('exceptions')
    .values({
      exception_id: `refund-refused:${paymentId}`,
      kind: 'card_refund_refused',
      lease_id: leaseId,
      merchant_id: null,
      trace_number: null,
      detail: `refund ${paymentId} of ${refund.amountCents} cents was refused by the card processor`,
      raised_on: raised.business_on,
    })
    .onConflict((conflict) => conflict.column('exception_id').doNothing())
    .execute();
}
