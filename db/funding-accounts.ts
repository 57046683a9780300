import { sql } from 'kysely';
import type { BankAccount } from '../domain/applicant';
import type { CalendarDate } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Trx } from './database';

/** A merchant's account that an entry of this run may go to, and what for. */
export interface PayeeAccount {
  accountId: string;
  merchantId: MerchantId;
  purpose: 'funding' | 'prenote';
  account: BankAccount;
}

export interface RunDates {
  businessOn: CalendarDate;
  /** when the run's entries settle */
  effectiveOn: CalendarDate;
  /** an account is proven by a prenote that was to settle by then: three banking days after it was filed */
  prenotedBy: CalendarDate;
}

export const bankAccountRow = (accountId: string) => ({ table: 'bank_accounts', column: 'details', id: accountId });

const prenotesOf = sql`
  ach_entries prenote JOIN funding_runs run USING (run_id)
  WHERE prenote.account_id = account.account_id AND prenote.purpose = 'prenote'
    AND run.business_on >= account.confirmed_on`;

/**
 * The accounts a run sends something to: the usable ones, those whose prenote has passed
 * unanswered for long enough, which become usable by it, and those that need a prenote first.
 */
export async function payeeAccounts(trx: Trx, cipher: Cipher, dates: RunDates): Promise<PayeeAccount[]> {
  const { rows } = await sql<Omit<PayeeAccount, 'account'> & { details: Buffer }>`
    WITH proven AS (
      UPDATE bank_accounts account SET state = 'usable'
       WHERE state = 'prenoting' AND merchant_id IS NOT NULL AND usable_from_on <= ${dates.effectiveOn}
         AND EXISTS (SELECT FROM ${prenotesOf} AND prenote.effective_on <= ${dates.prenotedBy}
                        AND prenote.state <> 'returned' AND run.state IN ('sent', 'settled'))
      RETURNING account_id, merchant_id, details
    ), accounts AS (
      SELECT account_id, merchant_id, 'funding' AS purpose, details FROM proven
      UNION ALL
      SELECT account_id, merchant_id, 'funding', details FROM bank_accounts account
       WHERE merchant_id IS NOT NULL AND state = 'usable'
         AND coalesce(usable_from_on, ${dates.effectiveOn}) <= ${dates.effectiveOn}
      UNION ALL
      SELECT account_id, merchant_id, 'prenote', details FROM bank_accounts account
       WHERE merchant_id IS NOT NULL AND state = 'prenoting' AND confirmed_on <= ${dates.businessOn}
         AND NOT EXISTS (SELECT FROM ${prenotesOf})
    )
    SELECT account_id AS "accountId", merchant_id AS "merchantId", purpose, details FROM accounts
     ORDER BY merchant_id`.execute(trx);
  return rows.map(({ details, ...row }) => ({
    ...row,
    account: cipher.openJson(details, bankAccountRow(row.accountId)) as BankAccount,
  }));
}

/** No entry can be written to these: their merchants wait for better ones. */
export async function refuseAccounts(trx: Trx, accountIds: readonly string[]): Promise<void> {
  await trx.updateTable('bank_accounts').set({ state: 'unusable' }).where('account_id', 'in', accountIds).execute();
}
