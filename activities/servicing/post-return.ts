import { lockLease } from '../../db/leases';
import type { Trx } from '../../db/database';
import { requestBody } from '../../db/requests';
import { spendAuthorization } from '../../db/return-authorizations';
import { readOrder, returnByMessage, returnId } from '../../db/returns';
import { cents, sumCents, ZERO_CENTS } from '../../domain/cents';
import { LeaseError } from '../../domain/errors';
import type { ReturnFact, ServicingAnswer } from '../../domain/lease/servicing-answer';
import { invoiceLeftCents } from '../../domain/returns/lines-left';
import { repriceUndelivered } from '../../domain/returns/reprice';
import { takenLines } from '../../domain/returns/requested-lines';
import type { ReturnRequest } from '../../domain/returns/return-request';
import { accountDay } from '../account-day';
import type { ActivityDeps } from '../deps';
import { type NewReturn, keepReturn } from './kept-return';
import { moveFundedMoney } from './funded-return';
import { refundCards } from './refund-cards';
import type { ServicingRequest } from '.';

/**
 * Posts goods that came back, or a lower price (domain.md 3.9): the merchant owes it in the next netting, the schedule
 * is cut again, and when everything came back the lease's money ends. One transaction, holding the lease; what goes
 * back to a card is asked of the processor after it, under a key of its own.
 *
 * Run again it gives its first answer, and asks the processor for what it has not been heard of.
 *
 * @returns refused with RETURN_AUTHORIZATION_MISMATCH, RETURN_EXCEEDS_LINE, PRICE_INCREASE_NOT_ALLOWED,
 *   AMOUNT_TOO_SMALL, DUPLICATE_LINE or RETURN_NOT_ELIGIBLE: nothing changed
 * @throws ProcessorUnreachable (retried) when it is not known whether the refund arrived
 */
export function postReturn(deps: ActivityDeps) {
  const { db, cipher } = deps;
  return async (request: ServicingRequest): Promise<ServicingAnswer> => {
    const body = await requestBody<ReturnRequest>(db, cipher, request.messageId);
    try {
      const fact = await db.transaction().execute((trx) => posted(deps, trx, request, body));
      if (request.isFunded) await refundCards(deps, request.leaseId, fact.number);
      return { outcome: 'accepted', fact };
    } catch (error) {
      if (!(error instanceof LeaseError)) throw error;
      return { outcome: 'refused', code: error.code, detail: error.message };
    }
  };
}

async function posted(
  { cipher }: ActivityDeps,
  trx: Trx,
  { leaseId, messageId, at, isFunded }: ServicingRequest,
  body: ReturnRequest,
): Promise<ReturnFact> {
  const lease = await lockLease(trx, leaseId);
  const known = await returnByMessage(trx, messageId);
  if (known) return known.fact;

  const order = await readOrder(trx, lease);
  const beforeCents = order ? invoiceLeftCents(order.left) : ZERO_CENTS;
  if (!order || beforeCents === 0) throw new LeaseError('RETURN_NOT_ELIGIBLE', 'there is nothing left to return');
  const number = order.returnCount + 1;
  const isSpent = await spendAuthorization(trx, cipher, {
    leaseId,
    code: body.authorizationCode,
    at,
    returnId: returnId(leaseId, number),
  });
  if (!isSpent)
    throw new LeaseError('RETURN_AUTHORIZATION_MISMATCH', 'no open authorization of this lease has this code');

  const lines = takenLines(body.actionType, order.left, body.lines);
  const takenCents = sumCents(lines.map(({ amountCents }) => amountCents));
  const invoice = { beforeCents, afterCents: cents(beforeCents - takenCents) };
  const day = await accountDay(trx, lease, at);
  const posting: NewReturn = { lease, order, number, messageId, day, body, lines, takenCents, invoice };
  const fact = isFunded ? await moveFundedMoney(trx, posting) : undelivered(posting);
  await keepReturn(trx, posting, fact);
  return fact;
}

/** No money has moved for the goods yet: the order is smaller, and so is what will be funded and paid. */
function undelivered({ order, number, body, lines, invoice }: NewReturn): ReturnFact {
  const isWhole = invoice.afterCents === 0;
  const linesLeft = order.left.flatMap(({ lineNumber, leftQuantity }) => {
    const goneQuantity = lines.find((line) => line.lineNumber === lineNumber)?.quantity ?? 0;
    return leftQuantity > goneQuantity ? [{ lineNumber, quantity: leftQuantity - goneQuantity }] : [];
  });
  return {
    kind: body.actionType === 'return' ? 'returned' : 'price_adjusted',
    number,
    isWhole,
    merchantDebitCents: ZERO_CENTS,
    customerRefundCents: isWhole ? order.pricing.initialPaymentCents : ZERO_CENTS,
    linesLeft,
    invoiceTotalCents: invoice.afterCents,
    pricing: repriceUndelivered(order.pricing, invoice),
  };
}
