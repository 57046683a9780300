import { randomBytes } from 'node:crypto';
import { secretHash } from '../db/api-keys';
import type { Cipher } from '../db/cipher';
import { type Db, openDatabase } from '../db/database';
import { migrate } from '../db/migrate';
import { merchantId, storeId } from '../domain/ids';
import { priceCapViolation } from '../domain/price-caps';
import { Refusal } from './refusal';
import type { SandboxSeed } from './sandbox-file';
import { DEMO_PROGRAM, DEMO_RETAILERS, type DemoRetailer } from './sandbox-retailers';
import { seedAccounts } from './seed-accounts';

const RETAILER = ['leases:read', 'leases:write', 'reports:read', 'webhooks:write'];

interface NewKey {
  kind: 'retailer' | 'support' | 'operations' | 'care';
  merchantId?: string;
  scopes: string[];
}

/**
 * Brings the schema up to date and, at the first start, fills the sandbox. The keys are made once: later starts hand
 * back what `sandbox.json` kept, since the database only knows their hashes.
 */
export async function seedSandbox(options: {
  databaseUrl: string;
  cipher: Cipher;
  previous: SandboxSeed | undefined;
}): Promise<SandboxSeed> {
  const db = openDatabase(options.databaseUrl, { maxConnectionCount: 1 });
  try {
    await migrate(db);
    requireLawfulPrograms();
    await seedRetailers(db);
    await seedAccounts(db, options.cipher);
    return options.previous ?? (await seedKeys(db));
  } finally {
    await db.destroy();
  }
}

/** A program that breaks a state's cap is refused before anything is leased under it (domain.md 3.6). */
function requireLawfulPrograms(): void {
  for (const { name, stores } of DEMO_RETAILERS) {
    for (const { state } of stores) {
      const violation = priceCapViolation(DEMO_PROGRAM, state);
      if (violation)
        throw new Refusal(`The program of ${name} breaks a price cap: ${violation.rule} (${violation.state}).`);
    }
  }
}

async function seedRetailers(db: Db): Promise<void> {
  for (const retailer of DEMO_RETAILERS) {
    await db
      .insertInto('merchants')
      .values({
        merchant_id: merchantId(retailer.merchantId),
        name: retailer.name,
        total_to_own_bps: DEMO_PROGRAM.totalToOwnBps,
        initial_payment_cents: DEMO_PROGRAM.initialPaymentCents,
        min_invoice_cents: DEMO_PROGRAM.minInvoiceCents,
        max_invoice_cents: DEMO_PROGRAM.maxInvoiceCents,
        term_months: DEMO_PROGRAM.termMonths,
      })
      .onConflict((conflict) => conflict.column('merchant_id').doNothing())
      .execute();
    await seedStores(db, retailer);
  }
}

async function seedStores(db: Db, retailer: DemoRetailer): Promise<void> {
  await db
    .insertInto('stores')
    .values(
      retailer.stores.map((store) => ({
        store_id: storeId(store.storeId),
        merchant_id: merchantId(retailer.merchantId),
        name: store.name,
        kind: store.kind,
        state: store.state,
        time_zone: store.timeZone,
      })),
    )
    .onConflict((conflict) => conflict.column('store_id').doNothing())
    .execute();
}

async function seedKeys(db: Db): Promise<SandboxSeed> {
  const retailers: SandboxSeed['retailers'][number][] = [];
  for (const retailer of DEMO_RETAILERS) {
    const { merchantId } = retailer;
    retailers.push({
      merchantId,
      name: retailer.name,
      apiKey: await newKey(db, { kind: 'retailer', merchantId, scopes: RETAILER }),
      readOnlyApiKey: await newKey(db, { kind: 'retailer', merchantId, scopes: ['leases:read', 'reports:read'] }),
      stores: [...retailer.stores],
    });
  }
  const operations = { kind: 'operations', scopes: ['operations', 'leases:read', 'reports:read'] } as const;
  const care = { kind: 'care', scopes: ['care', 'customers:read', 'leases:read'] } as const;
  return {
    retailers,
    support: { apiKey: await newKey(db, { kind: 'support', scopes: ['support', 'leases:read'] }) },
    operations: { apiKey: await newKey(db, operations), secondApiKey: await newKey(db, operations) },
    care: { apiKey: await newKey(db, care), supervisorApiKey: await newKey(db, care) },
  };
}

async function newKey(db: Db, key: Omit<NewKey, 'scopes'> & { scopes: readonly string[] }): Promise<string> {
  const keyId = `key_${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(32).toString('base64url');
  await db
    .insertInto('api_keys')
    .values({
      key_id: keyId,
      secret_hash: secretHash(secret),
      kind: key.kind,
      merchant_id: key.merchantId === undefined ? null : merchantId(key.merchantId),
      scopes: [...key.scopes],
    })
    .execute();
  return `${keyId}.${secret}`;
}
