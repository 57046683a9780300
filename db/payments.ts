import { createHash } from 'node:crypto';
import { type Selectable, sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MessageId } from '../domain/ids';
import { balanceCents } from '../domain/ledger';
import { movement } from '../domain/ledger-movements';
import type { AppliedPayment, OpenAccount, PaymentApplication } from '../domain/payment-application';
import type { Db, Trx } from './database';
import type { LeaseRow } from './leases';
import { balances, postEntries } from './ledger';
import type { PaymentsTable } from './schema-money';

export type PaymentRow = Selectable<PaymentsTable>;

/** The name of a payment that a caller reported: the same however often the report comes. */
export const reportedPaymentId = (leaseId: LeaseId, messageId: MessageId): string =>
  `PAY-${leaseId}-${createHash('sha256').update(messageId).digest('hex').slice(0, 8)}`;

export async function paymentByMessage(db: Db | Trx, messageId: MessageId): Promise<PaymentRow | undefined> {
  return await db.selectFrom('payments').selectAll().where('message_id', '=', messageId).executeTakeFirst();
}

/**
 * What `POST …/payments` and its cancellation are answered: a line of the payments, as `GET …/payments` shows it.
 * @throws Error when the message brought no payment
 */
export async function paymentAnswer(trx: Trx, messageId: MessageId): Promise<object> {
  const row = await paymentByMessage(trx, messageId);
  if (!row) throw new Error('only a payment that was taken or scheduled is answered');
  const owed = (await balances(trx, { leaseId: row.lease_id })).accounts.customer_balance;
  return {
    paymentId: row.payment_id,
    kind: row.kind,
    number: row.number,
    dueOn: row.due_on ?? row.pay_on,
    postedOn: row.posted_on,
    effectiveOn: row.effective_on,
    amountCents: row.amount_cents,
    method: { type: row.method, last4: null },
    state: row.state,
    balanceAfterCents: owed ? balanceCents('customer_balance', owed) : 0,
    reference: row.reference,
  };
}

/** What a lease still owes. A payment whose debit is in a file is still open: it may come back. */
export async function openAccount(trx: Trx, leaseId: LeaseId): Promise<OpenAccount> {
  const { rows } = await sql<{ target: 'rent' | 'fee'; number: number; openCents: Cents }>`
    SELECT 'rent' AS target, number, amount_cents - paid_cents AS "openCents"
      FROM scheduled_payments
     WHERE lease_id = ${leaseId} AND state <> 'cancelled' AND paid_cents < amount_cents
     UNION ALL
    SELECT 'fee', payment_number, amount_cents - waived_cents - paid_cents
      FROM late_fees
     WHERE lease_id = ${leaseId} AND waived_cents + paid_cents < amount_cents`.execute(trx);
  const of = (target: 'rent' | 'fee') =>
    rows.filter((row) => row.target === target).map(({ number, openCents }) => ({ number, openCents }));
  return { rent: of('rent'), fees: of('fee') };
}

/** A payment by card that is about to be taken, or that is to be taken on a later day. */
export async function insertPendingPayment(
  trx: Trx,
  payment: Pick<PaymentRow, 'lease_id' | 'kind' | 'pay_on' | 'amount_cents' | 'created_at'> & { message_id: MessageId },
): Promise<void> {
  await trx
    .insertInto('payments')
    .values({
      ...payment,
      payment_id: reportedPaymentId(payment.lease_id, payment.message_id),
      method: 'card',
      state: 'pending',
    })
    .execute();
}

/** Its card was refused: there is no such payment. */
export async function dropPendingPayment(trx: Trx, messageId: MessageId): Promise<void> {
  await trx.deleteFrom('payments').where('message_id', '=', messageId).where('state', '=', 'pending').execute();
}

/** When money came in: the customer's day, and the business time of its entries. */
export interface PostingDay {
  on: CalendarDate;
  at: Instant;
}

/**
 * A captured card payment becomes the customer's: posted once, in the ledger, and used for what is open. What is left
 * over, because somebody else paid meanwhile, goes back to the customer's account with the next file.
 *
 * @param applied what of the open account it pays
 */
export async function postCardPayment(
  trx: Trx,
  lease: LeaseRow,
  payment: PaymentRow,
  { day, captureReference, applied }: { day: PostingDay; captureReference: string; applied: AppliedPayment },
): Promise<void> {
  const { numUpdatedRows } = await trx
    .updateTable('payments')
    .set({
      state: 'posted',
      posted_on: day.on,
      effective_on: day.on,
      card_reference: captureReference,
      reference: captureReference,
    })
    .where('payment_id', '=', payment.payment_id)
    .where('state', '=', 'pending')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  const { lease_id: leaseId, merchant_id: merchantId } = lease;
  const { payment_id: paymentId, amount_cents: amountCents } = payment;
  const about = { leaseId, merchantId, amountCents, occurredAt: day.at };
  await postEntries(trx, [movement('CardPaymentTaken', { key: `take-payment:${paymentId}`, ...about })]);
  await applyToAccount(trx, { leaseId, paymentId, appliedOn: day.on }, applied.applications);
  await noLongerPastDue(trx, leaseId);
  if (applied.surplusCents > 0)
    await oweRefund(trx, lease, { paymentId, amountCents: applied.surplusCents, at: day.at });
}

/** Rent and fees learn what they were paid, and what is paid in full is so. */
async function applyToAccount(
  trx: Trx,
  { leaseId, paymentId, appliedOn }: { leaseId: LeaseId; paymentId: string; appliedOn: CalendarDate },
  applications: readonly PaymentApplication[],
): Promise<void> {
  await sql`
    WITH uses AS MATERIALIZED (
      SELECT target, number, "amountCents" AS amount_cents
        FROM json_to_recordset(${JSON.stringify(applications)}::json)
          AS given(target text, number int, "amountCents" bigint)
    ), rent AS (
      UPDATE scheduled_payments payment
         SET paid_cents = paid_cents + uses.amount_cents,
             state = CASE WHEN paid_cents + uses.amount_cents = payment.amount_cents THEN 'paid' ELSE state END
        FROM uses WHERE target = 'rent' AND lease_id = ${leaseId} AND payment.number = uses.number
    ), fees AS (
      UPDATE late_fees fee SET paid_cents = paid_cents + uses.amount_cents
        FROM uses WHERE target = 'fee' AND lease_id = ${leaseId} AND payment_number = uses.number
    )
    INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on)
    SELECT ${paymentId}, ${leaseId}, target, number, amount_cents, ${appliedOn}::date FROM uses`.execute(trx);
}

/** Who has paid what was overdue reads so at once, and not only after the next run. */
async function noLongerPastDue(trx: Trx, leaseId: LeaseId): Promise<void> {
  await sql`
    UPDATE leases SET servicing_state = 'active'
     WHERE lease_id = ${leaseId} AND servicing_state = 'past_due'
       AND NOT EXISTS (SELECT FROM scheduled_payments WHERE lease_id = ${leaseId} AND state = 'past_due')`.execute(trx);
}

async function oweRefund(
  trx: Trx,
  { lease_id: leaseId, merchant_id: merchantId }: LeaseRow,
  { paymentId, amountCents, at }: { paymentId: string; amountCents: Cents; at: Instant },
): Promise<void> {
  const refundId = `${paymentId}-refund`;
  await trx
    .insertInto('payments')
    .values({
      payment_id: refundId,
      lease_id: leaseId,
      kind: 'refund',
      amount_cents: amountCents,
      method: 'bank_account',
      refund_of: paymentId,
      state: 'pending',
      created_at: at,
    })
    .execute();
  const about = { leaseId, merchantId, amountCents, occurredAt: at };
  await postEntries(trx, [movement('RefundOwed', { key: `owe-refund:${refundId}`, ...about })]);
}
