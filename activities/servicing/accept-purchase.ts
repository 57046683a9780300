import { closeAsOwned } from '../../db/closings';
import type { Trx } from '../../db/database';
import { lockLease } from '../../db/leases';
import { insertPendingPayment, openAccount, paymentByMessage, postCardPayment } from '../../db/payments';
import {
  findQuote,
  isAccountAsQuoted,
  leaveQuote,
  type QuoteRow,
  quoteTakenBy,
  takeQuote,
} from '../../db/purchase-quotes';
import { requestBody } from '../../db/requests';
import type { Cents } from '../../domain/cents';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { applyBuyout } from '../../domain/payment-application';
import { accountDay } from '../account-day';
import type { ActivityDeps } from '../deps';
import { cardRefused, chargeCard } from './charge-card';
import type { ServicingRequest } from '.';

interface AcceptanceBody {
  quoteId: string;
  cardToken: string;
}

/**
 * Sells the goods at a quoted price: the card is charged, the price pays what it can, the rest of the rent is forgone,
 * and the lease's books are closed.
 *
 * That the quote held is written down before the card is asked, so that a repeat sells at it whatever a run did
 * meanwhile; a refused card takes that back. A quote of nothing needs no card.
 *
 * @throws ProcessorUnreachable (retried) when it is not known whether the card was charged
 */
export function acceptPurchase({ db, cipher, cardProcessor }: ActivityDeps) {
  return async (request: ServicingRequest): Promise<ServicingAnswer> => {
    const { leaseId, messageId } = request;
    const { quoteId, cardToken } = await requestBody<AcceptanceBody>(db, cipher, messageId);
    const taken = await db.transaction().execute((trx) => take(trx, request, quoteId));
    if ('outcome' in taken) return taken;
    const amountCents = taken.amount_cents;
    if (amountCents === 0) return await db.transaction().execute((trx) => sell(trx, request, taken, undefined));

    const charge = { idempotencyKey: `buyout:${messageId}`, leaseId, cardToken, amountCents };
    const { outcome, reference } = await chargeCard(cardProcessor, charge);
    if (outcome === 'captured') return await db.transaction().execute((trx) => sell(trx, request, taken, reference));
    await db.transaction().execute((trx) => leaveQuote(trx, messageId));
    return cardRefused(outcome);
  };
}

/** @returns the quote at which the goods are sold, or the answer */
async function take(trx: Trx, request: ServicingRequest, quoteId: string): Promise<QuoteRow | ServicingAnswer> {
  const { leaseId, messageId, at } = request;
  const lease = await lockLease(trx, leaseId);
  const paid = await paymentByMessage(trx, messageId);
  if (paid) return boughtOut(paid.amount_cents);
  const taken = await quoteTakenBy(trx, leaseId, messageId);
  if (taken) return taken;

  const quote = await findQuote(trx, leaseId, quoteId);
  if (!quote) return { outcome: 'refused', code: 'NOT_FOUND', detail: 'the lease has no such quote' };
  const { on } = await accountDay(trx, lease, at);
  if (on > quote.good_through_on) return expired(`the quote was good through ${quote.good_through_on}`);
  if (!(await isAccountAsQuoted(trx, lease, quote))) return expired('the account has changed since the quote');
  await takeQuote(trx, quoteId, messageId);
  return quote;
}

async function sell(
  trx: Trx,
  { leaseId, messageId, at }: ServicingRequest,
  { amount_cents: amountCents }: QuoteRow,
  captureReference: string | undefined,
): Promise<ServicingAnswer> {
  const lease = await lockLease(trx, leaseId);
  const day = await accountDay(trx, lease, at);
  if (captureReference !== undefined) {
    const payment = { lease_id: leaseId, message_id: messageId, amount_cents: amountCents, created_at: day.at };
    await insertPendingPayment(trx, { ...payment, kind: 'buyout', pay_on: null });
    const inserted = await paymentByMessage(trx, messageId);
    if (!inserted) throw new Error('a payment vanished while its lease was held');
    const applied = applyBuyout({ ...(await openAccount(trx, leaseId)), amountCents });
    await postCardPayment(trx, lease, inserted, { day, captureReference, applied });
  }
  await closeAsOwned(trx, lease, day.at);
  return boughtOut(amountCents);
}

const boughtOut = (amountCents: Cents): ServicingAnswer => ({
  outcome: 'accepted',
  fact: { kind: 'bought_out', amountCents },
});

const expired = (detail: string): ServicingAnswer => ({ outcome: 'refused', code: 'QUOTE_EXPIRED', detail });
