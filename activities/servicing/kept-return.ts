import type { Trx } from '../../db/database';
import type { LeaseRow } from '../../db/leases';
import { type Order, returnId } from '../../db/returns';
import type { CalendarDate, Instant } from '../../domain/calendar-date';
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
  at: Instant;
  body: ReturnRequest;
  lines: ReturnedLine[];
  takenCents: Cents;
  invoice: InvoiceChange;
  businessOn: CalendarDate;
}

/** Its row, with the answer it was given; and what the customer is told of changed amounts. */
export async function keepReturn(trx: Trx, posting: NewReturn, fact: ReturnFact): Promise<void> {
  const { lease, order, number, messageId, at, body, lines, businessOn } = posting;
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
      business_on: businessOn,
      credit_invoice_number: body.creditInvoiceNumber ?? null,
      lines: JSON.stringify(lines),
      merchant_debit_cents: fact.merchantDebitCents,
      customer_refund_cents: fact.customerRefundCents,
      fact: JSON.stringify(fact),
      posted_at: at,
    })
    .execute();
  if (!fact.isWhole) await noticeOfAmounts(trx, posting, fact);
}

async function noticeOfAmounts(trx: Trx, { lease, number, businessOn }: NewReturn, fact: ReturnFact): Promise<void> {
  const id = returnId(lease.lease_id, number);
  const { numberOfPayments, paymentCents, lastPaymentCents, totalToOwnCents } = fact.pricing;
  const data = { returnId: id, numberOfPayments, paymentCents, lastPaymentCents, totalToOwnCents };
  await trx
    .insertInto('notices')
    .values({
      notice_id: `NTC-${id}`,
      lease_id: lease.lease_id,
      kind: 'amount_changed',
      made_on: businessOn,
      data: JSON.stringify(data),
    })
    .execute();
}
