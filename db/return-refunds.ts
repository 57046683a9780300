import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId } from '../domain/ids';
import type { RentSource } from '../domain/returns/refund-sources';
import type { Db, Trx } from './database';
import type { PostingDay } from './payments';

/** Which payments paid these scheduled payments' rent, what they paid, newest first; undone ones are gone. */
export async function rentSources(trx: Trx, leaseId: LeaseId, numbers: readonly number[]): Promise<RentSource[]> {
  if (numbers.length === 0) return [];
  const { rows } = await sql<RentSource>`
    SELECT payment_id AS "paymentId", application.number, sum(application.amount_cents)::bigint AS "amountCents"
      FROM payment_applications application JOIN payments USING (payment_id)
     WHERE application.lease_id = ${leaseId} AND target = 'rent' AND application.number = ANY(${[...numbers]}::int[])
     GROUP BY payment_id, application.number HAVING sum(application.amount_cents) > 0
     ORDER BY max(posted_on) DESC NULLS LAST, payment_id DESC`.execute(trx);
  return rows;
}

/** What goes back of one payment, by the way it came. */
interface Refund {
  paymentId: string;
  refundOf: string;
  amountCents: Cents;
}

/** One refund a payment that is given back from, and the money taken off the rent it had paid. */
export async function insertRefunds(
  trx: Trx,
  { leaseId, returnId, day }: { leaseId: LeaseId; returnId: string; day: PostingDay },
  sources: readonly RentSource[],
): Promise<Refund[]> {
  if (sources.length === 0) return [];
  const given = JSON.stringify(sources);
  const { rows } = await sql<Refund>`
    WITH source AS (
      SELECT * FROM json_to_recordset(${given}::json) AS given("paymentId" text, number int, "amountCents" bigint)
    ), undone AS (
      INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on)
      SELECT "paymentId", ${leaseId}, 'rent', number, -"amountCents", ${day.on}::date FROM source
    ), back AS (
      SELECT "paymentId", sum("amountCents") AS amount_cents, max(number) AS number,
             row_number() OVER (ORDER BY "paymentId") AS place FROM source GROUP BY "paymentId"
    )
    INSERT INTO payments (payment_id, lease_id, kind, number, amount_cents, method, card_reference, refund_of, state,
                          created_at)
    SELECT 'PAY-' || ${returnId}::text || '-refund' || CASE WHEN place > 1 THEN '-' || place ELSE '' END, ${leaseId},
           'refund', back.number, back.amount_cents, paid.method, paid.card_reference, paid.payment_id, 'pending',
           ${day.at}::timestamptz
      FROM back JOIN payments paid ON paid.payment_id = back."paymentId"
    RETURNING payment_id AS "paymentId", refund_of AS "refundOf", amount_cents AS "amountCents"`.execute(trx);
  return rows;
}

/** A refund that is to go back to a card, with the processor's own name of what it took. */
export interface CardRefund {
  paymentId: string;
  captureReference: string;
  amountCents: Cents;
}

/** Refunds of a return that the processor has not been heard of yet. */
export async function pendingCardRefunds(db: Db, returnId: string): Promise<CardRefund[]> {
  const { rows } = await sql<CardRefund>`
    SELECT refund.payment_id AS "paymentId", coalesce(paid.reference, paid.card_reference) AS "captureReference",
           refund.amount_cents AS "amountCents"
      FROM payments refund JOIN payments paid ON paid.payment_id = refund.refund_of
     WHERE starts_with(refund.payment_id, ${`PAY-${returnId}-refund`}) AND refund.state = 'pending'
       AND refund.method = 'card'
     ORDER BY refund.payment_id`.execute(db);
  return rows;
}

/** The processor has given it back. */
export async function markRefunded(
  trx: Trx,
  { paymentId, reference, postedOn }: { paymentId: string; reference: string; postedOn: CalendarDate },
): Promise<void> {
  await trx
    .updateTable('payments')
    .set({ state: 'posted', reference, posted_on: postedOn, effective_on: postedOn })
    .where('payment_id', '=', paymentId)
    .where('state', '=', 'pending')
    .execute();
}

/** A lease that ended takes nothing more: payments that were still to come are called off. */
export async function cancelPaymentsToCome(trx: Trx, leaseId: LeaseId): Promise<void> {
  await trx
    .updateTable('payments')
    .set({ state: 'cancelled' })
    .where('lease_id', '=', leaseId)
    .where('kind', '=', 'one_time')
    .where('state', '=', 'pending')
    .execute();
}
