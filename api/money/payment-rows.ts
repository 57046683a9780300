import { type Selectable, sql } from 'kysely';
import type { Db } from '../../db/database';
import type { AchEntriesTable, PaymentsTable } from '../../db/schema-money';
import type { Instant } from '../../domain/calendar-date';
import type { Cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import type { EntryKind } from '../../domain/ledger';

export type PaymentRow = Selectable<PaymentsTable>;
export type DebitRow = Pick<
  Selectable<AchEntriesTable>,
  'trace_number' | 'payment_id' | 'amount_cents' | 'effective_on' | 'account_id' | 'state' | 'returned_on'
>;

/** One entry of the ledger as the customer's balance sees it. */
export interface BalanceStep {
  key: string;
  kind: EntryKind;
  at: Instant;
  debitCents: Cents;
  creditCents: Cents;
}

export interface HistoryRows {
  payments: PaymentRow[];
  debits: DebitRow[];
  steps: BalanceStep[];
  remainingCents: Cents;
  feesDueCents: Cents;
}

/** Everything a history is made of, in a fixed number of statements however long the lease has lived. */
export async function readHistoryRows(db: Db, leaseId: LeaseId): Promise<HistoryRows> {
  const [payments, debits, steps, open] = await Promise.all([
    db.selectFrom('payments').selectAll().where('lease_id', '=', leaseId).orderBy('payment_id').execute(),
    readDebits(db, leaseId),
    readSteps(db, leaseId),
    readOpen(db, leaseId),
  ]);
  return { payments, debits, steps, ...open };
}

async function readDebits(db: Db, leaseId: LeaseId): Promise<DebitRow[]> {
  return await db
    .selectFrom('ach_entries')
    .select(['trace_number', 'payment_id', 'amount_cents', 'effective_on', 'account_id', 'state', 'returned_on'])
    .where('lease_id', '=', leaseId)
    .where('purpose', 'in', ['debit', 'retry', 'refund'])
    .orderBy('effective_on')
    .orderBy('trace_number')
    .execute();
}

async function readSteps(db: Db, leaseId: LeaseId): Promise<BalanceStep[]> {
  const { rows } = await sql<BalanceStep>`
    SELECT business_key AS key, kind, occurred_at AS at,
           sum(debit_cents)::bigint AS "debitCents", sum(credit_cents)::bigint AS "creditCents"
      FROM postings JOIN journal_entries USING (entry_id)
     WHERE postings.lease_id = ${leaseId} AND account = 'customer_balance'
     GROUP BY entry_id, business_key, kind, occurred_at
     ORDER BY occurred_at, entry_id`.execute(db);
  return rows;
}

async function readOpen(db: Db, leaseId: LeaseId): Promise<{ remainingCents: Cents; feesDueCents: Cents }> {
  const { rows } = await sql<{ remainingCents: Cents; feesDueCents: Cents }>`
    SELECT (SELECT coalesce(sum(amount_cents - paid_cents), 0)::bigint FROM scheduled_payments
             WHERE lease_id = ${leaseId} AND state <> 'cancelled') AS "remainingCents",
           (SELECT coalesce(sum(amount_cents - waived_cents - paid_cents), 0)::bigint FROM late_fees
             WHERE lease_id = ${leaseId}) AS "feesDueCents"`.execute(db);
  const [open] = rows;
  if (!open) throw new Error('an aggregate answers one row');
  return open;
}
