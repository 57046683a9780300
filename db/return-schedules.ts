import { sql } from 'kysely';
import { addDays, type CalendarDate } from '../domain/calendar-date';
import type { LeaseId } from '../domain/ids';
import type { AccountPayment } from '../domain/returns/account-payment';
import type { Trx } from './database';

/** A changed amount is debited ten days after its notice at the earliest (domain.md 3.7, Regulation E). */
const NOTICE_DAYS = 10;

/** The whole schedule of a lease, in order; whoever reads it holds the lease. */
export async function readAccountPayments(trx: Trx, leaseId: LeaseId): Promise<AccountPayment[]> {
  const rows = await trx
    .selectFrom('scheduled_payments')
    .select(['number', 'due_on', 'amount_cents', 'paid_cents', 'state'])
    .where('lease_id', '=', leaseId)
    .orderBy('number')
    .execute();
  return rows.map(({ number, due_on: dueOn, amount_cents: amountCents, paid_cents: paidCents, state }) => {
    return { number, dueOn, amountCents, paidCents, state };
  });
}

/**
 * Writes a schedule as a return left it, in one statement. A payment whose amount changed and that is still to be
 * debited is not debited before ten days from its notice.
 */
export async function updateSchedule(
  trx: Trx,
  leaseId: LeaseId,
  { before, after, noticedOn }: { before: AccountPayment[]; after: AccountPayment[]; noticedOn: CalendarDate },
): Promise<void> {
  const notBeforeOn = addDays(noticedOn, NOTICE_DAYS);
  const changed = after.filter((payment, index) => payment !== before[index]);
  if (changed.length === 0) return;
  await sql`
    UPDATE scheduled_payments payment
       SET state = changed.state, amount_cents = changed."amountCents", paid_cents = changed."paidCents",
           debit_not_before_on = CASE
             WHEN changed.state = 'scheduled' AND payment.amount_cents <> changed."amountCents"
                  AND payment.due_on < ${notBeforeOn}::date
             THEN greatest(payment.debit_not_before_on, ${notBeforeOn}::date)
             ELSE payment.debit_not_before_on END
      FROM json_to_recordset(${JSON.stringify(changed)}::json)
        AS changed(number int, state text, "amountCents" bigint, "paidCents" bigint)
     WHERE payment.lease_id = ${leaseId} AND payment.number = changed.number`.execute(trx);
}
