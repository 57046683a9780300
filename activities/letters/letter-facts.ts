import { assertNever } from '../../domain/errors';
import type { LetterFacts } from '../../domain/letters/write-letter';
import type { LetterDeps } from './deps';
import type { HeardEvent } from './heard-event';
import { cancellationFacts, expiryFacts, receiptFacts, signedFacts } from './origination-facts';
import { fundedFacts, ownershipFacts, returnFacts } from './servicing-facts';

/**
 * What the letter about an event is made from, as it was when that happened.
 * @returns undefined where there is nothing to write about
 */
export async function letterFacts(deps: LetterDeps, event: HeardEvent): Promise<LetterFacts | undefined> {
  switch (event.type) {
    case 'agreement.signed':
      return await signedFacts(deps, event);
    case 'initial_payment.captured':
      return await receiptFacts(deps, event);
    case 'approval.expiring':
    case 'contract.expiring':
      return await expiryFacts(deps, event);
    case 'schedule.created':
      return await fundedFacts(deps, event);
    case 'merchandise.returned':
    case 'price.adjusted':
      return await returnFacts(deps, event);
    case 'lease.owned':
      return await ownershipFacts(deps, event);
    case 'contract.cancelled':
      return await cancellationFacts(deps, event);
    default:
      return assertNever(event);
  }
}
