import type { Instant } from '../../domain/calendar-date';
import type { LeaseId, MessageId } from '../../domain/ids';
import type { ActivityDeps } from '../deps';
import { acceptPurchase } from './accept-purchase';
import { authorizeReturn } from './authorize-return';
import { cancelPayment } from './cancel-payment';
import { closePaidOff } from './close-paid-off';
import { ofKeptRequest } from './kept-request';
import { postReturn } from './post-return';
import { takePayment } from './take-payment';

/** A report that the lease let through: SQL holds its body under the message. */
export interface ServicingRequest {
  leaseId: LeaseId;
  messageId: MessageId;
  /** Workflow time of the report */
  at: Instant;
  /** before delivery (a web store's order) money has not moved yet */
  isFunded: boolean;
}

/** What a lease asks SQL to carry out, once it has found the report allowed. Repeated, each gives its first answer. */
export function servicingActivities(deps: ActivityDeps) {
  return {
    authorizeReturn: ofKeptRequest(deps, authorizeReturn(deps)),
    postReturn: ofKeptRequest(deps, postReturn(deps)),
    takePayment: ofKeptRequest(deps, takePayment(deps)),
    cancelPayment: ofKeptRequest(deps, cancelPayment(deps)),
    acceptPurchase: ofKeptRequest(deps, acceptPurchase(deps)),
    // Told by a run, not by a caller: there is no request.
    closePaidOff: closePaidOff(deps),
  };
}
