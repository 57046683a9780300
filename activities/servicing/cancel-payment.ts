import type { Trx } from '../../db/database';
import { lockLease } from '../../db/leases';
import { hasCollectionRunFrom } from '../../db/newest-run';
import { requestBody } from '../../db/requests';
import type { PaymentRow } from '../../db/payments';
import { onOrNextBankingDay } from '../../domain/banking-calendar';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import type { ActivityDeps } from '../deps';
import { cutOffOf } from '../new-york';
import type { ServicingRequest } from '.';

/**
 * Cancels a payment by card that is still to come, until the cut-off of its day: the run of that banking day takes it.
 *
 * The message is kept as the payment's reference, so that a repeat is told from a second cancellation.
 */
export function cancelPayment({ db, cipher }: ActivityDeps) {
  return async (request: ServicingRequest): Promise<ServicingAnswer> => {
    const { paymentId } = await requestBody<{ paymentId: string }>(db, cipher, request.messageId);
    return await db.transaction().execute((trx) => cancel(trx, request, paymentId));
  };
}

async function cancel(trx: Trx, request: ServicingRequest, paymentId: string): Promise<ServicingAnswer> {
  const { leaseId, messageId } = request;
  await lockLease(trx, leaseId);
  const payment = await trx
    .selectFrom('payments')
    .selectAll()
    .where('payment_id', '=', paymentId)
    .where('lease_id', '=', leaseId)
    .executeTakeFirst();
  if (!payment) return { outcome: 'refused', code: 'NOT_FOUND', detail: 'the lease has no such payment' };
  const cancelled: ServicingAnswer = {
    outcome: 'accepted',
    fact: { kind: 'payment_cancelled', amountCents: payment.amount_cents },
  };
  if (payment.state === 'cancelled' && payment.reference === messageId) return cancelled;
  const obstacle = await obstacleTo(trx, request, payment);
  if (obstacle) return { outcome: 'refused', code: 'ILLEGAL_TRANSITION', detail: obstacle };
  await trx
    .updateTable('payments')
    .set({ state: 'cancelled', reference: messageId })
    .where('payment_id', '=', paymentId)
    .execute();
  return cancelled;
}

async function obstacleTo(trx: Trx, { at }: ServicingRequest, payment: PaymentRow): Promise<string | undefined> {
  const { kind, state, pay_on: payOn, effective_on: chargedOn } = payment;
  if (kind !== 'one_time' || payOn === null) return 'only a one-time payment for a later day can be cancelled';
  if (state !== 'pending') return `the payment is ${state}`;
  const runOn = onOrNextBankingDay(payOn);
  const isTooLate = at > cutOffOf(runOn) || chargedOn !== null || (await hasCollectionRunFrom(trx, payOn));
  return isTooLate ? `the payment could be cancelled until the cut-off of ${runOn}` : undefined;
}
