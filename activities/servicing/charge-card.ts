import { log } from '@temporalio/activity';
import type { Cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { type CaptureAnswer, type CardProcessor, ProcessorRefusedRequest } from '../ports';

export interface Charge {
  idempotencyKey: string;
  leaseId: LeaseId;
  cardToken: string;
  amountCents: Cents;
}

/**
 * Charges a card once for a key. A request that the processor calls wrong moved nothing and is, for the customer, a
 * card that does not work.
 *
 * @throws ProcessorUnreachable (retried) when it is not known whether the call arrived
 */
export async function chargeCard(cardProcessor: CardProcessor, charge: Charge): Promise<CaptureAnswer> {
  try {
    return await cardProcessor.capture(charge);
  } catch (error) {
    if (!(error instanceof ProcessorRefusedRequest)) throw error;
    log.error('the card processor refused our request', { leaseId: charge.leaseId, reason: error.message });
    return { outcome: 'declined', reference: charge.idempotencyKey };
  }
}

/** What the caller hears of a card that did not pay. */
export function cardRefused(outcome: Exclude<CaptureAnswer['outcome'], 'captured'>): ServicingAnswer {
  return outcome === 'declined'
    ? { outcome: 'refused', code: 'CARD_DECLINED', detail: 'the card was declined; nothing was paid' }
    : { outcome: 'refused', code: 'CARD_TYPE_NOT_ACCEPTED', detail: 'this type of card is not accepted' };
}
