import { sql } from 'kysely';
import type { CalendarDate, Instant } from '../domain/calendar-date';
import type { Cents } from '../domain/cents';
import type { ErrorCode } from '../domain/errors';
import type { NamedStore } from '../domain/funding-file/store-names';
import type { LeaseId, MerchantId, MessageId, StoreId } from '../domain/ids';
import type { LeaseStatus, ServicingState } from '../domain/lease-status';
import { openDetails } from './applicants';
import { type Cipher, CipherError } from './cipher';
import type { Db } from './database';

/** What a merchant's file is compared with. Amounts in US cents. */
export interface NamedLease {
  leaseId: LeaseId;
  storeId: StoreId;
  status: LeaseStatus;
  servicingState: ServicingState | null;
  isBlocked: boolean;
  signedOn: CalendarDate | null;
  deliveredOn: CalendarDate | null;
  fundedAt: Instant | null;
  /** as price adjustments left it; null without a contract */
  invoiceTotalCents: Cents | null;
  /** what the merchant is paid for it; null until it has funded */
  fundedCents: Cents | null;
  /** the run that pays it, once one has taken it, and when */
  runId: string | null;
  effectiveOn: CalendarDate | null;
  lineTotals: number[];
  wasCancelled: boolean;
  isCardRefused: boolean;
  /** null when the sealed part does not open: a person must look */
  customer: { firstName: string; lastName: string } | null;
}

/** The merchant's own among these leases, in one statement. */
export async function namedLeases(
  db: Db,
  cipher: Cipher,
  merchantId: MerchantId,
  leaseIds: readonly LeaseId[],
): Promise<Map<LeaseId, NamedLease>> {
  if (leaseIds.length === 0) return new Map();
  const { rows } = await sql<Omit<NamedLease, 'customer'> & { details: Buffer }>`
    SELECT lease.lease_id AS "leaseId", lease.store_id AS "storeId", lease.status,
           lease.servicing_state AS "servicingState", lease.is_blocked AS "isBlocked", lease.signed_on AS "signedOn",
           lease.delivered_on AS "deliveredOn", lease.funded_at AS "fundedAt",
           lease.invoice_total_cents AS "invoiceTotalCents", line.gross_cents AS "fundedCents", line.run_id AS "runId",
           run.effective_on AS "effectiveOn",
           ARRAY(SELECT (item->>'lineTotalCents')::int FROM jsonb_array_elements(invoice.lines) item)
             AS "lineTotals",
           EXISTS (SELECT FROM timeline WHERE timeline.lease_id = lease.lease_id AND type = 'contract.cancelled')
             AS "wasCancelled",
           EXISTS (SELECT FROM timeline WHERE timeline.lease_id = lease.lease_id
                      AND type = 'initial_payment.declined' AND at >= invoice.submitted_at) AS "isCardRefused",
           applicant.details
      FROM leases lease
      JOIN applicants applicant ON applicant.lease_id = lease.lease_id
      LEFT JOIN invoices invoice ON invoice.lease_id = lease.lease_id AND invoice.round = lease.contract_round
      LEFT JOIN funding_lines line ON line.lease_id = lease.lease_id AND line.kind = 'funding'
      LEFT JOIN funding_runs run ON run.run_id = line.run_id
     WHERE lease.merchant_id = ${merchantId} AND lease.lease_id = ANY(${[...leaseIds]}::text[])`.execute(db);
  return new Map(
    rows.map(({ details, ...row }) => [row.leaseId, { ...row, customer: opened(cipher, row.leaseId, details) }]),
  );
}

/** One row that was altered must not hold up the file of a whole chain of stores. */
function opened(cipher: Cipher, leaseId: LeaseId, details: Buffer): NamedLease['customer'] {
  try {
    const { firstName, lastName } = openDetails(cipher, leaseId, details).customer;
    return { firstName, lastName };
  } catch (error) {
    if (error instanceof CipherError) return null;
    throw error;
  }
}

export async function storesOf(db: Db, merchantId: MerchantId): Promise<NamedStore[]> {
  return await db
    .selectFrom('stores')
    .select(['store_id as storeId', 'name'])
    .where('merchant_id', '=', merchantId)
    .execute();
}

/** A verdict, without the answer that was given. */
export interface FoundVerdict {
  messageId: MessageId;
  outcome: 'accepted' | 'refused';
  code: ErrorCode | null;
  from: LeaseStatus;
  status: LeaseStatus;
  /** the store's date of the verdict */
  judgedOn: CalendarDate;
}

/** The verdicts there are on these messages. */
export async function verdictsOn(db: Db, messageIds: readonly MessageId[]): Promise<Map<MessageId, FoundVerdict>> {
  if (messageIds.length === 0) return new Map();
  const { rows } = await sql<FoundVerdict>`
    SELECT verdict.message_id AS "messageId", verdict.outcome, verdict.code, verdict.from_status AS "from",
           verdict.status, (verdict.at AT TIME ZONE store.time_zone)::date AS "judgedOn"
      FROM verdicts verdict
      JOIN leases lease ON lease.lease_id = verdict.lease_id
      JOIN stores store ON store.store_id = lease.store_id
     WHERE verdict.message_id = ANY(${[...messageIds]}::text[])`.execute(db);
  return new Map(rows.map((row) => [row.messageId, row]));
}
