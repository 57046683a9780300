import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { sql } from 'kysely';
import type { Activities } from '../../activities';
import { BankUnreachable, type BankFile } from '../../activities/ports';
import { collectionRunActivities } from '../../activities/collection-run';
import { type Cipher, createCipher } from '../../db/cipher';
import { type Db, openDatabase } from '../../db/database';
import type { BankAccount } from '../../domain/applicant';
import { calendarDate, type CalendarDate, type Instant } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { LESSOR } from '../../domain/lessor';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../../domain/originator';
import { seedSandbox } from '../../local/seed';
import { DEAF_LEASES } from './deaf-leases';
import { testDataKeys } from './data-keys';
import { FakePartners } from './fake-partners';
import { Killer } from './kill-point';
import { killingProxy } from './killing-proxy';
import type { LedgerDatabase } from './ledger-database';
import { plantLeases, type PlantedLease } from './planted-leases';

/** An activity that fails is what some of these tests are about. */
const SILENT = new DefaultLogger('ERROR', () => undefined);

/** Runs the collection run's activities in their order, over planted leases, with a bank that only keeps files. */
export class CollectionWorld {
  readonly partners = new FakePartners();
  readonly cipher: Cipher = createCipher(testDataKeys('k1'));
  readonly files: BankFile[] = [];
  isBankDown = false;

  private constructor(private readonly database: LedgerDatabase) {}

  static async open(database: LedgerDatabase): Promise<CollectionWorld> {
    const cipher = createCipher(testDataKeys('k1'));
    await seedSandbox({ databaseUrl: database.url, cipher, previous: undefined });
    return new CollectionWorld(database);
  }

  get db(): Db {
    return this.database.db;
  }

  close = (): Promise<void> => this.database.close();

  activitiesOn(db: Db, killer = new Killer()) {
    const { cipher, partners } = this;
    const deliver = (file: BankFile): Promise<void> =>
      killer.call(async () => {
        if (this.isBankDown) throw new BankUnreachable('the bank is down');
        if (!this.files.some(({ name, text }) => name === file.name && text === file.text)) this.files.push(file);
      });
    return collectionRunActivities({
      ...{ db, cipher, lessor: LESSOR, originator: SANDBOX_ORIGINATOR, releaseLimitCents: RELEASE_LIMIT_CENTS },
      leases: DEAF_LEASES,
      decisionEngine: partners.engine(killer),
      cardProcessor: partners.processor(killer),
      bank: { deliver, collect: async () => [] },
    });
  }

  async plant(...leases: PlantedLease[]): Promise<LeaseId[]> {
    return await plantLeases(this.db, this.cipher, leases);
  }

  async plantOne(lease: PlantedLease): Promise<LeaseId> {
    const [id] = await this.plant(lease);
    if (!id) throw new Error('nothing was planted');
    return id;
  }

  /** One banking day, as the Workflow tells it, without bank files and pay-offs. */
  async day(businessOn: string): Promise<{ runId: string; hasFile: boolean }> {
    const act = this.activitiesOn(this.db);
    const day = { businessOn: calendarDate(businessOn) };
    let cut = { runId: '', hasFile: false };
    await new MockActivityEnvironment({}, { logger: SILENT }).run(async () => {
      await act.settleCollections(day);
      await act.chargeDuePayments(day);
      await act.assessLateFees(day);
      cut = await act.cutCollectionRun(day);
      if (cut.hasFile) await act.sendCollectionFile(cut);
    });
    return cut;
  }

  /** Several banking days in order. */
  async days(...days: readonly string[]): Promise<void> {
    for (const businessOn of days) await this.day(businessOn);
  }

  async run<Name extends keyof Activities & keyof ReturnType<typeof collectionRunActivities>>(
    name: Name,
    input: Parameters<Activities[Name]>[0],
    db: Db = this.db,
  ): Promise<unknown> {
    const activity = this.activitiesOn(db)[name] as (given: unknown) => Promise<unknown>;
    return await new MockActivityEnvironment({}, { logger: SILENT }).run(() => activity(input));
  }

  /** One activity on a connection that is killed where the killer says. */
  async runKilled<Name extends keyof ReturnType<typeof collectionRunActivities>>(
    name: Name,
    input: Parameters<Activities[Name]>[0],
    killer: Killer,
  ): Promise<unknown> {
    const proxy = await killingProxy(this.database.url, killer);
    const db = openDatabase(proxy.url, { maxConnectionCount: 1 });
    const activity = this.activitiesOn(db, killer)[name] as (given: unknown) => Promise<unknown>;
    try {
      return await new MockActivityEnvironment({}, { logger: SILENT }).run(() => activity(input));
    } finally {
      await db.destroy();
      await proxy.close();
    }
  }

  /** What the bank's file does when it brings a debit back: entry, payment and schedule (bank-file's own tests do more). */
  async bounce(lease: LeaseId, number: number, code: string, returnedOn: string): Promise<void> {
    const payment = `PAY-${lease}-${number}`;
    await sql`
      WITH gone AS (
        UPDATE ach_entries SET state = 'returned', returned_on = ${returnedOn}::date, return_code = ${code}
         WHERE trace_number = (SELECT max(trace_number) FROM ach_entries WHERE payment_id = ${payment})
      ), undone AS (
        UPDATE payments SET state = 'returned' WHERE payment_id = ${payment}
      )
      UPDATE scheduled_payments SET state = 'returned', paid_cents = 0 WHERE payment_id = ${payment}`.execute(this.db);
  }

  /** Another account of the customer's, in use from now on. */
  async useAccount(lease: LeaseId, details: BankAccount): Promise<void> {
    const accountId = `ACC-${lease}`;
    const row = { table: 'bank_accounts', column: 'details', id: accountId };
    await this.db
      .insertInto('bank_accounts')
      .values({
        ...{ account_id: accountId, merchant_id: null, lease_id: lease, state: 'usable', source: 'test' },
        ...{ proposed_by: 'customer', confirmed_by: null, confirmed_on: null, usable_from_on: null },
        details: this.cipher.sealJson(details, row),
        created_at: '2026-11-24T20:14:38.000Z' as Instant,
      })
      .execute();
  }

  /** The entries of one lease, oldest first: day filed for, purpose, amount, state. */
  async entries(lease: LeaseId | undefined): Promise<string[]> {
    const rows = await this.db
      .selectFrom('ach_entries')
      .select(['effective_on', 'purpose', 'entry_class', 'amount_cents', 'state'])
      .where('lease_id', '=', known(lease))
      .orderBy('trace_number')
      .execute();
    return rows.map((row) => `${row.effective_on} ${row.purpose} ${row.entry_class} ${row.amount_cents} ${row.state}`);
  }

  /** The schedule of one lease: number, state, paid of amount. */
  async schedule(lease: LeaseId | undefined): Promise<string[]> {
    const rows = await this.db
      .selectFrom('scheduled_payments')
      .selectAll()
      .where('lease_id', '=', known(lease))
      .orderBy('number')
      .execute();
    return rows.map((row) => `${row.number} ${row.state} ${row.paid_cents} of ${row.amount_cents}`);
  }

  async payment(paymentId: string) {
    return await this.db.selectFrom('payments').selectAll().where('payment_id', '=', paymentId).executeTakeFirst();
  }

  async fees(lease: LeaseId | undefined): Promise<{ on: CalendarDate; daysLate: number; cents: number }[]> {
    const rows = await this.db
      .selectFrom('late_fees')
      .selectAll()
      .where('lease_id', '=', known(lease))
      .orderBy('payment_number')
      .execute();
    return rows.map((row) => ({ on: row.assessed_on, daysLate: row.days_late, cents: row.amount_cents }));
  }

  async servicingState(lease: LeaseId | undefined): Promise<string | null> {
    const row = await this.db
      .selectFrom('leases')
      .select('servicing_state')
      .where('lease_id', '=', known(lease))
      .executeTakeFirstOrThrow();
    return row.servicing_state;
  }
}

/** A test that plants nothing tests nothing. */
function known(lease: LeaseId | undefined): LeaseId {
  if (!lease) throw new Error('no such lease was planted');
  return lease;
}
