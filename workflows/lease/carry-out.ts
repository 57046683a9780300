import { condition, proxyActivities } from '@temporalio/workflow';
import type { Activities } from '../../activities';
import type { ServicingRequest } from '../../activities/servicing';
import type { ServicingEvent } from '../../domain/lease/reports';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { type Desk, tell } from './desk';
import { isAllRecorded } from './records';

type Servicing = Pick<
  Activities,
  'authorizeReturn' | 'postReturn' | 'takePayment' | 'cancelPayment' | 'acceptPurchase' | 'closePaidOff'
>;

// No retry limit: an outage of the processor or the database pauses a lease, it never loses what was reported to it.
const act = proxyActivities<Servicing>({ startToCloseTimeout: '30 seconds' });

/** What each report asks of SQL: one activity, whose first answer is its answer however often it runs. */
const ASKED_OF_SQL: Readonly<Record<ServicingEvent, (request: ServicingRequest) => Promise<ServicingAnswer>>> = {
  returnAuthorizationRequested: (request) =>
    act.authorizeReturn.executeWithOptions({ summary: 'Authorize a return' }, [request]),
  returnSubmitted: (request) =>
    act.postReturn.executeWithOptions({ summary: 'Post a return or a lower price' }, [request]),
  paymentSubmitted: (request) => act.takePayment.executeWithOptions({ summary: 'Take a one-time payment' }, [request]),
  paymentCancelled: (request) =>
    act.cancelPayment.executeWithOptions({ summary: 'Cancel a payment that is still to come' }, [request]),
  purchaseAccepted: (request) =>
    act.acceptPurchase.executeWithOptions({ summary: 'Sell the goods at the quoted price' }, [request]),
  paidOff: (request) => act.closePaidOff.executeWithOptions({ summary: 'Close the books of a paid lease' }, [request]),
};

/** The report was taken; what it moves is in SQL, which answers the verdict once it knows all that came before. */
export async function carryOut(desk: Desk): Promise<void> {
  const { asked, origin, status } = desk.lease;
  const messageId = desk.inHand?.by.messageId;
  if (!asked || !messageId) throw new Error('SQL carries out only what was reported');
  await condition(() => desk.unrecorded.length === 0);
  const { leaseId } = origin;
  const request = { leaseId, messageId, at: asked.at, isFunded: status === 'funded' };
  tell(desk, { event: 'servicingAnswered', answer: await ASKED_OF_SQL[asked.event](request) });
}

/**
 * Before a lease moves on, nothing may be under way that the next run would know nothing of: what was reported
 * meanwhile is carried out first, and SQL knows everything (TW15).
 */
export async function nothingUnderWay(desk: Desk): Promise<void> {
  while (!isAllRecorded(desk)) {
    if (desk.lease.asked) await carryOut(desk);
    else await condition(() => isAllRecorded(desk) || desk.lease.asked !== null);
  }
}
