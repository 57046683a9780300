import { readApplicant } from '../../db/applicants';
import type { Cipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import type { LeaseId } from '../../domain/ids';
import type { CustomerView } from '../ports';

/** @throws Error when the lease is unknown */
export async function readCustomer(db: Db, cipher: Cipher, leaseId: LeaseId): Promise<CustomerView> {
  const { customer, bankAccount, row } = await readApplicant(db, cipher, leaseId);
  return {
    leaseId,
    customerNameMasked: `${masked(customer.firstName)} ${masked(customer.lastName)}`,
    language: row.language,
    ssnLast4: customer.ssn.slice(-4),
    emailMasked: maskedEmail(customer.email),
    mobilePhoneLast4: customer.mobilePhone.slice(-4),
    accountLast4: bankAccount.accountNumber.slice(-4),
    state: row.home_state,
  };
}

function masked(name: string): string {
  return `${[...name][0] ?? ''}***`;
}

function maskedEmail(email: string): string {
  const [local = '', domain = ''] = email.split('@');
  return `${masked(local)}@${domain}`;
}
