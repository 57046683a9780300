import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import { cents } from '../domain/cents';
import { balanceCents, type AccountCode, type JournalEntry } from '../domain/ledger';
import { movement } from '../domain/ledger-movements';
import type { Trx } from './database';
import type { LeaseRow } from './leases';
import { balances, postEntries } from './ledger';
import { postMovements } from './ledger-sets';

/**
 * The goods are the customer's, and nothing is owed any more (T27): fees that are open are waived, payments that are
 * open fall away, nothing is debited again, and the lease's books are closed. A debit that is in a file already finds
 * nothing to pay when it settles, and goes back whole.
 *
 * Run again it changes nothing.
 */
export async function closeAsOwned(trx: Trx, lease: LeaseRow, at: Instant): Promise<void> {
  await waiveOpenFees(trx, lease, at);
  await cancelWhatIsToCome(trx, lease);
  await postEntries(trx, await closingEntries(trx, lease, at));
}

async function waiveOpenFees(trx: Trx, { lease_id: leaseId, merchant_id: merchantId }: LeaseRow, at: Instant) {
  await postMovements(
    trx,
    'LateFeeWaived',
    sql`UPDATE late_fees fee SET waived_cents = fee.waived_cents + open.cents, waived_reason = 'owned'
          FROM (SELECT fee_id, amount_cents - waived_cents - paid_cents AS cents FROM late_fees
                 WHERE lease_id = ${leaseId}) open
         WHERE fee.fee_id = open.fee_id AND open.cents > 0
        RETURNING 'waive-late-fee:' || fee.fee_id AS business_key, fee.lease_id, ${merchantId}::text AS merchant_id,
                  open.cents AS amount_cents`,
    at,
  );
}

async function cancelWhatIsToCome(trx: Trx, { lease_id: leaseId }: LeaseRow): Promise<void> {
  await sql`
    WITH rent AS (
      UPDATE scheduled_payments SET state = 'cancelled'
       WHERE lease_id = ${leaseId} AND state NOT IN ('paid', 'cancelled')
    ), by_card AS (
      UPDATE payments SET state = 'cancelled'
       WHERE lease_id = ${leaseId} AND kind = 'one_time' AND state = 'pending'
    )
    UPDATE leases SET autopay_stop = 'owned' WHERE lease_id = ${leaseId}`.execute(trx);
}

/** What is open is forgone, what was paid is earned, what the goods cost us is spent. */
async function closingEntries(trx: Trx, lease: LeaseRow, at: Instant): Promise<JournalEntry[]> {
  const { lease_id: leaseId, merchant_id: merchantId } = lease;
  const { accounts } = await balances(trx, { leaseId });
  const held = (account: AccountCode): number => {
    const turnover = accounts[account];
    return turnover ? balanceCents(account, turnover) : 0;
  };
  const forgone = Math.max(0, held('customer_balance'));
  const closings = [
    ['RentForgone', `forgo-rent:${leaseId}`, forgone],
    ['RentEarned', `earn-rent:${leaseId}`, held('rent_to_be_earned') - forgone],
    ['MerchandiseExpensed', `expense-merchandise:${leaseId}`, held('leased_merchandise')],
  ] as const;
  return closings
    .filter(([, , amount]) => amount > 0)
    .map(([kind, key, amount]) =>
      movement(kind, { key, leaseId, merchantId, amountCents: cents(amount), occurredAt: at }),
    );
}
