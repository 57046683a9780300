import { MockActivityEnvironment } from '@temporalio/testing';
import { sandboxBank } from '../../activities/adapters/sandbox-bank';
import { bankFileActivities } from '../../activities/bank-file';
import { collectionRunActivities } from '../../activities/collection-run';
import type { ActivityDeps } from '../../activities/deps';
import { fundingRunActivities } from '../../activities/funding-run';
import type { Bank } from '../../activities/ports';
import { readApplicant, sealDetails } from '../../db/applicants';
import { bankFileNames, keepBankFile } from '../../db/bank-files';
import { type Cipher, createCipher } from '../../db/cipher';
import type { Db } from '../../db/database';
import { balances } from '../../db/ledger';
import { bankHoldingsCents } from '../../db/sandbox-bank';
import { calendarDate } from '../../domain/calendar-date';
import type { LeaseId } from '../../domain/ids';
import { LESSOR } from '../../domain/lessor';
import { parseAchFile } from '../../domain/nacha/parse';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../../domain/originator';
import { seedSandbox } from '../../local/seed';
import { sandboxBankStore } from '../../worker/sandbox-store';
import { DEAF_LEASES } from './deaf-leases';
import { testDataKeys } from './data-keys';
import { FakePartners } from './fake-partners';
import { FundingWorld } from './funding-world';
import { Killer } from './kill-point';
import type { LedgerDatabase } from './ledger-database';
import { type PlantedLease, plantLeases } from './planted-leases';

/** The whole circle on one database: customers and merchants, both runs, the simulated bank and what it sends. */
export class BankWorld {
  readonly cipher: Cipher = createCipher(testDataKeys('k1'));
  readonly merchants: FundingWorld;
  readonly bank: Bank;

  private constructor(private readonly database: LedgerDatabase) {
    this.merchants = new FundingWorld(database);
    this.bank = sandboxBank(sandboxBankStore(database.db, this.cipher));
  }

  static async open(database: LedgerDatabase): Promise<BankWorld> {
    await seedSandbox({ databaseUrl: database.url, cipher: createCipher(testDataKeys('k1')), previous: undefined });
    return new BankWorld(database);
  }

  get db(): Db {
    return this.database.db;
  }

  get url(): string {
    return this.database.url;
  }

  close = (): Promise<void> => this.database.close();

  deps(db: Db = this.db, bank: Bank = this.bank): ActivityDeps {
    const partners = new FakePartners();
    return {
      ...{ db, cipher: this.cipher, bank, leases: DEAF_LEASES, lessor: LESSOR, originator: SANDBOX_ORIGINATOR },
      releaseLimitCents: RELEASE_LIMIT_CENTS,
      decisionEngine: partners.engine(new Killer()),
      cardProcessor: partners.processor(new Killer()),
    };
  }

  /** A Funded lease on autopay whose account ends as the bank's magic asks for. */
  async lease(lastFour: string, payments: PlantedLease['payments']): Promise<LeaseId> {
    const [id] = await plantLeases(this.db, this.cipher, [{ payments }]);
    if (!id) throw new Error('nothing was planted');
    const { customer, monthlyIncomeCents, bankAccount } = await readApplicant(this.db, this.cipher, id);
    const accountNumber = `${id}${lastFour}`;
    const details = sealDetails(this.cipher, id, {
      ...{ customer, monthlyIncomeCents },
      bankAccount: { ...bankAccount, accountNumber },
    });
    await this.db.updateTable('applicants').set({ details }).where('lease_id', '=', id).execute();
    return id;
  }

  /** One banking day as the Workflows tell it. */
  async day(businessOn: string): Promise<void> {
    const day = { businessOn: calendarDate(businessOn) };
    const deps = this.deps();
    await new MockActivityEnvironment().run(async () => {
      const files = bankFileActivities(deps);
      for (const fileId of (await files.collectBankFiles(day)).fileIds) await files.applyBankFile({ fileId });
      const customers = collectionRunActivities(deps);
      await customers.settleCollections(day);
      await customers.chargeDuePayments(day);
      await customers.assessLateFees(day);
      const cut = await customers.cutCollectionRun(day);
      if (cut.hasFile) await customers.sendCollectionFile(cut);
      const merchants = fundingRunActivities(deps);
      await merchants.settleFundings(day);
      const run = await merchants.cutFundingRun(day);
      if (run.state === 'released') await merchants.sendFundingFile(run);
    });
  }

  async days(...days: readonly string[]): Promise<void> {
    for (const businessOn of days) await this.day(businessOn);
  }

  /** A file that comes from outside, applied at once. @returns what became of each entry, in words */
  async apply(text: string): Promise<string[]> {
    const names = bankFileNames(text);
    const createdOn = parseAchFile(text).header.createdOn;
    await keepBankFile(this.db, this.cipher, { ...names, name: 'returns.ach', createdOn, text });
    await bankFileActivities(this.deps()).applyBankFile({ fileId: names.fileId });
    return await this.results(names.fileId);
  }

  async results(fileId?: string): Promise<string[]> {
    const rows = await this.db
      .selectFrom('bank_file_entries')
      .selectAll()
      .where('file_id', fileId === undefined ? 'is not' : '=', fileId ?? null)
      .orderBy('file_id')
      .orderBy('position')
      .execute();
    return rows.map(({ code, result, reason }) => `${code} ${result}${reason === null ? '' : `: ${reason}`}`);
  }

  /** Our entries of a lease or merchant, oldest first. */
  async entries(owner: string) {
    return await this.db
      .selectFrom('ach_entries')
      .selectAll()
      .where((where) => where.or([where('lease_id', '=', owner as LeaseId), where('merchant_id', '=', owner as never)]))
      .orderBy('trace_number')
      .execute();
  }

  /** State and paid cents of every payment of a lease's schedule. */
  async schedule(id: LeaseId): Promise<string[]> {
    const rows = await this.db
      .selectFrom('scheduled_payments')
      .selectAll()
      .where('lease_id', '=', id)
      .orderBy('number')
      .execute();
    return rows.map(({ number, state, paid_cents }) => `${number} ${state} ${paid_cents}`);
  }

  async exceptions(about: string): Promise<string[]> {
    const rows = await this.db.selectFrom('exceptions').selectAll().orderBy('exception_id').execute();
    return rows
      .filter(({ lease_id, merchant_id }) => lease_id === about || merchant_id === about)
      .map(({ kind, detail }) => `${kind}: ${detail}`);
  }

  async autopayStop(id: LeaseId): Promise<string | null> {
    const row = await this.db
      .selectFrom('leases')
      .select('autopay_stop')
      .where('lease_id', '=', id)
      .executeTakeFirstOrThrow();
    return row.autopay_stop;
  }

  /** What the ledger says the bank holds for us, and what the simulated bank says. */
  async clearing(): Promise<{ booksCents: number; bankCents: number }> {
    const { accounts } = await balances(this.db);
    const { debitsCents = 0, creditsCents = 0 } = accounts.bank_clearing ?? {};
    return { booksCents: debitsCents - creditsCents, bankCents: await bankHoldingsCents(this.db, this.cipher) };
  }
}
