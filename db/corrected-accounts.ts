import { sql } from 'kysely';
import type { BankAccount } from '../domain/applicant';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { ApplicantDetails } from './applicants';
import type { Cipher } from './cipher';
import type { Trx } from './database';

/** The account of a merchant or customer that entries go to now. */
export interface AccountInUse {
  ownerId: MerchantId | LeaseId;
  /** null: the account of the application */
  accountId: string | null;
  usableFromOn: CalendarDate | null;
  account: BankAccount;
}

export interface CorrectedAccount {
  accountId: string;
  merchantId: MerchantId | null;
  leaseId: LeaseId | null;
  account: BankAccount;
  /** the row it takes the place of; null: the application's, which stays what was applied with */
  replaces: string | null;
  usableFromOn: CalendarDate | null;
  createdAt: Instant;
}

interface InUseRow {
  owner_id: MerchantId | LeaseId;
  account_id: string | null;
  usable_from_on: CalendarDate | null;
  details: Buffer;
}

const sealedRow = (accountId: string) => ({ table: 'bank_accounts', column: 'details', id: accountId });

/** The accounts in use of these merchants and leases, by their owners. A merchant without one is absent. */
export async function accountsInUse(
  trx: Trx,
  cipher: Cipher,
  merchantIds: readonly MerchantId[],
  leaseIds: readonly LeaseId[],
): Promise<Map<string, AccountInUse>> {
  const { rows } = await sql<InUseRow>`
    WITH used AS (
      SELECT coalesce(merchant_id, lease_id) AS owner_id, account_id, usable_from_on, details
        FROM bank_accounts
       WHERE state IN ('prenoting', 'usable')
         AND (merchant_id = ANY(${[...merchantIds]}::text[]) OR lease_id = ANY(${[...leaseIds]}::text[]))
    )
    SELECT * FROM used
     UNION ALL
    SELECT lease_id, NULL, NULL, details FROM applicants
     WHERE lease_id = ANY(${[...leaseIds]}::text[]) AND lease_id NOT IN (SELECT owner_id FROM used)`.execute(trx);
  return new Map(rows.map((row) => [row.owner_id, opened(cipher, row)]));
}

function opened(cipher: Cipher, row: InUseRow): AccountInUse {
  const { owner_id: ownerId, account_id: accountId, usable_from_on: usableFromOn, details } = row;
  // Both were parsed before they were sealed.
  const account =
    accountId === null
      ? (cipher.openJson(details, { table: 'applicants', column: 'details', id: ownerId }) as ApplicantDetails)
          .bankAccount
      : (cipher.openJson(details, sealedRow(accountId)) as BankAccount);
  return { ownerId, accountId, usableFromOn, account };
}

/** Puts corrected accounts in the place of those in use: usable from the next entry on, without a prenote. */
export async function replaceAccounts(trx: Trx, cipher: Cipher, corrected: readonly CorrectedAccount[]): Promise<void> {
  if (corrected.length === 0) return;
  const replaced = corrected.flatMap(({ replaces }) => replaces ?? []);
  await trx
    .updateTable('bank_accounts')
    .set({ state: 'replaced' })
    .where('account_id', '=', sql<string>`ANY(${replaced}::text[])`)
    .execute();
  await trx
    .insertInto('bank_accounts')
    .values(
      corrected.map(({ accountId, merchantId, leaseId, account, usableFromOn, createdAt }) => ({
        account_id: accountId,
        merchant_id: merchantId,
        lease_id: leaseId,
        details: cipher.sealJson(account, sealedRow(accountId)),
        state: 'usable' as const,
        source: 'notification_of_change',
        proposed_by: 'bank',
        confirmed_by: null,
        confirmed_on: null,
        usable_from_on: usableFromOn,
        created_at: createdAt,
      })),
    )
    .execute();
}
