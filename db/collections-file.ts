import { type Selectable, sql } from 'kysely';
import type { BankAccount, Customer } from '../domain/applicant';
import type { CalendarDate } from '../domain/calendar-date';
import type { EntryGroup } from '../domain/collections/entry-group';
import type { LeaseId } from '../domain/ids';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import type { ApplicantDetails } from './applicants';
import type { AchEntriesTable } from './schema-money';

/** An entry of a collection run with whom it names: opened for the file, kept nowhere else. */
export interface CollectionEntry {
  traceNumber: string;
  group: EntryGroup;
  entryClass: 'PPD' | 'WEB';
  amountCents: Selectable<AchEntriesTable>['amount_cents'];
  identification: string;
  customer: Pick<Customer, 'firstName' | 'lastName'>;
  account: BankAccount;
}

export interface CollectionRun {
  businessOn: CalendarDate;
  effectiveOn: CalendarDate;
}

interface EntryRow extends Pick<
  CollectionEntry,
  'traceNumber' | 'group' | 'entryClass' | 'amountCents' | 'identification'
> {
  leaseId: LeaseId;
  accountId: string | null;
  applicantDetails: Buffer;
  accountDetails: Buffer | null;
}

/** A run whose file is to be sent; undefined when it is sent, or has none. */
export async function findUnsentRun(db: Db, runId: string): Promise<CollectionRun | undefined> {
  const run = await db
    .selectFrom('collection_runs')
    .select(['business_on', 'effective_on', 'state'])
    .where('run_id', '=', runId)
    .executeTakeFirstOrThrow();
  if (run.state !== 'released' || run.effective_on === null) return undefined;
  return { businessOn: run.business_on, effectiveOn: run.effective_on };
}

/** A file that goes out later settles later. @returns false when it does already, or the bank has it */
export async function moveCollectionRun(trx: Trx, runId: string, effectiveOn: CalendarDate): Promise<boolean> {
  const { rows } = await sql`
    WITH moved AS (
      UPDATE collection_runs SET effective_on = ${effectiveOn}::date
       WHERE run_id = ${runId} AND state = 'released' AND effective_on < ${effectiveOn}::date
         AND NOT EXISTS (SELECT FROM ach_files f WHERE f.run_id = ${runId} AND f.sent_at IS NOT NULL)
      RETURNING run_id
    ), entries AS (
      UPDATE ach_entries e SET effective_on = ${effectiveOn}::date FROM moved WHERE e.run_id = moved.run_id
      RETURNING e.payment_id
    ), paid AS (
      UPDATE payments p SET effective_on = ${effectiveOn}::date FROM entries WHERE p.payment_id = entries.payment_id
    )
    SELECT FROM moved`.execute(trx);
  return rows.length > 0;
}

/** A run's entries in the order of their trace numbers. */
export async function readCollectionEntries(db: Db, cipher: Cipher, runId: string): Promise<CollectionEntry[]> {
  const { rows } = await sql<EntryRow>`
    SELECT e.trace_number AS "traceNumber", e.entry_class AS "entryClass", e.amount_cents AS "amountCents",
           e.identification, e.lease_id AS "leaseId", e.account_id AS "accountId",
           a.details AS "applicantDetails", b.details AS "accountDetails",
           CASE WHEN e.purpose <> 'debit' THEN e.purpose WHEN p.kind = 'late_fee' THEN 'late_fee' ELSE 'rent' END
             AS "group"
      FROM ach_entries e
      JOIN payments p USING (payment_id)
      JOIN applicants a ON a.lease_id = e.lease_id
      LEFT JOIN bank_accounts b USING (account_id)
     WHERE e.run_id = ${runId} ORDER BY e.trace_number`.execute(db);
  return rows.map((row) => opened(cipher, row));
}

function opened(cipher: Cipher, row: EntryRow): CollectionEntry {
  const { leaseId, accountId, applicantDetails, accountDetails, ...entry } = row;
  const applicant = cipher.openJson(applicantDetails, { table: 'applicants', column: 'details', id: leaseId });
  // Both were parsed before they were sealed.
  const { customer, bankAccount } = applicant as ApplicantDetails;
  if (accountId === null || accountDetails === null) return { ...entry, customer, account: bankAccount };
  const account = cipher.openJson(accountDetails, { table: 'bank_accounts', column: 'details', id: accountId });
  return { ...entry, customer, account: account as BankAccount };
}

/** The code that only the opened account could tell: savings accounts have their own. */
export async function markSavings(db: Db, runId: string, traceNumbers: readonly string[]): Promise<void> {
  await sql`
    UPDATE ach_entries SET transaction_code = '3' || right(transaction_code, 1)
     WHERE run_id = ${runId} AND trace_number = ANY(${[...traceNumbers]}::text[])
       AND transaction_code LIKE '2%'`.execute(db);
}

export async function markCollectionRunSent(db: Db, runId: string): Promise<void> {
  await db
    .updateTable('collection_runs')
    .set({ state: 'sent' })
    .where('run_id', '=', runId)
    .where('state', '=', 'released')
    .execute();
}
