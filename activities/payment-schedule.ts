import { readPaydays } from '../db/applicants';
import type { Trx } from '../db/database';
import type { LeaseRow } from '../db/leases';
import { insertSchedule } from '../db/schedules';
import { paymentSchedule } from '../domain/payment-schedule';

/**
 * Fixes every payment of a delivered lease on the customer's paydays. Run again it changes nothing: what two releases
 * might compute differently is computed once and kept.
 *
 * @param lease the row as it is once Funded; its prices are those the customer signed, in US cents
 */
export async function createPaymentSchedule(trx: Trx, lease: LeaseRow): Promise<void> {
  const { lease_id: leaseId, pricing, delivered_on: deliveredOn } = lease;
  if (!pricing || !deliveredOn) throw new Error('payments are scheduled for a delivered order only');
  const paydays = await readPaydays(trx, leaseId);
  await insertSchedule(trx, leaseId, paymentSchedule(pricing, paydays, deliveredOn));
}
