import { proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { Instant } from '../../domain/calendar-date';
import type { Contract, LeaseState } from '../../domain/lease/state';
import { type Desk, tell } from './desk';

type Money = Pick<
  Activities,
  'captureInitialPayment' | 'refundInitialPayment' | 'fundMerchant' | 'createPaymentSchedule'
>;

// No retry limit: an outage of the processor or the database pauses a lease, it never ends one.
const act = proxyActivities<Money>({ startToCloseTimeout: '30 seconds' });

/** The signature is in; the card decides. One key per signature, so a repeated call charges once. */
export async function takeInitialPayment(desk: Desk): Promise<void> {
  const { origin, contract } = desk.lease;
  const messageId = desk.inHand?.by.messageId;
  if (!contract || !messageId) throw new Error('a card is charged only for a signature on contracts');
  const amountCents = contract.pricing.initialPaymentCents;
  const summary = `Charge the initial payment, ${amountCents} cents`;
  const charge = { leaseId: origin.leaseId, messageId, amountCents };
  const answer = await act.captureInitialPayment.executeWithOptions({ summary }, [charge]);
  tell(desk, { event: 'cardAnswered', ...answer });
}

/** The contract was cancelled after the initial payment came in: the customer gets it back once. */
export async function giveBackInitialPayment(desk: Desk): Promise<void> {
  const { origin, refundDue } = desk.lease;
  if (!refundDue) return;
  const summary = `Give back the initial payment, ${refundDue.amountCents} cents`;
  await act.refundInitialPayment.executeWithOptions({ summary }, [{ leaseId: origin.leaseId, ...refundDue }]);
  tell(desk, { event: 'refunded' });
}

/** The customer holds everything: the merchant becomes payable, once. */
export async function fundMerchant({ lease }: Desk): Promise<void> {
  const { leaseId, merchantId } = lease.origin;
  const { invoiceTotalCents, pricing, fundedAt } = delivered(lease);
  const { totalToOwnCents, initialPaymentCents } = pricing;
  const summary = `Merchant payable ${invoiceTotalCents} cents`;
  await act.fundMerchant.executeWithOptions({ summary }, [
    { leaseId, merchantId, invoiceTotalCents, totalToOwnCents, initialPaymentCents, fundedAt },
  ]);
}

/** Every payment the customer will owe is fixed on the day of delivery, once. */
export async function createSchedule({ lease }: Desk): Promise<void> {
  const { pricing, deliveredOn } = delivered(lease);
  const { numberOfPayments, paymentCents, lastPaymentCents } = pricing;
  const amounts = { numberOfPayments, paymentCents, lastPaymentCents };
  const summary = `${numberOfPayments} payments after ${deliveredOn}`;
  await act.createPaymentSchedule.executeWithOptions({ summary }, [
    { leaseId: lease.origin.leaseId, amounts, deliveredOn },
  ]);
}

function delivered({
  contract,
  deliveredOn,
  fundedAt,
}: LeaseState): Contract & { deliveredOn: LeaseState['deliveredOn'] & string; fundedAt: Instant } {
  if (!contract || !deliveredOn || !fundedAt) throw new Error('a lease is Funded only with a contract and a delivery');
  return { ...contract, deliveredOn, fundedAt };
}
