import { sql } from 'kysely';
import type { Db } from '../../db/database';
import { balances, postEntries } from '../../db/ledger';
import { keepRequest } from '../../db/requests';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import { cents, sumCents } from '../../domain/cents';
import type { AccountCode } from '../../domain/chart-of-accounts';
import { type LeaseId, merchantId, messageId } from '../../domain/ids';
import { balanceCents } from '../../domain/ledger';
import { movement } from '../../domain/ledger-movements';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { type AccountPayment, restCents } from '../../domain/returns/account-payment';
import { readAccountPayments } from '../../db/return-schedules';
import { returnAuthorizationAnswer } from '../../db/returns';
import { aSchedule } from '../domain/returns/schedule-fixture';
import { ActivityWorld } from './activity-world';
import type { Killer } from './kill-point';
import type { LedgerDatabase } from './ledger-database';
import { plantLeases } from './planted-leases';

export const RETURNED_AT = '2027-01-20T18:00:00.000Z' as Instant;
const MERCHANT = merchantId('mer_bestsofa');
const [SOFA, TABLE] = ['Sofa', 'Table'];

interface Posted {
  actionType?: 'return' | 'price_adjustment';
  returnedOn?: string;
  lines?: { lineNumber: number; quantity?: number; amountCents?: number }[];
  code?: string;
  at?: Instant;
  isFunded?: boolean;
  creditInvoiceNumber?: string;
}

/** Leases of example A: a sofa of 700 and a table of 300, 26 × 75.04 but for the last, from 2026-12-04 on. */
export class ReturnsWorld {
  private messageCount = 0;

  private constructor(readonly world: ActivityWorld) {}

  static async open(database: LedgerDatabase): Promise<ReturnsWorld> {
    return new ReturnsWorld(await ActivityWorld.open(database));
  }

  get db(): Db {
    return this.world.db;
  }

  close = (): Promise<void> => this.world.close();

  /** Funded, with so many payments debited and settled. */
  async funded(paidCount = 0, { sofaCents = 70_000, tableCents = 30_000, rentCents = 195_100 } = {}): Promise<LeaseId> {
    const payments = aSchedule(rentCents, 26, 0, '2026-12-04');
    const invoiceTotalCents = sofaCents + tableCents;
    const [lease] = await plantLeases(this.db, this.world.cipher, [{ payments, invoiceTotalCents }]);
    if (!lease) throw new Error('nothing was planted');
    await this.order(lease, [
      [SOFA, sofaCents],
      [TABLE, tableCents],
    ]);
    for (const payment of payments.slice(0, paidCount)) await this.pay(lease, payment.number);
    return lease;
  }

  private async order(lease: LeaseId, items: [string | undefined, number][]): Promise<void> {
    const lines = items.map(([description = '', price], index) => ({
      ...{ lineNumber: index + 1, sku: `S-${index + 1}`, description, category: 'furniture' as const, quantity: 1 },
      ...{ priceEachCents: cents(price), lineTotalCents: cents(price) },
    }));
    const total = sumCents(lines.map(({ lineTotalCents }) => lineTotalCents));
    const [row] = await this.db.selectFrom('leases').selectAll().where('lease_id', '=', lease).execute();
    const totalToOwnCents = cents(row?.total_to_own_cents ?? 0);
    const payments = await this.schedule(lease);
    const pricing = {
      ...{ cashPriceCents: total, costOfLeaseCents: cents(totalToOwnCents - total), totalToOwnCents },
      ...{ initialPaymentCents: cents(4_900), payFrequency: 'biWeekly' as const, numberOfPayments: payments.length },
      ...{
        paymentCents: payments[0]?.amountCents ?? cents(0),
        lastPaymentCents: payments[25]?.amountCents ?? cents(0),
      },
      ninetyDayBuyoutCents: total,
    };
    await this.db
      .insertInto('invoices')
      .values({
        ...{ lease_id: lease, round: 1, message_id: messageId(`invoice-${lease}`), invoice_number: `INV-${lease}` },
        ...{ invoice_total_cents: total, delivery_state: 'TX', lines: JSON.stringify(lines) },
        ...{ pricing: JSON.stringify(pricing), submitted_at: RETURNED_AT },
      })
      .execute();
  }

  /** A payment that was debited and settled, or taken from a card; of the scheduled payment, or a part of it. */
  async pay(lease: LeaseId, number: number, method: 'bank_account' | 'card' = 'bank_account', part?: number) {
    const [scheduled] = (await this.schedule(lease)).filter((one) => one.number === number);
    if (!scheduled) throw new Error('no such payment');
    const amountCents = cents(part ?? scheduled.amountCents - scheduled.paidCents);
    const isDebit = method === 'bank_account';
    const paymentId = isDebit
      ? `PAY-${lease}-${number}`
      : `PAY-${lease}-card${String((this.messageCount += 1)).padStart(4, '0')}`;
    const about = { leaseId: lease, merchantId: MERCHANT, amountCents, occurredAt: RETURNED_AT };
    await postEntries(
      this.db,
      isDebit
        ? [
            movement('DebitFiled', { key: `file-debit:${paymentId}`, ...about }),
            movement('DebitSettled', { key: `settle-debit:${paymentId}`, ...about }),
          ]
        : [movement('CardPaymentTaken', { key: `take-payment:${paymentId}`, ...about })],
    );
    await sql`
      WITH paid AS (
        INSERT INTO payments (payment_id, lease_id, kind, number, amount_cents, method, reference, posted_on, state, created_at)
        VALUES (${paymentId}, ${lease}, ${isDebit ? 'scheduled' : 'one_time'}, ${number}, ${amountCents}, ${method},
                ${`reference of ${paymentId}`}, ${scheduled.dueOn}::date + ${isDebit ? 0 : 1}::int, 'posted', ${RETURNED_AT}::timestamptz)
      ), applied AS (
        INSERT INTO payment_applications (payment_id, lease_id, target, number, amount_cents, applied_on)
        VALUES (${paymentId}, ${lease}, 'rent', ${number}, ${amountCents}, ${scheduled.dueOn}::date)
      )
      UPDATE scheduled_payments SET paid_cents = paid_cents + ${amountCents},
             state = CASE WHEN paid_cents + ${amountCents} = amount_cents THEN 'paid' ELSE state END
       WHERE lease_id = ${lease} AND number = ${number}`.execute(this.db);
    return paymentId;
  }

  /** The debit is in today's file, or the payment stands as told. */
  async mark(lease: LeaseId, number: number, state: 'in_file' | 'past_due'): Promise<void> {
    await this.db
      .updateTable('scheduled_payments')
      .set({ state })
      .where('lease_id', '=', lease)
      .where('number', '=', number)
      .execute();
  }

  private async request(lease: LeaseId, operationId: string, body: unknown) {
    const id = messageId(`${operationId}-${(this.messageCount += 1)}-${lease}`);
    await keepRequest(this.db, this.world.cipher, {
      ...{ messageId: id, caller: 'mer_bestsofa', leaseId: lease, operationId, fingerprint: Buffer.from(id) },
      ...{ requestId: `req-${id}`, actor: 'retailer:key_1', body },
    });
    return id;
  }

  /** Asks for leave to return goods, and gives what the store is answered. */
  async authorize(
    lease: LeaseId,
    at: Instant = RETURNED_AT,
  ): Promise<{
    isReturnEligible: boolean;
    authorizationCode: string | null;
    validUntilAt: Instant | null;
    reasons: string[];
  }> {
    const id = await this.request(lease, 'requestReturnAuthorization', {});
    await this.world.run('authorizeReturn', { leaseId: lease, messageId: id, at, isFunded: true });
    const answer = await this.db.transaction().execute((trx) => returnAuthorizationAnswer(trx, this.world.cipher, id));
    return answer as Awaited<ReturnType<ReturnsWorld['authorize']>>;
  }

  /** A return as the lease hands it on: authorized unless another code is given. */
  async asked(lease: LeaseId, over: Posted = {}) {
    const { code, at = RETURNED_AT, isFunded = true, ...rest } = over;
    const authorizationCode = code ?? (await this.authorize(lease)).authorizationCode ?? 'none';
    const body = { actionType: 'return', returnedOn: '2027-01-20', ...rest, authorizationCode };
    const id = await this.request(lease, 'submitLeaseReturn', body);
    return { leaseId: lease, messageId: id, at, isFunded };
  }

  async post(lease: LeaseId, over: Posted = {}, killer?: Killer): Promise<ServicingAnswer> {
    return await this.world.run('postReturn', await this.asked(lease, over), killer);
  }

  async schedule(lease: LeaseId): Promise<AccountPayment[]> {
    return await this.db.transaction().execute((trx) => readAccountPayments(trx, lease));
  }

  /** The balances of one lease, zero ones left out. */
  async balances(lease: LeaseId): Promise<Partial<Record<AccountCode, number>>> {
    const { accounts } = await balances(this.db, { leaseId: lease });
    const held = Object.entries(accounts).map(([account, turnover]) => {
      const code = account as AccountCode;
      return [code, balanceCents(code, turnover)] as const;
    });
    return Object.fromEntries(held.filter(([, amount]) => amount !== 0));
  }

  /** M8 for a lease without fees: the customer's balance is the rent that is open. */
  async isInAgreement(lease: LeaseId): Promise<boolean> {
    const { customer_balance: balance = 0 } = await this.balances(lease);
    return balance === restCents(await this.schedule(lease));
  }

  async refunds(lease: LeaseId): Promise<string[]> {
    const rows = await this.db
      .selectFrom('payments')
      .selectAll()
      .where('lease_id', '=', lease)
      .where('kind', '=', 'refund')
      .orderBy('payment_id')
      .execute();
    return rows.map(
      (row) => `${row.method} ${row.amount_cents} ${row.state} of ${row.refund_of?.replace(lease, 'LEASE')}`,
    );
  }

  async lines(lease: LeaseId): Promise<string[]> {
    const rows = await this.db
      .selectFrom('funding_lines')
      .selectAll()
      .where('lease_id', '=', lease)
      .orderBy('funding_id')
      .execute();
    return rows.map((row) => `${row.kind} ${row.gross_cents} ${row.adjustment_cents} ${row.state}`);
  }

  /** Days on which each payment may be debited at the earliest, where a notice holds it back. */
  async heldBack(lease: LeaseId): Promise<string[]> {
    const rows = await this.db
      .selectFrom('scheduled_payments')
      .selectAll()
      .where('lease_id', '=', lease)
      .where('debit_not_before_on', 'is not', null)
      .orderBy('number')
      .execute();
    return rows.map(
      (row) => `${row.number} due ${row.due_on} not before ${calendarDate(row.debit_not_before_on ?? '')}`,
    );
  }
}
