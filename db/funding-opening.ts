import { sql } from 'kysely';
import type { Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { Trx } from './database';

export interface FundedLease {
  leaseId: LeaseId;
  merchantId: MerchantId;
  invoiceTotalCents: Cents;
  initialPaymentCents: Cents;
  fundedAt: Instant;
}

/** The line by which a run pays a Funded lease's merchant, once a lease. */
export async function insertFundedLine(trx: Trx, lease: FundedLease): Promise<void> {
  const { leaseId, merchantId, invoiceTotalCents, fundedAt } = lease;
  await sql`
    INSERT INTO funding_lines (funding_id, merchant_id, lease_id, invoice_number, kind, gross_cents, posted_at)
    VALUES (${`FND-${leaseId}`}, ${merchantId}, ${leaseId},
            (SELECT invoice_number FROM leases WHERE lease_id = ${leaseId}), 'funding', ${invoiceTotalCents}, ${fundedAt})
        ON CONFLICT DO NOTHING`.execute(trx);
}

/**
 * The initial payment among the customer's payments, on the day it was signed for. Where customers take the goods along,
 * SQL learns of signature and delivery together and not yet: then both are of this day at the store.
 */
export async function insertInitialPayment(trx: Trx, lease: FundedLease): Promise<void> {
  const { leaseId, initialPaymentCents, fundedAt } = lease;
  if (initialPaymentCents === 0) return;
  await sql`
    INSERT INTO payments (payment_id, lease_id, kind, posted_on, effective_on, amount_cents, method, state, created_at)
    SELECT ${`PAY-${leaseId}-initial`}, lease_id, 'initial', paid.paid_on, paid.paid_on,
           ${initialPaymentCents}::bigint, 'card', 'posted', ${fundedAt}::timestamptz
      FROM leases JOIN stores USING (store_id)
     CROSS JOIN LATERAL (
       SELECT coalesce(signed_on, (${fundedAt}::timestamptz AT TIME ZONE time_zone)::date) AS paid_on) AS paid
     WHERE lease_id = ${leaseId}
        ON CONFLICT (payment_id) DO NOTHING`.execute(trx);
}
