import { readPaydays } from '../../db/applicants';
import type { Trx } from '../../db/database';
import { postEntries } from '../../db/ledger';
import { updateLease } from '../../db/leases';
import { cancelPaymentsToCome, insertRefunds, rentSources } from '../../db/return-refunds';
import { readAccountPayments, updateSchedule } from '../../db/return-schedules';
import { returnId } from '../../db/returns';
import { addDays, type CalendarDate } from '../../domain/calendar-date';
import { cents, sumCents, ZERO_CENTS } from '../../domain/cents';
import { dueDates, FIRST_DUE_AFTER_DAYS } from '../../domain/due-dates';
import type { ReturnFact } from '../../domain/lease/servicing-answer';
import { movement } from '../../domain/ledger-movements';
import { type AccountPayment, isLive, openCents, totalCents } from '../../domain/returns/account-payment';
import { endSchedule, type EndedSchedule } from '../../domain/returns/end-schedule';
import { recutSchedule } from '../../domain/returns/recut-schedule';
import { refundSources } from '../../domain/returns/refund-sources';
import { repriceFunded } from '../../domain/returns/reprice';
import type { NewReturn } from './kept-return';

/**
 * The money of a return after Funded, in the caller's transaction: the merchant's debit as a line of the next netting,
 * the schedule cut again or ended, what the customer is owed, and the entries of all of it. Afterwards the customer's
 * balance is again what the schedule and the fees have open.
 */
export async function moveFundedMoney(trx: Trx, posting: NewReturn): Promise<ReturnFact> {
  const { lease, order, number, body, takenCents, invoice, day } = posting;
  const isWhole = invoice.afterCents === 0;
  const before = await readAccountPayments(trx, lease.lease_id);
  const { payments: after, refunds } = await scheduleAfter(trx, posting, before);
  const sources = refundSources(
    refunds,
    await rentSources(
      trx,
      lease.lease_id,
      refunds.map((refund) => refund.number),
    ),
  );
  await updateSchedule(trx, lease.lease_id, { before, after, noticedOn: day.on });
  await debitMerchant(trx, posting);
  await settleWithCustomer(trx, posting, { before, after, sources });
  if (isWhole) await endCharges(trx, posting, after);
  return {
    kind: body.actionType === 'return' ? 'returned' : 'price_adjusted',
    number,
    isWhole,
    merchantDebitCents: takenCents,
    customerRefundCents: sumCents([...sources.map(({ amountCents }) => amountCents), surplusOfFiled(before, after)]),
    invoiceTotalCents: invoice.afterCents,
    pricing: repriceFunded(order.pricing, invoice, after),
  };
}

async function scheduleAfter(trx: Trx, posting: NewReturn, before: AccountPayment[]): Promise<EndedSchedule> {
  const { lease, body, invoice } = posting;
  if (invoice.afterCents > 0) return { payments: recutSchedule(before, invoice, body.returnedOn), refunds: [] };
  return endSchedule(before, body.returnedOn, await endOfSchedule(trx, lease.lease_id, before));
}

/** When the payment after the last one would have been due. */
async function endOfSchedule(
  trx: Trx,
  leaseId: NewReturn['lease']['lease_id'],
  payments: AccountPayment[],
): Promise<CalendarDate> {
  const [first] = payments;
  const paydays = await readPaydays(trx, leaseId);
  const afterLast = first && dueDates(paydays, addDays(first.dueOn, -FIRST_DUE_AFTER_DAYS), payments.length + 1).pop();
  if (!afterLast) throw new Error('a Funded lease has a schedule');
  return afterLast;
}

/** What is in a file already and will be given back when it settles. */
function surplusOfFiled(before: readonly AccountPayment[], after: readonly AccountPayment[]) {
  return sumCents(
    before.map((payment, index) => {
      const now = after[index];
      if (payment.state !== 'in_file' || !now) return ZERO_CENTS;
      return cents(openCents(payment) - (isLive(now) ? openCents(now) : 0));
    }),
  );
}

/** The merchant owes what it was paid for these goods: a line of its next netting. */
async function debitMerchant(trx: Trx, { lease, order, number, body, takenCents, day }: NewReturn): Promise<void> {
  const id = returnId(lease.lease_id, number);
  await trx
    .insertInto('funding_lines')
    .values({
      funding_id: `FND-${id}`,
      merchant_id: lease.merchant_id,
      lease_id: lease.lease_id,
      invoice_number: order.invoiceNumber,
      kind: body.actionType,
      adjustment_cents: cents(0 - takenCents),
      posted_at: day.at,
      run_id: null,
    })
    .execute();
  const about = { leaseId: lease.lease_id, merchantId: lease.merchant_id, amountCents: takenCents, occurredAt: day.at };
  const entry =
    body.actionType === 'return'
      ? movement('MerchandiseReturned', { key: `return-goods:${id}`, ...about })
      : movement('PriceAdjusted', { key: `adjust-price:${id}`, ...about });
  await postEntries(trx, [entry]);
}

interface Change {
  before: AccountPayment[];
  after: AccountPayment[];
  sources: ReturnType<typeof refundSources>;
}

/** The customer owes less rent, and is owed what was paid for days to come. */
async function settleWithCustomer(trx: Trx, posting: NewReturn, { before, after, sources }: Change): Promise<void> {
  const { lease, number, day } = posting;
  const id = returnId(lease.lease_id, number);
  const about = { leaseId: lease.lease_id, merchantId: lease.merchant_id, occurredAt: day.at };
  const reducedCents = cents(totalCents(before) - totalCents(after));
  const refunds = await insertRefunds(trx, { leaseId: lease.lease_id, returnId: id, day }, sources);
  await postEntries(trx, [
    ...(reducedCents > 0
      ? [movement('RentReduced', { key: `reduce-rent:${id}`, amountCents: reducedCents, ...about })]
      : []),
    ...refunds.map(({ paymentId, amountCents }) =>
      movement('RefundOwed', { key: `owe-refund:${paymentId}`, amountCents, ...about }),
    ),
  ]);
}

/** Everything came back: nothing more is taken, and all rent that is left in the schedule is earned. */
async function endCharges(trx: Trx, { lease, order, day }: NewReturn, after: AccountPayment[]): Promise<void> {
  const { lease_id: leaseId, merchant_id: merchantId } = lease;
  const earnedCents = sumCents([order.pricing.initialPaymentCents, totalCents(after)]);
  await updateLease(trx, leaseId, { autopay_stop: 'returned' });
  await cancelPaymentsToCome(trx, leaseId);
  if (earnedCents === 0) return;
  const about = { leaseId, merchantId, amountCents: earnedCents, occurredAt: day.at };
  await postEntries(trx, [movement('RentEarned', { key: `earn-rent:${leaseId}`, ...about })]);
}
