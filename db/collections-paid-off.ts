import { sql } from 'kysely';
import type { LeaseId } from '../domain/ids';
import { IS_SERVICED } from './collections-rules';
import type { Db } from './database';

/** A day on which more leases end is worked off in several steps. */
const LEASES_MAX = 500;

/**
 * Leases whose rent is all paid; and in Ohio those of which half of all that was paid, the initial payment too, reaches
 * the cash price (Ohio Revised Code 1351.06, domain.md 3.4).
 */
export async function findPaidOff(db: Db): Promise<LeaseId[]> {
  const { rows } = await sql<{ lease_id: LeaseId }>`
    SELECT l.lease_id
      FROM leases l
      JOIN (SELECT lease_id, sum(paid_cents) AS paid_cents,
                   bool_and(state IN ('paid', 'cancelled')) AND bool_or(state = 'paid') AS is_paid
              FROM scheduled_payments GROUP BY lease_id) rent USING (lease_id)
     WHERE ${IS_SERVICED}
       AND (is_paid OR (l.delivery_state = 'OH' AND l.invoice_total_cents > 0
                        AND coalesce(l.initial_payment_cents, 0) + paid_cents >= 2 * l.invoice_total_cents))
     ORDER BY l.lease_id LIMIT ${LEASES_MAX}`.execute(db);
  return rows.map(({ lease_id }) => lease_id);
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
