import { MockActivityEnvironment } from '@temporalio/testing';
import { DefaultLogger } from '@temporalio/worker';
import { type Activities, createActivities } from '../../activities';
import { sandboxBank } from '../../activities/adapters/sandbox-bank';
import { webhooksOf } from '../../activities/webhooks/mode';
import { insertApplication, readOrigin } from '../../db/applications';
import { type Cipher, createCipher } from '../../db/cipher';
import { type Db, openDatabase } from '../../db/database';
import { keepRequest } from '../../db/requests';
import { findStore, programTerms } from '../../db/stores';
import { calendarDate, type Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { type LeaseId, leaseId, messageId, storeId } from '../../domain/ids';
import type { Envelope } from '../../domain/lease/recording';
import { LESSOR } from '../../domain/lessor';
import { RELEASE_LIMIT_CENTS, SANDBOX_ORIGINATOR } from '../../domain/originator';
import { seedSandbox } from '../../local/seed';
import { sandboxBankStore } from '../../worker/sandbox-store';
import { testDataKeys } from './data-keys';
import { DEAF_LEASES } from './deaf-leases';
import { DeskDiary } from './desk-diary';
import { FakePartners } from './fake-partners';
import { Killer } from './kill-point';
import { killingProxy } from './killing-proxy';
import type { LedgerDatabase } from './ledger-database';
import { CHICAGO } from './lease-fixture';

const ORIGINATION = { originator: SANDBOX_ORIGINATOR, releaseLimitCents: RELEASE_LIMIT_CENTS };

export const NOW = '2026-11-24T20:14:38.000Z' as Instant;
/** An activity that fails is what these tests are about. */
const SILENT = new DefaultLogger('ERROR', () => undefined);
const SOFA = { lineNumber: 1, sku: 'S-1', description: 'Sofa', category: 'furniture', quantity: 1 } as const;
const PRICE_CENTS = cents(100_000);
export const INVOICE = {
  invoiceNumber: 'INV-1',
  invoiceTotalCents: PRICE_CENTS,
  lines: [{ ...SOFA, priceEachCents: PRICE_CENTS, lineTotalCents: PRICE_CENTS }],
};

/** A person that must show up nowhere but in sealed columns. */
export const PERSON = {
  customer: {
    firstName: 'Canaria',
    lastName: 'Vogelsang',
    ssn: '512345678',
    dateOfBirth: '1990-04-17',
    email: 'canaria@example.com',
    mobilePhone: '2145550148',
    address: { line1: '12 Elm St', city: 'Dallas', state: 'TX', postalCode: '75201' },
  },
  bankAccount: { routingNumber: '111000025', accountNumber: '000987654321', accountType: 'checking' },
} as const;

/** The sandbox's own database, partners that keep count, and leases made for one test each. */
export class ActivityWorld {
  readonly partners = new FakePartners();
  readonly cipher: Cipher = createCipher(testDataKeys('k1'));
  private leaseCount = 0;

  private constructor(private readonly database: LedgerDatabase) {}

  static async open(database: LedgerDatabase): Promise<ActivityWorld> {
    const cipher = createCipher(testDataKeys('k1'));
    await seedSandbox({ databaseUrl: database.url, cipher, previous: undefined });
    return new ActivityWorld(database);
  }

  get db(): Db {
    return this.database.db;
  }

  close = (): Promise<void> => this.database.close();

  /** The activities as a worker of its own would run them, until the killer ends it. */
  async asWorker<Answer>(killer: Killer, work: (activities: Activities) => Promise<Answer>): Promise<Answer> {
    const proxy = await killingProxy(this.database.url, killer);
    const db = openDatabase(proxy.url, { maxConnectionCount: 1 });
    const decisionEngine = this.partners.engine(killer);
    const cardProcessor = this.partners.processor(killer);
    try {
      const bank = sandboxBank(sandboxBankStore(this.db, this.cipher));
      const deps = {
        db,
        cipher: this.cipher,
        lessor: LESSOR,
        leases: DEAF_LEASES,
        postWebhook: webhooksOf('sandbox').postWebhook,
        decisionEngine,
        cardProcessor,
        bank,
        ...ORIGINATION,
      };
      return await work(createActivities(deps));
    } finally {
      await db.destroy();
      await proxy.close();
    }
  }

  /** Runs one activity in the context Temporal would give it. */
  async run<Name extends keyof Activities>(
    name: Name,
    input: Parameters<Activities[Name]>[0],
    killer = new Killer(),
  ): Promise<Awaited<ReturnType<Activities[Name]>>> {
    return await this.asWorker(killer, async (activities) => {
      const activity = activities[name] as (input: unknown) => ReturnType<Activities[Name]>;
      const answer: unknown = await new MockActivityEnvironment({}, { logger: SILENT }).run(() => activity(input));
      return answer as Awaited<ReturnType<Activities[Name]>>;
    });
  }

  /** A lease that has applied: kept in SQL, nothing decided. */
  async applied(): Promise<WorldLease> {
    this.leaseCount += 1;
    const id = leaseId(String(1_000_000_000 + this.leaseCount));
    const found = await findStore(this.db, storeId('sto_dallas'));
    if (!found) throw new Error('the sandbox has no store in Dallas');
    const income = { monthlyIncomeCents: 120_000, payFrequency: 'biWeekly' } as const;
    const paydays = { lastPaidOn: calendarDate('2026-11-20'), nextPaidOn: calendarDate('2026-12-04') };
    await this.db.transaction().execute((trx) =>
      insertApplication(trx, this.cipher, {
        leaseId: id,
        messageId: messageId(`apply-${id}`),
        store: found.store,
        terms: programTerms(found.merchant),
        movedFrom: null,
        content: { ...PERSON, language: 'en', income: { ...income, ...paydays } },
        receivedAt: NOW,
      }),
    );
    return new WorldLease(this, new DeskDiary(await readOrigin(this.db, id), NOW));
  }
}

/** One lease: what its Workflow would have written so far, and what its callers have sent. */
export class WorldLease {
  readonly leaseId: LeaseId;
  private messageCount = 0;

  constructor(
    private readonly world: ActivityWorld,
    readonly diary: DeskDiary,
  ) {
    this.leaseId = diary.lease.origin.leaseId;
  }

  /** Keeps a request as the API does before it signals. */
  async request(operationId: string, body: unknown): Promise<Envelope> {
    const id = messageId(`${operationId}-${(this.messageCount += 1)}-${this.leaseId}`);
    await keepRequest(this.world.db, this.world.cipher, {
      messageId: id,
      caller: 'mch_bestsofa',
      leaseId: this.leaseId,
      operationId,
      fingerprint: Buffer.from(id),
      requestId: `req-${id}`,
      actor: 'retailer:key_1',
      body,
    });
    return { messageId: id, requestId: `req-${id}`, actor: 'retailer:key_1', channel: 'api' };
  }

  /** Writes down all that is not written yet. */
  async record(): Promise<void> {
    const { agreement } = await this.world.run('recordLease', this.unrecorded());
    if (agreement) this.diary.find({ event: 'agreementRendered', ...agreement });
  }

  unrecorded() {
    return { leaseId: this.leaseId, recordings: this.diary.batch() };
  }

  async approve(): Promise<this> {
    const by = {
      messageId: messageId(`apply-${this.leaseId}`),
      requestId: 'req',
      actor: 'retailer:key_1',
      channel: 'api',
    };
    const proposedLimitCents = cents(120_000);
    this.diary.find({ event: 'decided', outcome: 'approved', proposedLimitCents, clock: CHICAGO }, by);
    return this;
  }

  async invoice(): Promise<this> {
    const by = await this.request('submitInvoiceInformation', INVOICE);
    const { invoiceTotalCents, lines } = INVOICE;
    this.diary.hear({ event: 'invoiceSubmitted', invoice: { invoiceTotalCents, lines } }, by);
    return this;
  }

  /** @returns the signature that waits for its card */
  async sign(cardToken = 'tok_ok'): Promise<Envelope> {
    const { contract } = this.diary.lease;
    if (!contract?.agreementSha256) throw new Error('nothing to sign yet');
    const { round, agreementSha256 } = contract;
    const by = await this.request('submitSignature', { signedName: 'Canaria Vogelsang', agreementSha256, cardToken });
    this.diary.hear({ event: 'agreementSigned', round, agreementSha256 }, by);
    return by;
  }

  cardTaken(by: Envelope): this {
    const captureReference = `capture of capture-initial-payment:${this.leaseId}:${by.messageId}`;
    this.diary.find({ event: 'cardAnswered', outcome: 'captured', captureReference }, by);
    this.diary.find({ event: 'acceptancePassed' });
    return this;
  }

  async cancel(): Promise<this> {
    this.diary.hear({ event: 'contractCancelled' }, await this.request('cancelContract', {}));
    return this;
  }

  async deliver(): Promise<this> {
    const by = await this.request('submitDeliveryConfirmations', { deliveredOn: '2026-11-24' });
    this.diary.hear({ event: 'deliveryConfirmed', deliveredOn: calendarDate('2026-11-24') }, by);
    return this;
  }

  /** Approved and invoiced, in SQL too. */
  async contracts(): Promise<this> {
    await (await this.approve()).record();
    await (await this.invoice()).record();
    return this;
  }

  /** Signed, paid and accepted, in SQL too. */
  async accepted(): Promise<this> {
    await this.contracts();
    const by = await this.sign();
    await this.world.run('captureInitialPayment', {
      leaseId: this.leaseId,
      messageId: by.messageId,
      amountCents: cents(4_900),
    });
    await this.cardTaken(by).record();
    return this;
  }
}
