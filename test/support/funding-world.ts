import { sql } from 'kysely';
import { fundMerchant } from '../../activities/fund-merchant';
import { fundingRunActivities } from '../../activities/funding-run';
import type { ActivityDeps } from '../../activities/deps';
import { type Cipher, createCipher } from '../../db/cipher';
import { type Db, openDatabase } from '../../db/database';
import { bankAccountRow } from '../../db/funding-accounts';
import { balances, postEntries } from '../../db/ledger';
import type { BankAccount } from '../../domain/applicant';
import { nextBankingDay } from '../../domain/banking-calendar';
import { calendarDate, type CalendarDate, type Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { type LeaseId, leaseId, type MerchantId, merchantId, messageId, storeId } from '../../domain/ids';
import { movement } from '../../domain/ledger-movements';
import { LESSOR } from '../../domain/lessor';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../../domain/originator';
import { DEAF_LEASES } from './deaf-leases';
import { testDataKeys } from './data-keys';
import { FakeBank } from './fake-bank';
import { FakePartners } from './fake-partners';
import { Killer } from './kill-point';
import { killingProxy } from './killing-proxy';
import type { LedgerDatabase } from './ledger-database';

export const CHECKING: BankAccount = {
  routingNumber: '231380104',
  accountNumber: '7445678990',
  accountType: 'checking',
};

/** 16:00 UTC is before the cut-off in New York, summer and winter. */
export const noon = (on: string): Instant => `${on}T16:00:00.000Z` as Instant;

const NOW = noon('2026-06-30');

type FundingRun = ReturnType<typeof fundingRunActivities>;

/** Merchants, what they are owed, and the steps of their funding runs, on a database of one's own. */
export class FundingWorld {
  readonly bank = new FakeBank();
  readonly cipher: Cipher = createCipher(testDataKeys('k1'));
  releaseLimitCents: number = RELEASE_LIMIT_CENTS;
  private count = 0;
  private lastDay = calendarDate('2026-07-06');

  constructor(private readonly database: LedgerDatabase) {}

  get db(): Db {
    return this.database.db;
  }

  get deps(): ActivityDeps {
    return this.depsOn(this.db, new Killer());
  }

  get activities(): FundingRun {
    return fundingRunActivities(this.deps);
  }

  close = (): Promise<void> => this.database.close();

  /** The steps as a worker of its own would run them, until the killer ends it. */
  async asWorker<Answer>(killer: Killer, work: (steps: FundingRun) => Promise<Answer>): Promise<Answer> {
    const proxy = await killingProxy(this.database.url, killer);
    const db = openDatabase(proxy.url, { maxConnectionCount: 1 });
    try {
      return await work(fundingRunActivities(this.depsOn(db, killer)));
    } finally {
      await db.destroy();
      await proxy.close();
    }
  }

  /** A banking day that has not run yet, later than all before. */
  freshDay(): CalendarDate {
    return (this.lastDay = nextBankingDay(this.lastDay));
  }

  /** A merchant nobody else has. `account: null`: nobody has told us where to pay it. */
  async merchant(account: BankAccount | null = CHECKING, name = 'BestSofa LLC'): Promise<MerchantId> {
    const id = merchantId(`mer_${(this.count += 1)}`);
    await this.db
      .insertInto('merchants')
      .values({
        ...{ merchant_id: id, name, total_to_own_bps: 20_000, initial_payment_cents: cents(4_900) },
        ...{ min_invoice_cents: cents(100), max_invoice_cents: cents(500_000), term_months: 12 },
      })
      .execute();
    await this.db
      .insertInto('stores')
      .values({
        ...{ store_id: storeId(`sto_${id}`), merchant_id: id, name, kind: 'store', state: 'NY' },
        time_zone: 'America/New_York',
      })
      .execute();
    if (account) await this.account(id, account);
    return id;
  }

  /** A verified account, unless `more` says otherwise. @returns its ID */
  async account(id: MerchantId, account: BankAccount, more: object = {}): Promise<string> {
    const accountId = `BAC-${id}-${(this.count += 1)}`;
    await this.db
      .insertInto('bank_accounts')
      .values({
        ...{ account_id: accountId, merchant_id: id, created_at: noon('2026-06-01'), state: 'usable' },
        ...{ source: 'api', proposed_by: 'key_1', details: this.cipher.sealJson(account, bankAccountRow(accountId)) },
        ...more,
      })
      .execute();
    return accountId;
  }

  /** Leases that SQL shows as Funded, their merchant payable. */
  async fundAll(merchant: MerchantId, amountsCents: readonly number[], at: Instant): Promise<LeaseId[]> {
    const leases: LeaseId[] = [];
    for (const amount of amountsCents) {
      const id = await this.lease(merchant);
      const amounts = {
        invoiceTotalCents: cents(amount),
        totalToOwnCents: cents(2 * amount),
        initialPaymentCents: cents(0),
      };
      await fundMerchant(this.deps)({ leaseId: id, merchantId: merchant, ...amounts, fundedAt: at });
      leases.push(id);
    }
    return leases;
  }

  /** A lease that SQL shows as Funded; whether its merchant is payable is for the test to say. */
  async lease(merchant: MerchantId): Promise<LeaseId> {
    const id = leaseId(String(1_000_000_000 + (this.count += 1)));
    await sql`
      WITH person AS (
        INSERT INTO applicants
        SELECT ${id}, ${messageId(`m-${id}`)}, ${merchant}, ${`sto_${merchant}`}, 'en', 'NY', 'monthly', '2026-06-01',
               '2026-07-01', '{}', NULL, '', '', '', '', '')
      INSERT INTO leases (lease_id, merchant_id, store_id, status, version, last_sequence, invoice_number, signed_on,
                          funding_state, servicing_state, created_at, updated_at)
      SELECT ${id}, ${merchant}, ${`sto_${merchant}`}, 'funded', 5, 9, ${`INV-${id}`}, '2026-06-30', 'eligible', 'active',
             ${NOW}::timestamptz, ${NOW}::timestamptz`.execute(this.db);
    return id;
  }

  async fund(merchant: MerchantId, amountCents: number, at: Instant): Promise<LeaseId> {
    const [id] = await this.fundAll(merchant, [amountCents], at);
    if (!id) throw new Error('nothing was funded');
    return id;
  }

  /** Goods of a lease go back, as the return's own transaction writes it. */
  async giveBack(merchant: MerchantId, lease: LeaseId, amountCents: number, at: Instant): Promise<void> {
    const returnId = `RET-${(this.count += 1)}`;
    const event = { key: `return-goods:${returnId}`, leaseId: lease, merchantId: merchant, occurredAt: at };
    await this.db.transaction().execute(async (trx) => {
      await postEntries(trx, [movement('MerchandiseReturned', { ...event, amountCents: cents(amountCents) })]);
      await trx
        .insertInto('funding_lines')
        .values({
          ...{ funding_id: `FND-${returnId}`, merchant_id: merchant, lease_id: lease, kind: 'return' },
          ...{ adjustment_cents: cents(-amountCents), posted_at: at },
        })
        .execute();
    });
  }

  /** A whole run, as its Workflow runs it. @returns its ID */
  async run(businessOn: string, steps: FundingRun = this.activities): Promise<string> {
    const day = { businessOn: calendarDate(businessOn) };
    await steps.settleFundings(day);
    const { runId, state } = await steps.cutFundingRun(day);
    if (state === 'released' || state === 'sent') await steps.sendFundingFile({ runId });
    return runId;
  }

  async net(runId: string, merchant: MerchantId) {
    return await this.db
      .selectFrom('funding_run_merchants')
      .select(['gross_cents', 'adjustments_cents', 'carry_in_cents', 'carry_out_cents', 'paid_cents', 'trace_number'])
      .where('run_id', '=', runId)
      .where('merchant_id', '=', merchant)
      .executeTakeFirst();
  }

  async lines(merchant: MerchantId) {
    return await this.db
      .selectFrom('funding_lines')
      .selectAll()
      .where('merchant_id', '=', merchant)
      .orderBy('funding_id')
      .execute();
  }

  async fundingStateOf(lease: LeaseId): Promise<string> {
    const { funding_state } = await this.db
      .selectFrom('leases')
      .select('funding_state')
      .where('lease_id', '=', lease)
      .executeTakeFirstOrThrow();
    return funding_state;
  }

  /** What the ledger says the merchant was paid, and is still owed (negative: owes us). */
  async ledgerOf(merchant: MerchantId): Promise<{ paidCents: number; owedCents: number }> {
    const { accounts } = await balances(this.db, { merchantId: merchant });
    const payable = accounts.merchant_payable;
    const bank = accounts.bank_clearing;
    return {
      paidCents: bank ? bank.creditsCents - bank.debitsCents : 0,
      owedCents: payable ? payable.creditsCents - payable.debitsCents : 0,
    };
  }

  private depsOn(db: Db, killer: Killer): ActivityDeps {
    const partners = new FakePartners();
    return {
      db,
      cipher: this.cipher,
      lessor: LESSOR,
      leases: DEAF_LEASES,
      decisionEngine: partners.engine(killer),
      cardProcessor: partners.processor(killer),
      bank: this.bank.bank(killer),
      originator: SANDBOX_ORIGINATOR,
      releaseLimitCents: this.releaseLimitCents,
    };
  }
}

export const day = (on: string): { businessOn: CalendarDate } => ({ businessOn: calendarDate(on) });
