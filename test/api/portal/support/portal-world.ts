import { createHash } from 'node:crypto';
import type { RotationSettings } from '../../../../config/rotation-settings';
import { nameLookup, sealDetails } from '../../../../db/applicants';
import { type Cipher, createCipher } from '../../../../db/cipher';
import type { Db } from '../../../../db/database';
import type { LeaseRow } from '../../../../db/leases';
import type { Passwords } from '../../../../db/portal-passwords';
import { insertPortalUser } from '../../../../db/portal-users';
import { calendarDate, instant, type Instant } from '../../../../domain/calendar-date';
import { cents } from '../../../../domain/cents';
import { leaseId, type LeaseId, merchantId, storeId } from '../../../../domain/ids';
import { seedSandbox } from '../../../../local/seed';
import { PERSON } from '../../../support/activity-world';
import { testDataKeys } from '../../../support/data-keys';
import { embeddedLedger, type LedgerDatabase } from '../../../support/ledger-database';

const DAY_MS = 86_400_000;
const NOBODY = Buffer.alloc(32);

export const BESTSOFA = merchantId('mer_bestsofa');
export const ACME = merchantId('mer_acme');
export const [DALLAS, FRESNO, ALBANY] = [storeId('sto_dallas'), storeId('sto_fresno'), storeId('sto_albany')];

/** So many days from now; before now where negative. */
export const inDays = (days: number): Instant => instant(Date.now() + days * DAY_MS);

/** Passwords at no cost, with a count of how often one was compared: what a clock would measure. */
export class CountedPasswords implements Passwords {
  comparedCount = 0;
  hash = async (password: string): Promise<string> => createHash('sha256').update(password).digest('hex');
  matches = async (password: string, kept: string | undefined): Promise<boolean> => {
    this.comparedCount += 1;
    return kept === (await this.hash(password));
  };
}

export interface PlantedWork {
  lease?: Partial<LeaseRow>;
  firstName?: string;
  lastName?: string;
}

/** The sandbox's retailers and stores, and the people and leases a test plants. */
export class PortalWorld {
  readonly cipher: Cipher = createCipher(testDataKeys('k1'));
  readonly passwords = new CountedPasswords();
  private leaseCount = 0;

  private constructor(private readonly database: LedgerDatabase) {}

  static async open(): Promise<PortalWorld> {
    const world = new PortalWorld(await embeddedLedger());
    await seedSandbox({ databaseUrl: world.database.url, cipher: world.cipher, previous: undefined });
    return world;
  }

  get db(): Db {
    return this.database.db;
  }

  /** How a command of an operator finds this database and its keys. */
  operatorSettings(): RotationSettings {
    const { current, keys, lookupKey } = testDataKeys('k1');
    const base64 = (key: Uint8Array): string => Buffer.from(key).toString('base64');
    const named = Object.fromEntries(Object.entries(keys).map(([id, key]) => [id, base64(key)]));
    const keysJson = JSON.stringify({ current, keys: named, lookupKey: base64(lookupKey) });
    return { keyFile: '', keysJson, databaseUrl: () => this.database.url };
  }

  close = (): Promise<void> => this.database.close();

  /** Somebody of BestSofa who can sign in with the password `<name> password`. @returns the user ID */
  async person(username: string, over: Partial<Parameters<typeof insertPortalUser>[2]> = {}): Promise<string> {
    const passwordHash = await this.passwords.hash(`${username} password`);
    const person = { merchantId: BESTSOFA, username, role: 'clerk' as const, storeIds: [DALLAS], passwordHash };
    const userId = await insertPortalUser(this.db, this.cipher, { ...person, ...over });
    if (userId === undefined) throw new Error(`${username} is there already`);
    return userId;
  }

  manager = (username: string): Promise<string> => this.person(username, { role: 'manager', storeIds: null });

  /** A lease as its row stands; of BestSofa Dallas and waiting for a signature where nothing else is said. */
  async lease({ lease = {}, firstName = 'Ana', lastName = 'Ruiz' }: PlantedWork = {}): Promise<LeaseId> {
    const id = leaseId(String(3_000_000_000 + (this.leaseCount += 1)));
    const place = {
      lease_id: id,
      merchant_id: lease.merchant_id ?? BESTSOFA,
      store_id: lease.store_id ?? DALLAS,
    };
    const { customer, bankAccount } = PERSON;
    const details = { customer: { ...customer, firstName, lastName }, monthlyIncomeCents: 120_000, bankAccount };
    await this.db
      .insertInto('applicants')
      .values({
        ...{ ...place, message_id: `apply-${id}` as never, language: 'en', home_state: 'TX' },
        ...{ pay_frequency: 'biWeekly', terms: '{}', moved_from: null },
        ...{ last_paid_on: calendarDate('2026-11-20'), next_paid_on: calendarDate('2026-12-04') },
        details: sealDetails(this.cipher, id, details),
        ...{ ssn_lookup: NOBODY, last4_lookup: NOBODY, phone_lookup: NOBODY, birth_lookup: NOBODY },
        name_lookup: nameLookup(this.cipher, lastName),
      })
      .execute();
    const defaults = {
      ...{ status: 'contracts' as const, version: 3, last_sequence: 5, contract_round: 1 },
      ...{ invoice_number: `INV-${id}`, invoice_total_cents: cents(100_000) },
      ...{ approval_expires_at: inDays(90), contracts_expire_at: inDays(60) },
      ...{ created_at: inDays(0), updated_at: inDays(0) },
    };
    // `pricing` is never planted: it is written as text and read as an object.
    const { pricing: _, ...columns } = lease;
    await this.db
      .insertInto('leases')
      .values({ ...place, ...defaults, ...columns })
      .execute();
    return id;
  }
}
