import { log } from '@temporalio/activity';
import { requestBody } from '../db/requests';
import type { Cents } from '../domain/cents';
import type { LeaseId, MessageId } from '../domain/ids';
import type { ActivityDeps } from './deps';
import { type CaptureOutcome, ProcessorRefusedRequest } from './ports';

/**
 * Charges the initial payment to the card of one signature. The signature's message is the key: however often this
 * runs, the processor moves the money once. The ledger learns of it together with the new status.
 *
 * @param amountCents US cents, before tax
 * @throws ProcessorUnreachable (retried) when it is not known whether the call arrived
 */
export function captureInitialPayment({ db, cipher, cardProcessor }: ActivityDeps) {
  return async (input: {
    leaseId: LeaseId;
    messageId: MessageId;
    amountCents: Cents;
  }): Promise<{ outcome: CaptureOutcome; captureReference: string }> => {
    const { leaseId, messageId, amountCents } = input;
    if (amountCents === 0) return { outcome: 'captured', captureReference: 'nothing-to-capture' };
    const { cardToken } = await requestBody<{ cardToken: string }>(db, cipher, messageId);
    const idempotencyKey = `capture-initial-payment:${leaseId}:${messageId}`;
    try {
      const { outcome, reference } = await cardProcessor.capture({ idempotencyKey, leaseId, cardToken, amountCents });
      return { outcome, captureReference: reference };
    } catch (error) {
      if (!(error instanceof ProcessorRefusedRequest)) throw error;
      // Nothing was moved, and asking again would not help: for the customer it is a card that does not work.
      log.error('the card processor refused our request', { leaseId, reason: error.message });
      return { outcome: 'declined', captureReference: idempotencyKey };
    }
  };
}

/**
 * Gives a cancelled contract's initial payment back, once per contract round.
 *
 * @param amountCents US cents, all of what was captured
 * @throws ProcessorUnreachable (retried) when it is not known whether the call arrived
 */
export function refundInitialPayment({ cardProcessor }: ActivityDeps) {
  return async (input: {
    leaseId: LeaseId;
    round: number;
    captureReference: string;
    amountCents: Cents;
  }): Promise<void> => {
    const { leaseId, round, captureReference, amountCents } = input;
    const idempotencyKey = `refund-initial-payment:${leaseId}:${round}`;
    await cardProcessor.refund({ idempotencyKey, leaseId, captureReference, amountCents });
  };
}
