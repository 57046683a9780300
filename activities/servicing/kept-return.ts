import type { Trx } from '../../db/database';
import type { LeaseRow } from '../../db/leases';
import type { PostingDay } from '../../db/payments';
import { type Order, returnId } from '../../db/returns';
import type { Cents } from '../../domain/cents';
import type { MessageId } from '../../domain/ids';
import type { ReturnFact } from '../../domain/lease/servicing-answer';
import type { ReturnedLine } from '../../domain/returns/lines-left';
import type { ReturnRequest } from '../../domain/returns/return-request';
import type { InvoiceChange } from '../../domain/returns/scale';

/** A return that was found in order and is being posted. */
export interface NewReturn {
  lease: LeaseRow;
  order: Order;
  number: number;
  messageId: MessageId;
  body: ReturnRequest;
  lines: ReturnedLine[];
  takenCents: Cents;
  invoice: InvoiceChange;
  /** the day of the customer's account, and the business time of what is posted */
  day: PostingDay;
}

/** Its row, with the answer it was given; and what the customer is told of changed amounts. */
export async function keepReturn(trx: Trx, posting: NewReturn, fact: ReturnFact): Promise<void> {
  const { lease, order, number, messageId, day, body, lines } = posting;
  await trx
    .insertInto('returns')
    .values({
      return_id: returnId(lease.lease_id, number),
      lease_id: lease.lease_id,
      number,
      message_id: messageId,
      round: order.round,
      action_type: body.actionType,
      is_whole: fact.isWhole,
      returned_on: body.returnedOn,
      business_on: day.on,
      credit_invoice_number: body.creditInvoiceNumber ?? null,
      lines: JSON.stringify(lines),
      merchant_debit_cents: fact.merchantDebitCents,
      customer_refund_cents: fact.customerRefundCents,
      fact: JSON.stringify(fact),
      posted_at: day.at,
    })
    .execute();
  if (!fact.isWhole) await noticeOfAmounts(trx, posting, fact);
}

async function noticeOfAmounts(trx: Trx, { lease, number, day }: NewReturn, fact: ReturnFact): Promise<void> {
  const id = returnId(lease.lease_id, number);
  const { numberOfPayments, paymentCents, lastPaymentCents, totalToOwnCents } = fact.pricing;
  const data = { returnId: id, numberOfPayments, paymentCents, lastPaymentCents, totalToOwnCents };
  await trx
    .insertInto('notices')
    .values({
      notice_id: `NTC-${id}`,
      lease_id: lease.lease_id,
      kind: 'amount_changed',
      made_on: day.on,
      data: JSON.stringify(data),
    })
    .execute();
}
