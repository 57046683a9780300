import type { ErrorCode } from '../errors';
import type { LeaseStatus, ServicingState } from '../lease-status';
import { STATUS_LABELS } from '../lease-status';
import { refuse, type Refusal } from './judgement';
import type { ReportEvent } from './reports';
import type { LeaseState } from './state';

/** Delivery has an answer of its own wherever the initial payment is not in. */
const UNSIGNED: readonly LeaseStatus[] = ['pre_approved', 'pending', 'in_process', 'approved', 'denied', 'contracts'];

const isDelivery = (event: ReportEvent): boolean => event === 'deliveryConfirmed' || event.startsWith('shipment');

const isReturn = (event: ReportEvent): boolean =>
  event === 'returnAuthorizationRequested' || event === 'returnSubmitted';

/** The code for a status that says no: the specific one where it exists (api.md "Codes that must exist"). */
export function wrongStatusCode(status: LeaseStatus, event: ReportEvent): ErrorCode {
  if (event === 'agreementSigned') return 'SIGNING_LINK_DEAD';
  if (isReturn(event)) return 'RETURN_NOT_ELIGIBLE';
  if (status === 'approval_expired') return 'APPROVAL_EXPIRED';
  if (status === 'contracts_expired') return 'CONTRACTS_EXPIRED';
  if (isDelivery(event) && UNSIGNED.includes(status)) return 'NOT_OK_TO_DELIVER';
  return 'ILLEGAL_TRANSITION';
}

/** The English sentence that goes with the code, for people. */
export function wrongStatusDetail(
  status: LeaseStatus,
  event: ReportEvent,
  servicingState: ServicingState | null = null,
): string {
  const ending = servicingState && ENDINGS[servicingState];
  // Who asks whether goods may come back is answered with this sentence as the reason.
  const what = isReturn(event) ? 'a return' : event;
  if (ending) return `${what} is not possible: the lease has ended, ${ending}`;
  return `${what} is not possible while the lease is ${STATUS_LABELS[status]}`;
}

const ENDINGS: Partial<Record<ServicingState, string>> = {
  returned: 'all of its goods were returned',
  owned_by_term: 'the customer owns the goods',
  owned_by_buyout: 'the customer bought the goods',
};

/** Refuses whatever the report says: the lease's status allows no such fact (domain.md 1.3). */
export function refuseForStatus(lease: LeaseState, event: ReportEvent): Refusal {
  return refuse(
    lease,
    wrongStatusCode(lease.status, event),
    wrongStatusDetail(lease.status, event, lease.servicingEnd),
  );
}
