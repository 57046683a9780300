import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { DueCharge, FixedCharge, TakenCharge } from '../domain/collections/card-charges';
import type { MessageId } from '../domain/ids';
import type { OpenAccount } from '../domain/payment-application';
import type { Cipher } from './cipher';
import { IS_SERVICED } from './collections-rules';
import type { Db, Trx } from './database';
import { lockLeases } from './lease-locks';
import { postMovements } from './ledger-sets';

/** What became of a charge that was not taken, and the processor's name for it. */
export interface LostCharge {
  paymentId: string;
  reference: string;
}

type Sql = ReturnType<typeof sql>;

const open = (table: Sql, number: Sql, openCents: Sql): Sql => sql`coalesce((
  SELECT json_agg(json_build_object('number', ${number}, 'openCents', ${openCents}))
    FROM ${table} WHERE lease_id = l.lease_id AND ${openCents} > 0), '[]'::json)`;

const OPEN_RENT = open(
  sql`(SELECT * FROM scheduled_payments WHERE state <> 'cancelled') rent`,
  sql`rent.number`,
  sql`rent.amount_cents - rent.paid_cents`,
);
const OPEN_FEES = open(
  sql`late_fees fee`,
  sql`fee.payment_number`,
  sql`fee.amount_cents - fee.paid_cents - fee.waived_cents`,
);

const isDue = (businessOn: CalendarDate) => sql`
  p.kind = 'one_time' AND p.state = 'pending' AND p.method = 'card' AND p.pay_on <= ${businessOn}::date`;

export async function hasDueCharges(db: Db, businessOn: CalendarDate): Promise<boolean> {
  const { rows } = await sql`SELECT FROM payments p WHERE ${isDue(businessOn)} LIMIT 1`.execute(db);
  return rows.length > 0;
}

export interface ChargeRow extends DueCharge {
  messageId: MessageId;
  /** sealed body of the request that asked for the payment: it names the card */
  body: Buffer;
}

/** Payments whose day has come, oldest first, each with what its lease owes now. Their leases are held. */
export async function lockDueCharges(trx: Trx, businessOn: CalendarDate): Promise<ChargeRow[]> {
  return await lockCharges(trx, isDue(businessOn));
}

/**
 * Payments that a card was asked for and whose answer is not written down, also when somebody called them off
 * meanwhile: those owe nothing any more, and what the card gave goes back.
 */
export async function lockAskedCharges(trx: Trx, paymentIds: readonly string[]): Promise<ChargeRow[]> {
  return await lockCharges(
    trx,
    sql`p.payment_id = ANY(${[...paymentIds]}::text[]) AND p.state IN ('pending', 'cancelled')`,
  );
}

async function lockCharges(trx: Trx, condition: Sql): Promise<ChargeRow[]> {
  await lockLeases(trx, sql`SELECT p.lease_id FROM payments p WHERE ${condition}`);
  const { rows } = await sql<Omit<ChargeRow, 'account'> & { account: OpenAccount; isOwing: boolean }>`
    SELECT p.payment_id AS "paymentId", p.lease_id AS "leaseId", p.amount_cents AS "amountCents",
           p.effective_on IS NOT NULL AS "isFixed", p.message_id AS "messageId", request.body,
           ${IS_SERVICED} AND p.state = 'pending' AS "isOwing",
           json_build_object('rent', ${OPEN_RENT}, 'fees', ${OPEN_FEES}) AS account
      FROM payments p JOIN leases l USING (lease_id) JOIN requests request ON request.message_id = p.message_id
     WHERE ${condition}
     ORDER BY p.pay_on, p.created_at, p.payment_id`.execute(trx);
  return rows.map(({ isOwing, account, ...row }) => ({ ...row, account: isOwing ? account : undefined }));
}

/** The token of the card that the customer named. It is opened here and goes to the processor alone. */
export function cardTokenOf(cipher: Cipher, { messageId, body }: ChargeRow): string {
  const opened = cipher.openJson(body, { table: 'requests', column: 'body', id: messageId });
  return (opened as { cardToken: string }).cardToken;
}

/** From now on the amount of these payments stands: whoever repeats the run charges the same. */
export async function fixAmounts(trx: Trx, fixed: readonly FixedCharge[], businessOn: CalendarDate): Promise<void> {
  await sql`
    UPDATE payments p
       SET state = CASE WHEN "chargedCents" > 0 THEN 'pending' ELSE 'cancelled' END,
           amount_cents = CASE WHEN "chargedCents" > 0 THEN "chargedCents" ELSE amount_cents END,
           effective_on = coalesce(effective_on, CASE WHEN "chargedCents" > 0 THEN ${businessOn}::date END)
      FROM json_to_recordset(${JSON.stringify(fixed)}::json) AS charge("paymentId" text, "chargedCents" bigint)
     WHERE p.payment_id = charge."paymentId" AND p.state = 'pending'`.execute(trx);
}

/** What cards gave pays rent and fees; what is too much, because somebody paid meanwhile, goes back by ACH. */
export async function keepTaken(
  trx: Trx,
  taken: readonly (TakenCharge & { reference: string })[],
  businessOn: CalendarDate,
  at: Instant,
): Promise<void> {
  const payments = taken.map(({ paymentId, reference }) => ({ paymentId, reference }));
  const uses = taken.flatMap(({ paymentId, leaseId, applications }) =>
    applications.map((use) => ({ paymentId, leaseId, ...use })),
  );
  await sql`
    WITH uses AS (
      SELECT * FROM json_to_recordset(${JSON.stringify(uses)}::json)
                 AS used("paymentId" text, "leaseId" text, target text, number int, "amountCents" bigint)
    ), sums AS (
      SELECT "leaseId", target, number, sum("amountCents") AS cents FROM uses GROUP BY "leaseId", target, number
    ), rent AS (
      UPDATE scheduled_payments s
         SET paid_cents = s.paid_cents + cents,
             state = CASE WHEN s.paid_cents + cents = s.amount_cents THEN 'paid' ELSE s.state END
        FROM sums WHERE target = 'rent' AND s.lease_id = "leaseId" AND s.number = sums.number
    ), fees AS (
      UPDATE late_fees f SET paid_cents = f.paid_cents + cents
        FROM sums WHERE target = 'fee' AND f.lease_id = "leaseId" AND f.payment_number = sums.number
    ), applications AS (
      INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on)
      SELECT "paymentId", "leaseId", target, number, "amountCents", ${businessOn}::date FROM uses
    )
    UPDATE payments p SET state = 'posted', posted_on = ${businessOn}::date, reference = taken.reference,
                          card_reference = taken.reference
      FROM json_to_recordset(${JSON.stringify(payments)}::json) AS taken("paymentId" text, reference text)
     WHERE p.payment_id = taken."paymentId"`.execute(trx);
  await postMovements(trx, 'CardPaymentTaken', movementRows('take-payment:', payments), at);
  await refundCharges(trx, taken, at);
}

async function refundCharges(trx: Trx, taken: readonly TakenCharge[], at: Instant): Promise<void> {
  const surplus = taken.filter(({ surplusCents }) => surplusCents > 0);
  if (surplus.length === 0) return;
  const rows = surplus.map(({ paymentId, surplusCents }) => ({ paymentId, surplusCents }));
  await sql`
    INSERT INTO payments (payment_id, lease_id, kind, amount_cents, method, refund_of, state, created_at)
    SELECT p.payment_id || '-refund', p.lease_id, 'refund', "surplusCents", 'bank_account', p.payment_id, 'pending',
           ${at}::timestamptz
      FROM json_to_recordset(${JSON.stringify(rows)}::json) AS surplus("paymentId" text, "surplusCents" bigint)
      JOIN payments p ON p.payment_id = surplus."paymentId"
        ON CONFLICT (payment_id) DO NOTHING`.execute(trx);
  const refunds = rows.map(({ paymentId }) => ({ paymentId: `${paymentId}-refund` }));
  await postMovements(trx, 'RefundOwed', movementRows('owe-refund:', refunds), at);
}

const movementRows = (prefix: string, payments: readonly { paymentId: string }[]) => sql`
  SELECT ${prefix} || p.payment_id AS business_key, p.lease_id, l.merchant_id, p.amount_cents
    FROM payments p JOIN leases l USING (lease_id)
   WHERE p.payment_id = ANY(${payments.map(({ paymentId }) => paymentId)}::text[])`;

/** A card that gave nothing: the payment is over, and the customer is told. */
export async function keepDeclined(trx: Trx, declined: readonly LostCharge[], businessOn: CalendarDate): Promise<void> {
  await sql`
    WITH lost AS (
      UPDATE payments p SET state = 'returned', reference = declined.reference
        FROM json_to_recordset(${JSON.stringify(declined)}::json) AS declined("paymentId" text, reference text)
       WHERE p.payment_id = declined."paymentId" AND p.state = 'pending'
      RETURNING p.payment_id, p.lease_id, p.amount_cents
    )
    INSERT INTO notices (notice_id, lease_id, kind, made_on, data)
    SELECT 'NTC-declined-' || payment_id, lease_id, 'debit_returned', ${businessOn}::date,
           jsonb_build_object('paymentId', payment_id, 'amountCents', amount_cents, 'reason', 'card_declined')
      FROM lost
        ON CONFLICT (notice_id) DO NOTHING`.execute(trx);
}
