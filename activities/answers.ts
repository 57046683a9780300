import type { Cipher } from '../db/cipher';
import type { Trx } from '../db/database';
import { type LeaseRow, leaseView } from '../db/leases';
import { paymentAnswer } from '../db/payments';
import { requestBody } from '../db/requests';
import { returnAnswer, returnAuthorizationAnswer } from '../db/returns';
import { readSchedule } from '../db/schedules';
import type { MessageId } from '../domain/ids';
import { STATUS_LABELS } from '../domain/lease-status';
import type { Recording } from '../domain/lease/recording';

/**
 * What the reporter of an accepted fact is told; kept, so that a repeat hears the same.
 * @param row the lease as it is after everything that followed from the report
 */
export async function answerTo(
  cipher: Cipher,
  trx: Trx,
  { by, verdict, events }: Pick<Recording, 'by' | 'verdict' | 'events'>,
  row: LeaseRow,
): Promise<object> {
  if (!by || !verdict) throw new Error('only a report is answered');
  switch (verdict.event) {
    // A signer has no key and sees the status only.
    case 'agreementSigned':
      return { status: row.status, statusLabel: STATUS_LABELS[row.status] };
    case 'shipmentReported':
    case 'shipmentDelivered':
      return { ...shipmentAnswer(events), lease: leaseView(row) };
    case 'returnAuthorizationRequested':
      return await returnAuthorizationAnswer(trx, cipher, by.messageId);
    case 'returnSubmitted': {
      const schedule = await readSchedule(trx, row);
      return { ...(await returnAnswer(trx, by.messageId)), lease: leaseView(row), schedule };
    }
    case 'paymentSubmitted':
      return await paymentAnswer(trx, by.messageId);
    case 'paymentCancelled':
      return await paymentAnswer(trx, await paymentMessage(trx, cipher, by.messageId));
    default:
      return leaseView(row);
  }
}

/** A payment is known by the message that brought it, and its cancellation names it. */
async function paymentMessage(trx: Trx, cipher: Cipher, cancellation: MessageId): Promise<MessageId> {
  const { paymentId } = await requestBody<{ paymentId: string }>(trx, cipher, cancellation);
  const { message_id } = await trx
    .selectFrom('payments')
    .select('message_id')
    .where('payment_id', '=', paymentId)
    .executeTakeFirstOrThrow();
  if (!message_id) throw new Error('only a payment that was reported is cancelled');
  return message_id;
}

/** As the timeline tells it: the lease itself counted what is outstanding. */
function shipmentAnswer(events: Recording['events']) {
  const told = events.find(({ type }) => type === 'shipment.reported' || type === 'shipment.delivered');
  if (told?.type !== 'shipment.reported' && told?.type !== 'shipment.delivered')
    throw new Error('no shipment was told');
  const { shipmentId, outstanding } = told.data;
  return { shipmentId, outstanding };
}
