import { type RawBuilder, sql } from 'kysely';
import { type CollectionDay, RETRIED_CODES, RETRIES_MAX } from '../domain/collections/collection-day';

/** The day a scheduled payment `s` counts from: `owedOn` of domain/collections in SQL. */
export const OWED_ON = sql`greatest(s.due_on, s.debit_not_before_on)`;

/** The account in use for a lease `l`; null: the one of the application. */
export const ACCOUNT_ID = sql`(
  SELECT account_id FROM bank_accounts
   WHERE bank_accounts.lease_id = l.lease_id AND bank_accounts.state IN ('prenoting', 'usable'))`;

/** A lease `l` that is being paid for. */
export const IS_SERVICED = sql`(l.status = 'funded' AND l.servicing_state IN ('active', 'past_due'))`;

/** The customer of lease `l` lets us take what is due. */
export const IS_AUTHORIZED = sql`(l.is_autopay AND l.autopay_stop IS NULL AND ${IS_SERVICED})`;

/**
 * Scheduled payment `s` of lease `l` may be taken, now or when it is due. What the bank once gave back is not taken
 * afresh from the same account: that is for {@link isRepresentable} alone.
 */
export const CAN_BE_DEBITED = sql`(
  ${IS_AUTHORIZED} AND NOT s.is_debit_paused AND s.paid_cents < s.amount_cents
  AND NOT EXISTS (
    SELECT FROM ach_entries e
     WHERE e.payment_id = s.payment_id
       AND (e.state = 'settled' OR (e.state = 'returned' AND e.account_id IS NOT DISTINCT FROM ${ACCOUNT_ID}))))`;

/**
 * Whether the newest entry of a payment may be presented again: it came back for want of money, the very amount is
 * still owed, and neither tries nor time are used up (domain.md 3.8).
 *
 * @param paymentId   SQL of the payment's ID
 * @param openCents   SQL of what is still owed of it
 * @param returnedThrough only what came back by this day
 */
export function isRepresentable(
  paymentId: RawBuilder<unknown>,
  openCents: RawBuilder<unknown>,
  { retryFirstFromOn }: CollectionDay,
  returnedThrough = 'infinity',
): RawBuilder<unknown> {
  return sql`EXISTS (
    SELECT FROM ach_entries e
      JOIN ach_entries original ON original.trace_number = coalesce(e.retry_of, e.trace_number)
     WHERE e.payment_id = ${paymentId} AND e.amount_cents = ${openCents}
       AND e.state = 'returned' AND e.return_code = ANY(${[...RETRIED_CODES]}::text[])
       AND e.returned_on <= ${returnedThrough}::date AND original.effective_on >= ${retryFirstFromOn}::date
       AND NOT EXISTS (SELECT FROM ach_entries newer
                        WHERE newer.payment_id = e.payment_id AND newer.trace_number > e.trace_number)
       AND (SELECT count(*) FROM ach_entries retry
             WHERE retry.payment_id = e.payment_id AND retry.retry_of = original.trace_number) < ${RETRIES_MAX})`;
}

/** Scheduled payment `s` came back and will be, or is today, presented again. */
export function isRetryToCome(day: CollectionDay, returnedThrough?: string): RawBuilder<unknown> {
  const openCents = sql`s.amount_cents - s.paid_cents`;
  return sql`(${IS_AUTHORIZED} AND NOT s.is_debit_paused
    AND ${isRepresentable(sql`s.payment_id`, openCents, day, returnedThrough)})`;
}
