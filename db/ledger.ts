import { type RawBuilder, sql } from 'kysely';
import { type Cents, ZERO_CENTS } from '../domain/cents';
import type { LeaseId, MerchantId } from '../domain/ids';
import type { AccountCode, JournalEntry, Turnover } from '../domain/ledger';
import type { Db, Trx } from './database';

/**
 * A business key came back with another content. Somebody computes an event's money twice and differently: repeating
 * cannot help, a person must look.
 */
export class EntryConflict extends Error {
  override readonly name = 'EntryConflict';
  readonly code = 'ENTRY_CONFLICT';

  constructor(readonly key: string) {
    super(`journal entry ${key} is posted already with another content`);
  }
}

/**
 * Posts entries, each once. One statement however many there are; a second one reads back those whose key was there
 * already. All or none are posted.
 *
 * @throws EntryConflict when a key is known with another kind or other postings
 */
export async function postEntries(db: Db | Trx, entries: readonly JournalEntry[]): Promise<void> {
  const distinct = oncePerKey(entries);
  if (distinct.length === 0) return;
  if (!db.isTransaction) {
    await db.transaction().execute((trx) => postEntries(trx, distinct));
    return;
  }
  const posted = await sql<{ business_key: string }>`
    WITH fresh AS (
      INSERT INTO journal_entries (business_key, kind, lease_id, merchant_id, occurred_at)
      SELECT "key", kind, "leaseId", "merchantId", "occurredAt"
        FROM json_to_recordset(${JSON.stringify(distinct)}::json)
          AS given("key" text, kind text, "leaseId" text, "merchantId" text, "occurredAt" timestamptz)
       ORDER BY "key" -- two transactions that post the same keys wait for each other in one order
          ON CONFLICT (business_key) DO NOTHING
      RETURNING entry_id, business_key, lease_id, merchant_id
    ), lines AS (
      INSERT INTO postings (entry_id, line, account, lease_id, merchant_id, debit_cents, credit_cents)
      SELECT entry_id, line, account, lease_id, merchant_id, debit_cents, credit_cents
        FROM fresh JOIN ${lineRows(distinct)} USING (business_key)
    )
    SELECT business_key FROM fresh`.execute(db);

  const fresh = new Set(posted.rows.map((row) => row.business_key));
  const repeated = distinct.filter(({ key }) => !fresh.has(key));
  if (repeated.length > 0) await expectSame(db, repeated);
}

function lineRows(entries: readonly JournalEntry[]): RawBuilder<unknown> {
  const rows = entries.flatMap(({ key, postings }) =>
    postings.map(({ account, side, amountCents }, index) => ({
      business_key: key,
      line: index + 1,
      account,
      debit_cents: side === 'debit' ? amountCents : 0,
      credit_cents: side === 'credit' ? amountCents : 0,
    })),
  );
  return sql`json_to_recordset(${JSON.stringify(rows)}::json)
    AS given_lines(business_key text, line smallint, account text, debit_cents bigint, credit_cents bigint)`;
}

/** A key given twice would hang both contents on one row. */
function oncePerKey(entries: readonly JournalEntry[]): JournalEntry[] {
  const byKey = new Map<string, JournalEntry>();
  for (const entry of entries) {
    const known = byKey.get(entry.key);
    if (known && contentOf(known) !== contentOf(entry)) throw new EntryConflict(entry.key);
    byKey.set(entry.key, entry);
  }
  return [...byKey.values()];
}

async function expectSame(db: Db | Trx, entries: readonly JournalEntry[]): Promise<void> {
  const keys = entries.map(({ key }) => key);
  const stored = await sql<JournalEntry>`
    SELECT entry.business_key AS key, entry.kind, entry.lease_id AS "leaseId", entry.merchant_id AS "merchantId",
           json_agg(json_build_object(
             'account', line.account,
             'side', CASE WHEN line.debit_cents > 0 THEN 'debit' ELSE 'credit' END,
             'amountCents', line.debit_cents + line.credit_cents)) AS postings
      FROM journal_entries entry JOIN postings line USING (entry_id)
     WHERE entry.business_key = ANY(${keys}::text[])
     GROUP BY entry.entry_id`.execute(db);
  const contents = new Map(stored.rows.map((entry) => [entry.key, contentOf(entry)]));
  const other = entries.find((entry) => contents.get(entry.key) !== contentOf(entry));
  if (other) throw new EntryConflict(other.key);
}

/** Neither the order of the lines nor the time of the report tells two entries apart. */
function contentOf({ kind, leaseId, merchantId, postings }: Omit<JournalEntry, 'occurredAt'>): string {
  const lines = postings.map(({ account, side, amountCents }) => `${account} ${side} ${amountCents}`);
  return JSON.stringify([kind, leaseId ?? null, merchantId ?? null, ...lines.sort()]);
}

export interface BalanceFilter {
  leaseId?: LeaseId;
  merchantId?: MerchantId;
}

export interface Balances {
  accounts: Partial<Record<AccountCode, Turnover>>;
  /** over all accounts: the two are equal, or the ledger is broken */
  total: Turnover;
}

/** What was debited and credited account by account and in all, in one rollup. Accounts nobody used are absent. */
export async function balances(db: Db | Trx, { leaseId, merchantId }: BalanceFilter = {}): Promise<Balances> {
  const { rows } = await sql<{ account: AccountCode | null; debits: Cents; credits: Cents }>`
    SELECT account, coalesce(sum(debit_cents), 0)::bigint AS debits, coalesce(sum(credit_cents), 0)::bigint AS credits
      FROM ledger_accounts JOIN postings USING (account)
     WHERE ${leaseId ? sql`lease_id = ${leaseId}` : sql`true`}
       AND ${merchantId ? sql`merchant_id = ${merchantId}` : sql`true`}
     GROUP BY ROLLUP (account)`.execute(db);
  const result: Balances = { accounts: {}, total: { debitsCents: ZERO_CENTS, creditsCents: ZERO_CENTS } };
  for (const { account, debits, credits } of rows) {
    const turnover = { debitsCents: debits, creditsCents: credits };
    if (account === null) result.total = turnover;
    else result.accounts[account] = turnover;
  }
  return result;
}
