import { sql } from 'kysely';
import type { LeaseId } from '../domain/ids';
import { IS_SERVICED } from './collections-rules';
import type { Db } from './database';

/** A day on which more leases end is worked off in several steps. */
const LEASES_MAX = 500;

export interface PaidOff {
  leaseId: LeaseId;
  /** false: Ohio's half may be reached, and is to be judged by the law's own formula */
  isPaid: boolean;
}

/**
 * Leases whose rent is all paid; and those in Ohio of which half of all that was paid, the initial payment too, reaches
 * what the goods cost now. No other lease can be the customer's.
 */
export async function findPaidOff(db: Db): Promise<PaidOff[]> {
  const { rows } = await sql<PaidOff>`
    SELECT l.lease_id AS "leaseId", is_paid AS "isPaid"
      FROM leases l
      JOIN (SELECT lease_id, sum(paid_cents) AS paid_cents,
                   bool_and(state IN ('paid', 'cancelled')) AND bool_or(state = 'paid') AS is_paid
              FROM scheduled_payments GROUP BY lease_id) rent USING (lease_id)
     WHERE ${IS_SERVICED}
       AND (is_paid OR (l.delivery_state = 'OH' AND l.invoice_total_cents > 0
                        AND coalesce(l.initial_payment_cents, 0) + paid_cents >= 2 * l.invoice_total_cents))
     ORDER BY l.lease_id LIMIT ${LEASES_MAX}`.execute(db);
  return rows;
}

/** How many of these leases have not ended yet. */
export async function countOpen(db: Db, leaseIds: readonly LeaseId[]): Promise<number> {
  if (leaseIds.length === 0) return 0;
  const row = await db
    .selectFrom('leases')
    .select((select) => select.fn.countAll<number>().as('open'))
    .where('lease_id', 'in', [...leaseIds])
    .where('is_over', '=', false)
    .executeTakeFirstOrThrow();
  return row.open;
}
