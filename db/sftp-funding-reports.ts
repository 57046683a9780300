import { sql } from 'kysely';
import type { CalendarDate } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';
import type { Db } from './database';

/** A new account gets the reports of its last week, not of the merchant's whole life. */
const BEFORE_ACCOUNT_DAYS = 7;

export interface DueFundingReport {
  runId: string;
  businessOn: CalendarDate;
  merchantId: MerchantId;
}

/** Runs whose file went to the bank and that have something of a partner in them, not laid out for it yet; oldest first. */
export async function dueFundingReports(db: Db): Promise<DueFundingReport[]> {
  const { rows } = await sql<DueFundingReport>`
    SELECT run.run_id AS "runId", run.business_on AS "businessOn", share.merchant_id AS "merchantId"
      FROM sftp_partners partner
      JOIN funding_run_merchants share ON share.merchant_id = partner.merchant_id
      JOIN funding_runs run ON run.run_id = share.run_id
     WHERE partner.is_active AND run.state IN ('sent', 'settled')
       AND run.business_on >= partner.created_at::date - ${BEFORE_ACCOUNT_DAYS}::int
       AND NOT EXISTS (SELECT FROM sftp_funding_reports laid
                        WHERE laid.run_id = share.run_id AND laid.merchant_id = share.merchant_id)
     ORDER BY run.business_on, share.merchant_id
     LIMIT 100`.execute(db);
  return rows;
}

/** It lies where its partner finds it. Saying so twice is saying it once. */
export async function markFundingReportLaidOut(db: Db, { runId, merchantId }: DueFundingReport): Promise<void> {
  await db
    .insertInto('sftp_funding_reports')
    .values({ run_id: runId, merchant_id: merchantId })
    .onConflict((conflict) => conflict.columns(['run_id', 'merchant_id']).doNothing())
    .execute();
}
