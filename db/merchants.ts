import { sql } from 'kysely';
import type { MerchantId } from '../domain/ids';
import type { MerchantProgram } from '../domain/program';
import type { Db, Trx } from './database';

/** Locks the merchant against another change at the same time. @returns false when there is no such merchant */
export async function lockMerchant(trx: Trx, merchantId: MerchantId): Promise<boolean> {
  const row = await trx
    .selectFrom('merchants')
    .select('merchant_id')
    .where('merchant_id', '=', merchantId)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

export async function merchantExists(db: Db, merchantId: MerchantId): Promise<boolean> {
  const row = await db
    .selectFrom('merchants')
    .select('merchant_id')
    .where('merchant_id', '=', merchantId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The states in which the merchant has a store. */
export async function statesSoldIn(trx: Trx, merchantId: MerchantId): Promise<string[]> {
  const rows = await trx
    .selectFrom('stores')
    .select('state')
    .distinct()
    .where('merchant_id', '=', merchantId)
    .execute();
  return rows.map(({ state }) => state);
}

/** Sets the program for applications from now on, and keeps who did it. Leases keep the terms they were applied for. */
export async function setProgram(
  trx: Trx,
  merchantId: MerchantId,
  program: MerchantProgram,
  changedBy: string,
): Promise<void> {
  await trx
    .updateTable('merchants')
    .set({
      total_to_own_bps: program.totalToOwnBps,
      initial_payment_cents: program.initialPaymentCents,
      min_invoice_cents: program.minInvoiceCents,
      max_invoice_cents: program.maxInvoiceCents,
      term_months: program.termMonths,
      plans: JSON.stringify(program.plans),
    })
    .where('merchant_id', '=', merchantId)
    .execute();
  const next = sql<number>`(SELECT coalesce(max(number), 0) + 1 FROM program_changes WHERE merchant_id = ${merchantId})`;
  await trx
    .insertInto('program_changes')
    .values({ merchant_id: merchantId, number: next, program: JSON.stringify(program), changed_by: changedBy })
    .execute();
}
