import type { BankAccount } from '../domain/applicant';
import type { CalendarDate } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { AchEntriesTable } from './schema-money';
import type { Cipher } from './cipher';
import type { Db } from './database';
import { bankAccountRow } from './funding-accounts';

/** One entry of a funding file with all that its record says. */
export interface MerchantCredit {
  traceNumber: string;
  purpose: AchEntriesTable['purpose'];
  transactionCode: string;
  amountCents: Cents;
  effectiveOn: CalendarDate;
  identification: string;
  merchantName: string;
  account: BankAccount;
}

/** What a run sends, in the order of the file. */
export async function merchantCredits(db: Db, cipher: Cipher, runId: string): Promise<MerchantCredit[]> {
  const rows = await db
    .selectFrom('ach_entries')
    .innerJoin('merchants', 'merchants.merchant_id', 'ach_entries.merchant_id')
    .innerJoin('bank_accounts', 'bank_accounts.account_id', 'ach_entries.account_id')
    .selectAll('ach_entries')
    .select(['merchants.name', 'bank_accounts.details', 'bank_accounts.account_id as payee_account_id'])
    .where('ach_entries.run_id', '=', runId)
    .orderBy('trace_number')
    .execute();
  return rows.map((row) => ({
    traceNumber: row.trace_number,
    purpose: row.purpose,
    transactionCode: row.transaction_code,
    amountCents: row.amount_cents,
    effectiveOn: row.effective_on,
    identification: row.identification,
    merchantName: row.name,
    account: cipher.openJson(row.details, bankAccountRow(row.payee_account_id)) as BankAccount,
  }));
}
