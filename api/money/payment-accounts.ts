import { readApplicant } from '../../db/applicants';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { BankAccount } from '../../domain/applicant';
import type { LeaseId } from '../../domain/ids';
import type { LastFour } from './payment-lines';

/** The last digits of the accounts that the lease was ever debited from; no more of a number leaves its sealed column. */
export async function lastFourOf(db: Db, cipher: Cipher, leaseId: LeaseId): Promise<LastFour> {
  const [{ bankAccount }, rows] = await Promise.all([
    readApplicant(db, cipher, leaseId),
    db.selectFrom('bank_accounts').select(['account_id', 'details']).where('lease_id', '=', leaseId).execute(),
  ]);
  const known = new Map<string | null, string>([[null, lastFour(bankAccount)]]);
  for (const { account_id, details } of rows) {
    const sealed = { table: 'bank_accounts', column: 'details', id: account_id };
    known.set(account_id, lastFour(cipher.openJson(details, sealed) as BankAccount));
  }
  return (accountId) => known.get(accountId) ?? null;
}

const lastFour = ({ accountNumber }: BankAccount): string => accountNumber.slice(-4);
