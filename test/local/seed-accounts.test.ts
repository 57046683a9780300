import { createCipher } from '../../db/cipher';
import { type Db, openDatabase } from '../../db/database';
import { bankAccountRow } from '../../db/funding-accounts';
import { canBePaidTo } from '../../domain/funding/payee';
import { type EmbeddedDatabase, openEmbeddedDatabase } from '../../local/embedded-database';
import { DEMO_RETAILERS } from '../../local/sandbox-retailers';
import { seedSandbox } from '../../local/seed';
import { testDataKeys } from '../support/data-keys';

/** Last four digits to which the simulated bank does anything but settle (api.md "simulated bank"). */
const MAGIC = ['0001', '0002', '0003', '0007', '0010', '0011', '0016', '0020', '0029', '0061', '0098'];

let database: EmbeddedDatabase;
let db: Db;
beforeAll(async () => {
  database = await openEmbeddedDatabase();
  db = openDatabase(database.url, { maxConnectionCount: 1 });
}, 60_000);
afterAll(async () => {
  await db.destroy();
  await database.close();
});

const cipherOf = (key: string) => createCipher(testDataKeys(key));
const seed = (key = 'k1') => seedSandbox({ databaseUrl: database.url, cipher: cipherOf(key), previous: undefined });

async function accounts(key: string): Promise<unknown[]> {
  const rows = await db.selectFrom('bank_accounts').selectAll().orderBy('merchant_id', 'desc').execute();
  return rows.map((row) => ({
    accountId: row.account_id,
    state: row.state,
    details: cipherOf(key).openJson(row.details, bankAccountRow(row.account_id)),
  }));
}

const seeded = DEMO_RETAILERS.map(({ merchantId, bankAccount }) => ({
  accountId: `BAC-${merchantId}`,
  state: 'usable',
  details: bankAccount,
}));

describe('the accounts of the demo retailers', () => {
  it('can be paid to, and are none that the simulated bank answers', () => {
    for (const { bankAccount } of DEMO_RETAILERS) {
      expect(canBePaidTo(bankAccount)).toBe(true);
      expect(MAGIC).not.toContain(bankAccount.accountNumber.slice(-4));
    }
  });

  it('are there after the first start and after any other, once', async () => {
    await seed();
    await seed();
    expect(await accounts('k1')).toEqual(seeded);
  });

  it('come to a sandbox that was seeded before there were accounts', async () => {
    await db.deleteFrom('bank_accounts').execute();
    await seed();
    expect(await accounts('k1')).toEqual(seeded);
  });

  it('are sealed anew where an empty database comes back with other keys', async () => {
    await seed('k2');
    expect(await accounts('k2')).toEqual(seeded);
  });

  it('leave alone a retailer whose account was changed', async () => {
    await db.updateTable('bank_accounts').set({ state: 'replaced' }).execute();
    await seed('k2');
    expect(await accounts('k2')).toEqual(seeded.map((account) => ({ ...account, state: 'replaced' })));
  });
});
