import type { Trx } from '../../db/database';
import { closeAsOwned } from '../../db/closings';
import { lockLease } from '../../db/leases';
import {
  dropPendingPayment,
  insertPendingPayment,
  openAccount,
  paymentByMessage,
  type PaymentRow,
  postCardPayment,
} from '../../db/payments';
import { requestBody } from '../../db/requests';
import { BANKING_CALENDAR_UNTIL } from '../../domain/banking-calendar';
import { addDays, type CalendarDate } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { applyPayment, owedCents } from '../../domain/payment-application';
import { accountDay } from '../account-day';
import type { ActivityDeps } from '../deps';
import { cardRefused, chargeCard } from './charge-card';
import type { ServicingRequest } from '.';

interface PaymentBody {
  amountCents: Cents;
  cardToken: string;
  payOn?: CalendarDate;
}

/**
 * Takes a one-time payment from a card, now or, with `payOn`, on a later day (the collection run does that). It pays
 * rent from the oldest on, then fees; when nothing is open afterwards the goods are the customer's.
 *
 * The payment is written down before the card is asked, so that a repeat goes on with it whatever a run did meanwhile;
 * a refused card leaves nothing behind.
 *
 * @throws ProcessorUnreachable (retried) when it is not known whether the card was charged
 */
export function takePayment(deps: ActivityDeps) {
  return async (request: ServicingRequest): Promise<ServicingAnswer> => {
    const { db, cipher, cardProcessor } = deps;
    const body = await requestBody<PaymentBody>(db, cipher, request.messageId);
    const begun = await db.transaction().execute((trx) => begin(trx, request, body));
    if ('outcome' in begun) return begun;
    const { cardToken } = body;
    const { payment_id: idempotencyKey, amount_cents: amountCents } = begun;
    const charge = { idempotencyKey, leaseId: request.leaseId, cardToken, amountCents };
    const { outcome, reference } = await chargeCard(cardProcessor, charge);
    if (outcome === 'captured') return await db.transaction().execute((trx) => post(trx, request, begun, reference));
    await db.transaction().execute((trx) => dropPendingPayment(trx, request.messageId));
    return cardRefused(outcome);
  };
}

/** @returns the payment whose card is to be charged now, or the answer */
async function begin(trx: Trx, request: ServicingRequest, body: PaymentBody): Promise<PaymentRow | ServicingAnswer> {
  const { leaseId, messageId, at } = request;
  const lease = await lockLease(trx, leaseId);
  const known = await paymentByMessage(trx, messageId);
  if (known) return known.state === 'pending' && known.pay_on === null ? known : await answerOf(trx, known);

  const owed = owedCents(await openAccount(trx, leaseId));
  if (body.amountCents > owed) {
    const detail = `at most ${owed} cents are open: rent still to pay and late fees`;
    return { outcome: 'refused', code: 'AMOUNT_OUT_OF_RANGE', detail };
  }
  const today = await accountDay(trx, lease, at);
  const isLater = body.payOn !== undefined && body.payOn > today.on;
  if (isLater && !isPayable(body.payOn)) {
    const detail = `no bank can be foreseen to be open on ${body.payOn}`;
    return { outcome: 'refused', code: 'NOT_A_BANKING_DAY', detail };
  }
  await insertPendingPayment(trx, {
    lease_id: leaseId,
    message_id: messageId,
    kind: 'one_time',
    // A payment for a later day only; one without it is being charged at this moment.
    pay_on: isLater ? (body.payOn ?? null) : null,
    amount_cents: body.amountCents,
    created_at: today.at,
  });
  const inserted = await paymentByMessage(trx, messageId);
  if (!inserted) throw new Error('a payment vanished while its lease was held');
  return inserted.pay_on === null ? inserted : await answerOf(trx, inserted);
}

/** A day beyond the calendar would never be reached, and its cancellation could not be judged. */
function isPayable(payOn: CalendarDate | undefined): boolean {
  return payOn !== undefined && payOn <= addDays(BANKING_CALENDAR_UNTIL, -LAST_DAYS);
}

/** So many days before the calendar's end there is a banking day for certain. */
const LAST_DAYS = 7;

async function post(
  trx: Trx,
  { leaseId, at }: ServicingRequest,
  payment: PaymentRow,
  captureReference: string,
): Promise<ServicingAnswer> {
  const lease = await lockLease(trx, leaseId);
  const day = await accountDay(trx, lease, at);
  const applied = applyPayment({ ...(await openAccount(trx, leaseId)), amountCents: payment.amount_cents });
  await postCardPayment(trx, lease, payment, { day, captureReference, applied });
  if (await isNothingOpen(trx, payment)) await closeAsOwned(trx, lease, day.at);
  return await answerOf(trx, { ...payment, state: 'posted' });
}

async function answerOf(trx: Trx, payment: PaymentRow): Promise<ServicingAnswer> {
  const { amount_cents: amountCents } = payment;
  if (payment.pay_on !== null) return { outcome: 'accepted', fact: { kind: 'payment_scheduled', amountCents } };
  const isPaidOff = await isNothingOpen(trx, payment);
  return { outcome: 'accepted', fact: { kind: 'payment_taken', amountCents, isPaidOff } };
}

async function isNothingOpen(trx: Trx, { lease_id: leaseId }: PaymentRow): Promise<boolean> {
  return owedCents(await openAccount(trx, leaseId)) === 0;
}
