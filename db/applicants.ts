import type { BankAccount, Customer } from '../domain/applicant';
import { type Selectable, sql } from 'kysely';
import { foldedName } from '../domain/folded-name';
import type { LeaseId } from '../domain/ids';
import type { Paydays } from '../domain/payment-schedule';
import { type Cipher, CipherError } from './cipher';
import type { Db, Trx } from './database';
import type { ApplicantsTable } from './schema';

/** The sealed part of an application: a person. */
export interface ApplicantDetails {
  customer: Customer;
  monthlyIncomeCents: number;
  bankAccount: BankAccount;
}

export interface Applicant extends ApplicantDetails {
  row: Omit<Selectable<ApplicantsTable>, 'details'>;
  paydays: Paydays;
}

const sealedRow = (leaseId: LeaseId) => ({ table: 'applicants', column: 'details', id: leaseId });

export function sealDetails(cipher: Cipher, leaseId: LeaseId, details: ApplicantDetails): Buffer {
  return cipher.sealJson(details, sealedRow(leaseId));
}

/** @throws CipherError when they were altered, or sealed under a key that is not loaded */
export function openDetails(cipher: Cipher, leaseId: LeaseId, sealed: Buffer): ApplicantDetails {
  return cipher.openJson(sealed, sealedRow(leaseId)) as ApplicantDetails;
}

/** @throws Error when the lease is unknown */
export async function readApplicant(db: Db | Trx, cipher: Cipher, leaseId: LeaseId): Promise<Applicant> {
  const { details, ...row } = await db
    .selectFrom('applicants')
    .selectAll()
    .where('lease_id', '=', leaseId)
    .executeTakeFirstOrThrow();
  const opened = openDetails(cipher, leaseId, details);
  const paydays = { payFrequency: row.pay_frequency, lastPaidOn: row.last_paid_on, nextPaidOn: row.next_paid_on };
  return { ...opened, row, paydays };
}

/** @throws Error when the lease is unknown */
export async function readPaydays(db: Db | Trx, leaseId: LeaseId): Promise<Paydays> {
  const row = await db
    .selectFrom('applicants')
    .select(['pay_frequency', 'last_paid_on', 'next_paid_on'])
    .where('lease_id', '=', leaseId)
    .executeTakeFirstOrThrow();
  return { payFrequency: row.pay_frequency, lastPaidOn: row.last_paid_on, nextPaidOn: row.next_paid_on };
}

/**
 * Whether these are the keys of this database: one person, whoever it is, stands for all. Where nobody has applied yet,
 * or no table has been made, any keys are right, also none.
 */
export async function areKeysOf(db: Db, cipher: Cipher | undefined): Promise<boolean> {
  const { rows } = await sql<{ isMade: boolean }>`select to_regclass('applicants') is not null as "isMade"`.execute(db);
  if (!rows[0]?.isMade) return true;
  const row = await db
    .selectFrom('applicants')
    .select(['lease_id', 'details', 'ssn_lookup'])
    .limit(1)
    .executeTakeFirst();
  if (!row || !cipher) return !row;
  try {
    const { customer } = openDetails(cipher, row.lease_id, row.details);
    return cipher.lookup('ssn', customer.ssn).equals(row.ssn_lookup);
  } catch (error) {
    if (error instanceof CipherError) return false;
    throw error;
  }
}

/** What a look-up is made of; combined before hashing, since few possible values are soon guessed one by one. */
export function lookupKeys(cipher: Cipher, leaseId: LeaseId, { customer }: Pick<ApplicantDetails, 'customer'>) {
  const last4 = customer.ssn.slice(-4);
  return {
    ssn_lookup: cipher.lookup('ssn', customer.ssn),
    last4_lookup: last4Lookup(cipher, last4, leaseId),
    phone_lookup: phoneLookup(cipher, last4, customer.mobilePhone),
    birth_lookup: birthLookup(cipher, last4, customer.lastName, customer.dateOfBirth.slice(0, 7)),
    name_lookup: nameLookup(cipher, customer.lastName),
  };
}

export function last4Lookup(cipher: Cipher, last4Ssn: string, leaseId: LeaseId): Buffer {
  return cipher.lookup('last4+lease', `${last4Ssn} ${leaseId}`);
}

export function phoneLookup(cipher: Cipher, last4Ssn: string, mobilePhone: string): Buffer {
  return cipher.lookup('last4+phone', `${last4Ssn} ${mobilePhone}`);
}

/** A store looks for the order of the family it was told of. */
export function nameLookup(cipher: Cipher, lastName: string): Buffer {
  return cipher.lookup('family-name', foldedName(lastName));
}

/** @param birthMonth `YYYY-MM` */
export function birthLookup(cipher: Cipher, last4Ssn: string, lastName: string, birthMonth: string): Buffer {
  return cipher.lookup('last4+name+birth', `${last4Ssn} ${foldedName(lastName)} ${birthMonth}`);
}
