import type { Cipher } from '../db/cipher';
import type { Db } from '../db/database';
import { bankAccountRow } from '../db/funding-accounts';
import { type Instant, instant } from '../domain/calendar-date';
import { cents } from '../domain/cents';
import { merchantId } from '../domain/ids';

const MADE_AT: Instant = instant(Date.UTC(2026, 10, 24));

/** Merchants with a usable account each. @returns their IDs */
export async function plantMerchants({ db, cipher }: { db: Db; cipher: Cipher }, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => merchantId(`mer_${String(index + 1).padStart(5, '0')}`));
  await db
    .insertInto('merchants')
    .values(
      ids.map((id) => ({
        ...{ merchant_id: id, name: `Merchant ${id}`, total_to_own_bps: 20_000, initial_payment_cents: cents(4_900) },
        ...{ min_invoice_cents: cents(5_000), max_invoice_cents: cents(500_000), term_months: 12 },
      })),
    )
    .execute();
  await db
    .insertInto('bank_accounts')
    .values(
      ids.map((id, index) => {
        const accountId = `BAC-${id}`;
        const account = {
          routingNumber: '121042882',
          accountNumber: `9${String(index).padStart(6, '0')}5`,
          accountType: 'checking',
        };
        return {
          ...{ account_id: accountId, merchant_id: id, lease_id: null, state: 'usable' as const, source: 'bench' },
          ...{
            proposed_by: 'bench',
            confirmed_by: null,
            confirmed_on: null,
            usable_from_on: null,
            created_at: MADE_AT,
          },
          details: cipher.sealJson(account, bankAccountRow(accountId)),
        };
      }),
    )
    .execute();
  return ids;
}
