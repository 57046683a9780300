import { allHandlersFinished, condition, continueAsNew, makeContinueAsNewFunc } from '@temporalio/workflow';
import { assertNever } from '../../domain/errors';
import type { LeaseStatus } from '../../domain/lease-status';
import { earlier, fundingDueAt, overdueAt, undelivered, unsignedEnding } from '../../domain/lease/deadline';
import { askEngine } from './ask-engine';
import { carriedIntoServicing, carriedOver, type Desk, openDesk, tell } from './desk';
import { carryOut, nothingUnderWay } from './carry-out';
import { createSchedule, fundMerchant, giveBackInitialPayment, takeInitialPayment } from './errands';
import { listen } from './listen';
import type { CarriedLease, LeaseApplication } from './messages';
import { searchedBy, showWait } from './operator-view';
import { allRecorded, keepRecords } from './records';
import type { servicing } from './servicing';
import { canStartAfresh, silence } from './waiting';

/**
 * The life of one lease, from application to Funded. Workflow ID: `lease:<leaseId>`.
 *
 * Handlers judge what callers report and move the status at once; this story gives each status its deadline, runs the
 * errands a fact brings with it, and writes down what time alone decides.
 */
export async function lease(application: LeaseApplication, carried?: CarriedLease): Promise<LeaseStatus> {
  const desk = openDesk(application, carried);
  listen(desk);
  void keepRecords(desk);

  while (!canStartAfresh(desk)) {
    showWait(desk);
    const now = desk.lease;
    const approvalExpiresAt = now.approval?.expiresAt ?? null;
    switch (now.status) {
      // Pending: the decision engine is asked until it answers.
      case 'pending':
        await askEngine(desk);
        break;

      // Pre-approved, In Process: people decide, and nothing runs out meanwhile.
      case 'pre_approved':
      case 'in_process':
        await silence(desk, null);
        break;

      // Denied: support may open a review as long as the application is kept; then the denial is final.
      case 'denied':
        if (!(await silence(desk, now.denialFinalAt))) break;
        tell(desk, { event: 'denialBecameFinal' });
        await allRecorded(desk);
        return 'denied';

      // Approved: the store has 90 days to send its invoice. A cancelled order comes back here, its money first.
      case 'approved':
        if (now.refundDue) await giveBackInitialPayment(desk);
        else if (await silence(desk, approvalExpiresAt)) tell(desk, { event: 'approvalRanOut' });
        break;

      // Contracts: the customer has 60 days to sign and pay, and never longer than the approval lasts.
      case 'contracts':
        if (now.signing) await takeInitialPayment(desk);
        else if (await silence(desk, now.contract?.expiresAt ?? null)) tell(desk, { event: unsignedEnding(now) });
        break;

      // Contracts Expired: support may set the lease back to Approved while the approval lasts.
      case 'contracts_expired':
        if (await silence(desk, approvalExpiresAt)) tell(desk, { event: 'approvalRanOut' });
        break;

      // Approval Expired: the end; the customer applies anew, for a new lease.
      case 'approval_expired':
        await allRecorded(desk);
        return 'approval_expired';

      // Contracts Received: signed and paid, acceptance follows by itself.
      case 'contracts_received':
        tell(desk, { event: 'acceptancePassed' });
        break;

      // Lease Accepted: the store confirms the whole order, for today or a day to come. Undelivered by day 90 is a
      // question for a person, not an ending. Where customers always carry the goods away, nobody needs to confirm. An
      // order of a web store may come back, in whole or in part, before it is delivered.
      case 'lease_accepted':
        if (now.asked) await carryOut(desk);
        else if (now.origin.customerTakesGoods) tell(desk, { event: 'goodsTaken' });
        else if (await silence(desk, earlier(fundingDueAt(now), overdueAt(now))))
          tell(desk, { event: undelivered(now) });
        break;

      // Funded: the merchant becomes payable once and the schedule is fixed; the lease lives on in `servicing`.
      case 'funded':
        await fundMerchant(desk);
        await createSchedule(desk);
        tell(desk, { event: 'opened' });
        await nothingUnderWay(desk);
        await condition(allHandlersFinished);
        return await startServicing(desk);

      default:
        assertNever(now.status);
    }
  }

  await condition(allHandlersFinished);
  return await continueAsNew<typeof lease>(application, carriedOver(desk));
}

/** Search attributes given at a start are not billed; upserts are. */
async function startServicing(desk: Desk): Promise<never> {
  const start = { workflowType: 'servicing', typedSearchAttributes: searchedBy(desk.lease) };
  return await makeContinueAsNewFunc<typeof servicing>(start)(carriedIntoServicing(desk));
}
