import type { Selectable } from 'kysely';
import type { LeaseId, MessageId } from '../domain/ids';
import type { ServicingState } from '../domain/lease-status';
import type { LeasePricing } from '../domain/pricing';
import { returnObstacles } from '../domain/returns/eligibility';
import { linesLeft, type LineLeft } from '../domain/returns/lines-left';
import type { Cipher } from './cipher';
import type { Db, Trx } from './database';
import type { LeaseRow } from './leases';
import { codeOf, findAuthorization } from './return-authorizations';
import type { Database } from './schema';

export type ReturnRow = Selectable<Database['returns']>;

/** A return's own name, the same whoever computes it. */
export const returnId = (leaseId: LeaseId, number: number): string => `RET-${leaseId}-${number}`;

/** The order a lease is about, as it stands after all that was taken from it. */
export interface Order {
  round: number;
  invoiceNumber: string;
  left: LineLeft[];
  /** of the order as it stands */
  pricing: LeasePricing;
  /** how many returns the lease has had, over all its orders */
  returnCount: number;
}

/** The order of the lease's contract; undefined before there is one. */
export async function readOrder(db: Db | Trx, lease: LeaseRow): Promise<Order | undefined> {
  const { lease_id: leaseId, contract_round: round } = lease;
  if (round === null) return undefined;
  const invoice = await db
    .selectFrom('invoices')
    .select(['invoice_number', 'lines', 'pricing'])
    .where('lease_id', '=', leaseId)
    .where('round', '=', round)
    .executeTakeFirst();
  if (!invoice) return undefined;
  const rows = await returnsOf(db, leaseId);
  const ofOrder = rows.filter((row) => row.round === round);
  return {
    round,
    invoiceNumber: invoice.invoice_number,
    left: linesLeft(
      invoice.lines,
      ofOrder.flatMap(({ lines }) => lines),
    ),
    // Not the lease's own row: it learns of a return a moment later than the return's.
    pricing: ofOrder[ofOrder.length - 1]?.fact.pricing ?? invoice.pricing,
    returnCount: rows.length,
  };
}

/** All returns and price adjustments of a lease, in the order they were posted. */
export async function returnsOf(db: Db | Trx, leaseId: LeaseId): Promise<ReturnRow[]> {
  return await db.selectFrom('returns').selectAll().where('lease_id', '=', leaseId).orderBy('number').execute();
}

export async function returnByMessage(db: Db | Trx, messageId: MessageId): Promise<ReturnRow | undefined> {
  return await db.selectFrom('returns').selectAll().where('message_id', '=', messageId).executeTakeFirst();
}

const ENDED: readonly (ServicingState | null)[] = ['returned', 'owned_by_term', 'owned_by_buyout', 'surrendered'];

/** What stands against a return of this lease, as far as SQL knows. */
export async function obstaclesOf(db: Db | Trx, lease: LeaseRow): Promise<string[]> {
  const order = await readOrder(db, lease);
  return returnObstacles(order?.left, ENDED.includes(lease.servicing_state));
}

/** What `requestReturnAuthorization` is answered. */
export async function returnAuthorizationAnswer(trx: Trx, cipher: Cipher, messageId: MessageId): Promise<object> {
  const authorization = await findAuthorization(trx, messageId);
  if (authorization) {
    const { validUntilAt } = authorization;
    return { isReturnEligible: true, authorizationCode: codeOf(cipher, messageId), validUntilAt, reasons: [] };
  }
  const lease = await trx
    .selectFrom('leases')
    .innerJoin('requests', 'requests.lease_id', 'leases.lease_id')
    .selectAll('leases')
    .where('requests.message_id', '=', messageId)
    .executeTakeFirstOrThrow();
  const reasons = await obstaclesOf(trx, lease);
  return { isReturnEligible: false, authorizationCode: null, validUntilAt: null, reasons };
}

/** What `submitLeaseReturn` is answered, beside the lease and its schedule. @throws Error when there is no such return */
export async function returnAnswer(trx: Trx, messageId: MessageId): Promise<object> {
  const row = await returnByMessage(trx, messageId);
  if (!row) throw new Error('only a posted return is answered');
  return {
    returnId: row.return_id,
    actionType: row.action_type,
    merchantDebitCents: row.merchant_debit_cents,
    customerRefundCents: row.customer_refund_cents,
  };
}
