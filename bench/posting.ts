import { sql } from 'kysely';
import type { Trx } from '../db/database';
import { postMovements } from '../db/ledger-sets';
import { instant } from '../domain/calendar-date';
import type { Floor } from './floor';
import type { Finding } from './row';
import { median } from './statistics';

const PAYMENT_COUNT = 10_000;
const ROUNDS = 5;
/** One entry and its two lines. */
const ROWS_PER_PAYMENT = 3;

/** 10,000 payments posted in one statement; beside it as many rows put raw into tables of the same columns, keys and indexes. */
export async function posting(floor: Floor): Promise<Finding> {
  const { db } = await floor.system();
  const rounds: { ours: number; raw: number }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const measured = await db.transaction().execute(async (trx) => {
      await emptyTables(trx);
      const raw = await rate(() => fillRaw(trx));
      return { raw, ours: await rate(() => post(trx, round)) };
    });
    // The first one plans, and fills the caches for both.
    if (round > 0) rounds.push(measured);
  }
  const rawPerSecond = Math.round(median(rounds.map(({ raw }) => raw)));
  return {
    value: median(rounds.map(({ ours }) => ours)),
    against: `raw INSERT … SELECT, same columns, keys and indexes: ${rawPerSecond} rows/s; ${ROUNDS} rounds in turn`,
    ratio: median(rounds.map(({ ours, raw }) => ours / raw)),
  };
}

async function rate(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (PAYMENT_COUNT * ROWS_PER_PAYMENT * 1000) / (performance.now() - startedAt);
}

/** Keys of its own each round; the entries stay, and balance. */
async function post(trx: Trx, round: number): Promise<void> {
  const rows = sql`
    SELECT 'bench-' || ${round}::int || '-' || n AS business_key, 'lease-' || n AS lease_id, 'mer_bench' AS merchant_id,
           (5000 + n)::bigint AS amount_cents
      FROM generate_series(1, ${PAYMENT_COUNT}::int) n`;
  const posted = await postMovements(trx, 'DebitFiled', rows, instant(Date.UTC(2026, 10, 25, 22)));
  if (posted !== PAYMENT_COUNT) throw new Error(`${posted} of ${PAYMENT_COUNT} payments were posted`);
}

/** The same columns, keys and indexes; no triggers, no balance to prove, no key to look up, no entry to find again. */
async function emptyTables(trx: Trx): Promise<void> {
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS raw_entries (LIKE journal_entries INCLUDING ALL)`.execute(trx);
  await sql`CREATE TEMPORARY TABLE IF NOT EXISTS raw_postings (LIKE postings INCLUDING ALL)`.execute(trx);
  await sql`TRUNCATE raw_entries, raw_postings`.execute(trx);
}

async function fillRaw(trx: Trx): Promise<void> {
  await sql`INSERT INTO raw_entries (entry_id, business_key, kind, lease_id, merchant_id, occurred_at)
    OVERRIDING SYSTEM VALUE
    SELECT n, 'bench-' || n, 'DebitFiled', 'lease-' || n, 'mer_bench', now()
      FROM generate_series(1, ${PAYMENT_COUNT}::int) n`.execute(trx);
  await sql`INSERT INTO raw_postings (entry_id, line, account, lease_id, merchant_id, debit_cents, credit_cents)
    SELECT n, line, 'bank_clearing', 'lease-' || n, 'mer_bench', CASE WHEN line = 1 THEN 5000 + n ELSE 0 END,
           CASE WHEN line = 2 THEN 5000 + n ELSE 0 END
      FROM generate_series(1, ${PAYMENT_COUNT}::int) n CROSS JOIN (VALUES (1::smallint), (2::smallint)) sides(line)`.execute(
    trx,
  );
}
