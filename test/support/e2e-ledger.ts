import { sql } from 'kysely';
import { type Db, openDatabase } from '../../db/database';
import { assertBooks } from './assert-books';
import type { Sandbox } from './e2e-client';

/** Looks into the running database, for what HTTP does not show. */
export class Ledger {
  private readonly db: Db;

  constructor({ databaseUrl }: Sandbox) {
    this.db = openDatabase(databaseUrl, { maxConnectionCount: 1 });
  }

  /** What each account holds of a lease: debits less credits. A sum comes as text. */
  async balancesCents(leaseId: string): Promise<Record<string, number>> {
    const { rows } = await sql<{ account: string; cents: string }>`
      SELECT account, sum(debit_cents) - sum(credit_cents) AS cents
        FROM postings JOIN journal_entries USING (entry_id)
       WHERE journal_entries.lease_id = ${leaseId} GROUP BY account`.execute(this.db);
    return Object.fromEntries(rows.map(({ account, cents }) => [account, Number(cents)]));
  }

  async kinds(leaseId: string): Promise<string[]> {
    const { rows } = await sql<{ kind: string }>`
      SELECT kind FROM journal_entries WHERE lease_id = ${leaseId} ORDER BY entry_id`.execute(this.db);
    return rows.map(({ kind }) => kind);
  }

  /** Others' leases may be half way at any moment; what is wrong stays wrong, and is reported when the test's time ends. */
  async assertBooks(looks = 20): Promise<void> {
    try {
      await assertBooks(this.db);
    } catch (error) {
      if (looks <= 1) throw error;
      await this.assertBooks(looks - 1);
    }
  }

  close = (): Promise<void> => this.db.destroy();
}

/** A Funded lease of worked example A, in cents. */
export const FUNDED_BALANCES = {
  card_clearing: 4_900,
  refundable_initial_payments: 0,
  leased_merchandise: 100_000,
  merchant_payable: -100_000,
  customer_balance: 195_100,
  rent_to_be_earned: -200_000,
};
