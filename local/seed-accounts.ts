import type { Cipher } from '../db/cipher';
import type { Db } from '../db/database';
import { bankAccountRow } from '../db/funding-accounts';
import { BANKING_CALENDAR_FROM } from '../domain/banking-calendar';
import { instant } from '../domain/calendar-date';
import { merchantId } from '../domain/ids';
import { opens } from './opens';
import { DEMO_RETAILERS, type DemoRetailer } from './sandbox-retailers';

/**
 * Gives each demo retailer the verified account it is paid to, unless it has one, as in a database of an earlier
 * release. Where nobody has applied yet a database may come back with new keys: what we know anyway is sealed anew.
 */
export async function seedAccounts(db: Db, cipher: Cipher): Promise<void> {
  for (const retailer of DEMO_RETAILERS) await seedAccount(db, cipher, retailer);
}

async function seedAccount(db: Db, cipher: Cipher, { merchantId: id, bankAccount }: DemoRetailer): Promise<void> {
  const accountId = `BAC-${id}`;
  const row = bankAccountRow(accountId);
  const details = cipher.sealJson(bankAccount, row);
  const known = await db
    .selectFrom('bank_accounts')
    .select(['account_id', 'details'])
    .where('merchant_id', '=', merchantId(id))
    .execute();
  if (known.length === 0) {
    await db
      .insertInto('bank_accounts')
      .values({
        ...{ account_id: accountId, merchant_id: merchantId(id), details, created_at: instant(Date.now()) },
        ...{ state: 'usable', source: 'seed', proposed_by: 'seed', usable_from_on: BANKING_CALENDAR_FROM },
      })
      .execute();
  }
  const seeded = known.find(({ account_id }) => account_id === accountId);
  if (seeded === undefined || opens(() => cipher.open(seeded.details, row))) return;
  await db.updateTable('bank_accounts').set({ details }).where('account_id', '=', accountId).execute();
}
