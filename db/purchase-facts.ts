import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import { type Cents, cents, sumCents, ZERO_CENTS } from '../domain/cents';
import type { LeaseId } from '../domain/ids';
import { lateFeeFromOn, lateFeeRule } from '../domain/late-fee-rules';
import type { PurchaseFacts, RentPayment } from '../domain/purchase-option/purchase-facts';
import type { Db, Trx } from './database';
import type { LeaseRow } from './leases';

/**
 * All that the price of early purchase depends on, from the ledger and the payments of one lease.
 *
 * @param asOfOn fees assessed and paid after it are left out
 * @throws Error when the lease is not Funded
 */
export async function readPurchaseFacts(db: Db | Trx, lease: LeaseRow, asOfOn: CalendarDate): Promise<PurchaseFacts> {
  const { lease_id: leaseId, delivery_state: state, signed_on: signedOn, delivered_on: deliveredOn } = lease;
  if (!state || !signedOn || !deliveredOn) throw new Error('only a Funded lease can be bought out');
  const prices = await cashPrices(db, leaseId);
  const schedule = await scheduleInForce(db, leaseId);
  const fees = await feesOn(db, leaseId, asOfOn);
  return {
    state,
    cashPriceCents: prices.nowCents,
    fundedCashPriceCents: prices.fundedCents,
    initialPaymentCents: lease.initial_payment_cents ?? ZERO_CENTS,
    signedOn,
    deliveredOn,
    schedule: schedule.map(({ number, dueOn, amountCents }) => ({ number, dueOn, amountCents })),
    rentPayments: await rentPayments(db, leaseId, prices),
    openFeesCents: fees.openCents,
    paidFeesCents: fees.paidCents,
    expectedOn: [...(await underWay(db, leaseId)), ...feesToCome(lease, schedule)],
  };
}

interface CashPrices {
  fundedCents: Cents;
  nowCents: Cents;
  /** each time a part of the goods or of the price went back, in the order in which the ledger learnt of it */
  falls: { entryId: number; amountCents: Cents }[];
}

/** What we paid for the goods, and what of it went back: the ledger knows in which order, whatever clocks said. */
async function cashPrices(db: Db | Trx, leaseId: LeaseId): Promise<CashPrices> {
  const { rows } = await sql<{ entryId: number; debitCents: Cents; creditCents: Cents }>`
    SELECT entry_id AS "entryId", debit_cents AS "debitCents", credit_cents AS "creditCents"
      FROM postings WHERE lease_id = ${leaseId} AND account = 'leased_merchandise' ORDER BY entry_id`.execute(db);
  const fundedCents = sumCents(rows.map(({ debitCents }) => debitCents));
  const falls = rows.flatMap(({ entryId, creditCents }) =>
    creditCents > 0 ? [{ entryId, amountCents: creditCents }] : [],
  );
  return { fundedCents, nowCents: cents(fundedCents - sumCents(falls.map((fall) => fall.amountCents))), falls };
}

/** Rent as it was paid, payment by payment; what came back cancels out. */
async function rentPayments(db: Db | Trx, leaseId: LeaseId, prices: CashPrices): Promise<RentPayment[]> {
  const { rows } = await sql<{
    number: number;
    amountCents: Cents;
    effectiveOn: CalendarDate;
    entryId: number | null;
  }>`
    SELECT application.number, application.amount_cents AS "amountCents",
           coalesce(payment.effective_on, payment.posted_on, application.applied_on) AS "effectiveOn",
           (SELECT max(entry_id) FROM journal_entries
             WHERE business_key = 'take-payment:' || payment.payment_id
                OR business_key IN (SELECT 'settle-debit:' || trace_number FROM ach_entries
                                     WHERE payment_id = payment.payment_id)) AS "entryId"
      FROM payment_applications application JOIN payments payment USING (payment_id)
     WHERE application.lease_id = ${leaseId} AND application.target = 'rent'`.execute(db);
  return rows.map(({ number, amountCents, effectiveOn, entryId }) => ({
    number,
    amountCents,
    effectiveOn,
    cashPriceCents: priceAt(prices, entryId),
  }));
}

function priceAt({ nowCents, falls }: CashPrices, entryId: number | null): Cents {
  const later = falls.filter((fall) => entryId !== null && fall.entryId > entryId);
  return sumCents([nowCents, ...later.map(({ amountCents }) => amountCents)]);
}

async function scheduleInForce(db: Db | Trx, leaseId: LeaseId) {
  const rows = await db
    .selectFrom('scheduled_payments')
    .select(['number', 'due_on', 'amount_cents', 'paid_cents', 'debit_not_before_on'])
    .where('lease_id', '=', leaseId)
    .where('state', '<>', 'cancelled')
    .orderBy('number')
    .execute();
  return rows.map((row) => ({
    number: row.number,
    dueOn: row.due_on,
    amountCents: row.amount_cents,
    isPaid: row.paid_cents === row.amount_cents,
    owedOn:
      row.debit_not_before_on !== null && row.debit_not_before_on > row.due_on ? row.debit_not_before_on : row.due_on,
  }));
}

async function feesOn(db: Db | Trx, leaseId: LeaseId, asOfOn: CalendarDate) {
  const fees = await db
    .selectFrom('late_fees')
    .select(['amount_cents', 'waived_cents', 'paid_cents'])
    .where('lease_id', '=', leaseId)
    .where('assessed_on', '<=', asOfOn)
    .execute();
  return {
    openCents: sumCents(fees.map((fee) => cents(fee.amount_cents - fee.waived_cents - fee.paid_cents))),
    paidCents: sumCents(fees.map((fee) => fee.paid_cents)),
  };
}

/** Days on which money that is on its way posts. */
async function underWay(db: Db | Trx, leaseId: LeaseId): Promise<CalendarDate[]> {
  const { rows } = await sql<{ postsOn: CalendarDate }>`
    SELECT effective_on AS "postsOn" FROM ach_entries
     WHERE lease_id = ${leaseId} AND state = 'in_file' AND purpose IN ('debit', 'retry')
     UNION
    SELECT pay_on FROM payments
     WHERE lease_id = ${leaseId} AND state = 'pending' AND kind = 'one_time' AND pay_on IS NOT NULL`.execute(db);
  return rows.map(({ postsOn }) => postsOn);
}

/** Days on which an unpaid payment would bring a late fee. */
function feesToCome(lease: LeaseRow, schedule: Awaited<ReturnType<typeof scheduleInForce>>): CalendarDate[] {
  const rule = lateFeeRule(lease.delivery_state ?? '');
  const payFrequency = lease.pricing?.payFrequency;
  if (!rule || !payFrequency) return [];
  return schedule.filter(({ isPaid }) => !isPaid).map(({ owedOn }) => lateFeeFromOn(rule, payFrequency, owedOn));
}
