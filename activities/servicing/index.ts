import type { Instant } from '../../domain/calendar-date';
import type { LeaseId, MessageId } from '../../domain/ids';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import type { ActivityDeps } from '../deps';

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
export function servicingActivities(_deps: ActivityDeps) {
  return {
    async authorizeReturn(_request: ServicingRequest): Promise<ServicingAnswer> {
      throw new Error('not built yet');
    },
    async postReturn(_request: ServicingRequest): Promise<ServicingAnswer> {
      throw new Error('not built yet');
    },
    async takePayment(_request: ServicingRequest): Promise<ServicingAnswer> {
      throw new Error('not built yet');
    },
    async cancelPayment(_request: ServicingRequest): Promise<ServicingAnswer> {
      throw new Error('not built yet');
    },
    async acceptPurchase(_request: ServicingRequest): Promise<ServicingAnswer> {
      throw new Error('not built yet');
    },
    /** The rent is all paid, or Ohio's half is reached: closes the lease's books. */
    async closePaidOff(_request: ServicingRequest): Promise<ServicingAnswer> {
      throw new Error('not built yet');
    },
  };
}
