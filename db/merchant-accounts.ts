import type { Selectable } from 'kysely';
import type { BankAccount } from '../domain/applicant';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { MerchantId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import { bankAccountRow } from './funding-accounts';
import type { BankAccountsTable, BankAccountState } from './schema-money';

/** One version of a merchant's account, opened. */
export interface MerchantAccount {
  accountId: string;
  merchantId: MerchantId;
  state: BankAccountState;
  details: BankAccount;
  source: string;
  proposedBy: string;
  confirmedBy: string | null;
  confirmedOn: CalendarDate | null;
  usableFromOn: CalendarDate | null;
}

export interface ProposedAccount {
  accountId: string;
  merchantId: MerchantId;
  details: BankAccount;
  proposedBy: string;
  createdAt: Instant;
}

/** The merchant's accounts in these states, newest first. */
export async function findAccounts(
  db: Db | Trx,
  cipher: Cipher,
  merchantId: MerchantId,
  states: readonly BankAccountState[],
): Promise<MerchantAccount[]> {
  const rows = await db
    .selectFrom('bank_accounts')
    .selectAll()
    .where('merchant_id', '=', merchantId)
    .where('state', 'in', [...states])
    .orderBy('created_at', 'desc')
    .orderBy('account_id', 'desc')
    .execute();
  return rows.map((row) => opened(cipher, merchantId, row));
}

function opened(cipher: Cipher, merchantId: MerchantId, row: Selectable<BankAccountsTable>): MerchantAccount {
  return {
    accountId: row.account_id,
    merchantId,
    state: row.state,
    // It was parsed before it was sealed.
    details: cipher.openJson(row.details, bankAccountRow(row.account_id)) as BankAccount,
    source: row.source,
    proposedBy: row.proposed_by,
    confirmedBy: row.confirmed_by,
    confirmedOn: row.confirmed_on,
    usableFromOn: row.usable_from_on,
  };
}

/** Keeps a proposal; it takes the place of one that nobody has confirmed. */
export async function proposeAccount(trx: Trx, cipher: Cipher, proposed: ProposedAccount): Promise<void> {
  const { accountId, merchantId, details, proposedBy, createdAt } = proposed;
  await replaceAccounts(trx, merchantId, ['proposed']);
  await trx
    .insertInto('bank_accounts')
    .values({
      account_id: accountId,
      merchant_id: merchantId,
      lease_id: null,
      details: cipher.sealJson(details, bankAccountRow(accountId)),
      state: 'proposed',
      source: 'operations',
      proposed_by: proposedBy,
      confirmed_by: null,
      confirmed_on: null,
      usable_from_on: null,
      created_at: createdAt,
    })
    .execute();
}

/** A second person agrees: from now on nothing goes to the account before, and nothing yet to the new one. */
export async function confirmAccount(
  trx: Trx,
  merchantId: MerchantId,
  accountId: string,
  by: { confirmedBy: string; confirmedOn: CalendarDate; usableFromOn: CalendarDate },
): Promise<void> {
  await replaceAccounts(trx, merchantId, ['prenoting', 'usable', 'unusable']);
  await trx
    .updateTable('bank_accounts')
    .set({
      state: 'prenoting',
      confirmed_by: by.confirmedBy,
      confirmed_on: by.confirmedOn,
      usable_from_on: by.usableFromOn,
    })
    .where('account_id', '=', accountId)
    .where('state', '=', 'proposed')
    .execute();
}

async function replaceAccounts(trx: Trx, merchantId: MerchantId, states: readonly BankAccountState[]): Promise<void> {
  await trx
    .updateTable('bank_accounts')
    .set({ state: 'replaced' })
    .where('merchant_id', '=', merchantId)
    .where('state', 'in', [...states])
    .execute();
}
