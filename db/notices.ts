import { sql } from 'kysely';
import type { CollectionDay } from '../domain/collections/collection-day';
import { ACCOUNT_ID, CAN_BE_DEBITED, OWED_ON } from './collections-rules';
import type { Trx } from './database';

/**
 * Tells each customer once of the debit to come: three banking days ahead, at the latest when it is filed. A debit that
 * moved to another day is told of again.
 */
export async function remindOfDebits(trx: Trx, day: CollectionDay): Promise<void> {
  await sql`
    INSERT INTO notices (notice_id, lease_id, kind, made_on, data)
    SELECT format('NTC-debit-%s-%s-%s', lease_id, number, debit_on), lease_id, 'debit_reminder',
           ${day.businessOn}::date,
           jsonb_build_object('paymentId', payment_id, 'number', number, 'dueOn', due_on, 'debitOn', debit_on,
                              'amountCents', open_cents)
      FROM (SELECT s.payment_id, s.lease_id, s.number, s.due_on, s.amount_cents - s.paid_cents AS open_cents,
                   (SELECT min(open_on) FROM unnest(${[...day.debitDays]}::date[]) AS open_on
                     WHERE open_on >= greatest(${OWED_ON}, earliest.usable_from_on)) AS debit_on
              FROM scheduled_payments s JOIN leases l USING (lease_id)
              LEFT JOIN bank_accounts earliest ON earliest.account_id = ${ACCOUNT_ID}
             WHERE s.state IN ('scheduled', 'past_due') AND s.due_on <= ${day.remindThroughOn}::date
               AND ${CAN_BE_DEBITED}) due
     WHERE debit_on IS NOT NULL
        ON CONFLICT (notice_id) DO NOTHING`.execute(trx);
}
