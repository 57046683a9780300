import type { ServicingRequest } from '../../activities/servicing';
import type { Db } from '../../db/database';
import { balances } from '../../db/ledger';
import { findLease } from '../../db/leases';
import { keepQuote } from '../../db/purchase-quotes';
import { keepRequest } from '../../db/requests';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import type { AccountCode } from '../../domain/chart-of-accounts';
import { type LeaseId, messageId } from '../../domain/ids';
import { balanceCents } from '../../domain/ledger';
import type { ServicingAnswer } from '../../domain/lease/servicing-answer';
import { ActivityWorld } from './activity-world';
import type { Killer } from './kill-point';
import type { LedgerDatabase } from './ledger-database';
import { type PlantedLease, plantLeases } from './planted-leases';

/** Noon in Dallas on the day of the customer's report. */
export const noonOn = (date: string): Instant => `${date}T18:00:00.000Z` as Instant;

type Asked = 'takePayment' | 'cancelPayment' | 'acceptPurchase' | 'closePaidOff';

/** Funded leases of 100.00 rent and four payments of 25.00 from 2026-12-04 on, unless said otherwise; delivered 2026-11-24. */
export class PurchaseWorld {
  private messageCount = 0;

  private constructor(readonly world: ActivityWorld) {}

  static async open(database: LedgerDatabase): Promise<PurchaseWorld> {
    return new PurchaseWorld(await ActivityWorld.open(database));
  }

  get db(): Db {
    return this.world.db;
  }

  close = (): Promise<void> => this.world.close();

  async funded(over: Partial<PlantedLease> = {}): Promise<LeaseId> {
    const dues = ['2026-12-04', '2026-12-18', '2027-01-01', '2027-01-15'];
    const payments = dues.map((dueOn) => ({ dueOn, amountCents: 2_500 }));
    const planted = { payments, invoiceTotalCents: 5_000, ...over };
    const [lease] = await plantLeases(this.db, this.world.cipher, [planted]);
    if (!lease) throw new Error('nothing was planted');
    await this.db
      .updateTable('leases')
      .set({ signed_on: calendarDate('2026-11-20') })
      .where('lease_id', '=', lease)
      .execute();
    return lease;
  }

  /** What a collection run does on a banking day, but for the bank's files. */
  async day(date: string): Promise<void> {
    const businessOn = calendarDate(date);
    const names = ['settleCollections', 'chargeDuePayments', 'assessLateFees', 'cutCollectionRun'] as const;
    for (const name of names) await this.world.run(name, { businessOn });
    const runId = `CRUN-${date}`;
    const filed = await this.db.selectFrom('ach_entries').select('run_id').where('run_id', '=', runId).execute();
    if (filed.length > 0) await this.world.run('sendCollectionFile', { runId });
  }

  /** A report as the lease hands it on. */
  async asked(lease: LeaseId, body: object, at = noonOn('2026-12-01')): Promise<ServicingRequest> {
    const id = messageId(`report-${(this.messageCount += 1)}-${lease}`);
    await keepRequest(this.db, this.world.cipher, {
      ...{ messageId: id, caller: 'mer_bestsofa', leaseId: lease, operationId: 'x', fingerprint: Buffer.from(id) },
      ...{ requestId: `req-${id}`, actor: 'retailer:key_1', body },
    });
    return { leaseId: lease, messageId: id, at, isFunded: true };
  }

  async run(name: Asked, request: ServicingRequest, killer?: Killer): Promise<ServicingAnswer> {
    return await this.world.run(name, request, killer);
  }

  async quote(lease: LeaseId, asOf: string) {
    const row = await findLease(this.db, lease);
    if (!row) throw new Error('no such lease');
    return await keepQuote(this.db, row, calendarDate(asOf));
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

  /** `1 paid 2500 of 2500`, payment by payment. */
  async schedule(lease: LeaseId): Promise<string[]> {
    const rows = await this.db
      .selectFrom('scheduled_payments')
      .selectAll()
      .where('lease_id', '=', lease)
      .orderBy('number')
      .execute();
    return rows.map((row) => `${row.number} ${row.state} ${row.paid_cents} of ${row.amount_cents}`);
  }

  /** `one_time card 2500 posted on 2026-12-01`, in the order of their making. */
  async payments(lease: LeaseId): Promise<string[]> {
    const rows = await this.db
      .selectFrom('payments')
      .selectAll()
      .where('lease_id', '=', lease)
      .orderBy('created_at')
      .orderBy('payment_id')
      .execute();
    return rows.map(
      (row) => `${row.kind} ${row.method} ${row.amount_cents} ${row.state} on ${row.posted_on ?? 'no day'}`,
    );
  }

  /** What card processor and bank were asked for. */
  captured(lease: LeaseId): string[] {
    return this.world.partners.done(lease);
  }
}
