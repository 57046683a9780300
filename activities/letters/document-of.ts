import { assertNever } from '../../domain/errors';
import type { HeardEvent } from './heard-event';
import type { DocumentName } from './keep-letter';

/** The document that tells of an event. Its number names the fact, so that it is made once however often one hears. */
export function documentOf(event: HeardEvent): DocumentName {
  const { leaseId, sequence } = event;
  switch (event.type) {
    case 'agreement.signed':
      return { leaseId, kind: 'signed_agreement', number: event.data.round };
    case 'initial_payment.captured':
      return { leaseId, kind: 'initial_payment_receipt', number: event.data.round };
    case 'approval.expiring':
    case 'contract.expiring':
      return { leaseId, kind: 'expiry_warning', number: sequence };
    case 'schedule.created':
      return { leaseId, kind: 'funded_notice', number: sequence };
    case 'merchandise.returned':
    case 'price.adjusted':
      return { leaseId, kind: 'return_receipt', number: event.data.number };
    case 'lease.owned':
      return { leaseId, kind: event.data.by === 'buyout' ? 'buyout_notice' : 'ownership_letter', number: sequence };
    case 'contract.cancelled':
      return { leaseId, kind: 'cancellation_letter', number: event.data.round };
    default:
      return assertNever(event);
  }
}
