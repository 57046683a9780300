import { sql } from 'kysely';
import type { Trx } from '../../db/database';
import { balances, postEntries } from '../../db/ledger';
import { postMovements } from '../../db/ledger-sets';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { leaseId, type LeaseId, type MerchantId, merchantId } from '../../domain/ids';
import type { MovementKind } from '../../domain/ledger';
import { movement, MOVEMENTS } from '../../domain/ledger-movements';
import { countStatements } from './counted-statements';
import type { LedgerDatabase } from './ledger-database';

const at = '2026-11-24T22:00:00.000Z' as Instant;
const KINDS = Object.keys(MOVEMENTS) as MovementKind[];

interface Row {
  business_key: string;
  lease_id: LeaseId | null;
  merchant_id: MerchantId | null;
  amount_cents: number;
}

let lastKey = 0;

/** An event nobody else in the suite posts: the ledger remembers every test. */
function freshRow(changes: Partial<Row> = {}): Row {
  lastKey += 1;
  const about = { lease_id: leaseId('1002003001'), merchant_id: merchantId('M-1') };
  return { business_key: `set:${lastKey}`, ...about, amount_cents: lastKey, ...changes };
}

const rowsOf = (rows: readonly Row[]) => sql`
  SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json)
    AS given(business_key text, lease_id text, merchant_id text, amount_cents bigint)`;

/** What must hold on every PostgreSQL the ledger lives in. */
export function describeLedgerSets(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`a whole run's events in ${engine}`, () => {
    let ledger: LedgerDatabase;
    beforeAll(async () => {
      ledger = await open();
    }, 60_000);
    afterAll(() => ledger.close());

    const post = (rows: readonly Row[], kind: MovementKind = 'DebitFiled') =>
      ledger.db.transaction().execute((trx) => postMovements(trx, kind, rowsOf(rows), at));

    const storedLike = async (prefix: string) =>
      (
        await sql`SELECT replace(business_key, ${prefix}, '') AS key, kind, entry.lease_id, entry.merchant_id, occurred_at,
                         line, account, line.lease_id AS of_lease, line.merchant_id AS of_merchant, debit_cents, credit_cents
                    FROM journal_entries entry JOIN postings line USING (entry_id)
                   WHERE starts_with(business_key, ${prefix}) ORDER BY business_key, line`.execute(ledger.db)
      ).rows;

    it.each(KINDS)('are posted as %s exactly as one by one', async (kind) => {
      const amounts = [1, 7_504, 345_024];
      const rowOf = (prefix: string, amountCents: number) =>
        freshRow({ business_key: `${prefix}${amountCents}`, amount_cents: amountCents });
      await post(
        amounts.map((amountCents) => rowOf(`${kind} set `, amountCents)),
        kind,
      );
      const alone = amounts.map((amountCents) =>
        movement(kind, {
          key: `${kind} one ${amountCents}`,
          leaseId: leaseId('1002003001'),
          merchantId: merchantId('M-1'),
          amountCents: cents(amountCents),
          occurredAt: at,
        }),
      );
      await postEntries(ledger.db, alone);
      const stored = await storedLike(`${kind} set `);
      expect(stored).toHaveLength(6);
      expect(stored).toEqual(await storedLike(`${kind} one `));
    });

    it('of a merchant without a lease, and of a lease without a merchant, are theirs', async () => {
      const [ofMerchant, ofLease] = [freshRow({ lease_id: null }), freshRow({ merchant_id: null })];
      await post([ofMerchant, ofLease]);
      expect(await storedLike(ofMerchant.business_key)).toMatchObject([{ of_lease: null }, { of_merchant: 'M-1' }]);
      expect(await storedLike(ofLease.business_key)).toMatchObject([{ of_merchant: null }, { of_lease: '1002003001' }]);
    });

    it('take one statement, whether they are one or thousands, and say how many they were', async () => {
      const posted: number[] = [];
      const counted = (rows: Row[]) =>
        countStatements(ledger.db, async (trx: Trx) => {
          posted.push(await postMovements(trx, 'DebitFiled', rowsOf(rows), at));
        });
      const one = await counted([freshRow()]);
      const many = await counted(Array.from({ length: 3_000 }, () => freshRow()));
      expect([one, many, posted]).toEqual([1, 1, [1, 3_000]]);
    });

    it('are none without a row, and that is no error', async () => {
      expect(await post([])).toBe(0);
    });

    it('posted before are passed over, with the first amount kept, while new ones beside them are posted', async () => {
      const [known, fresh] = [freshRow(), freshRow()];
      expect(await post([known])).toBe(1);
      expect(await post([{ ...known, amount_cents: 999_999 }, fresh])).toBe(1);
      expect(await storedLike(known.business_key)).toMatchObject([
        { debit_cents: known.amount_cents },
        { credit_cents: known.amount_cents },
      ]);
      expect(await storedLike(fresh.business_key)).toHaveLength(2);
    });

    it('are posted once when two workers post them at the same time', async () => {
      const rows = Array.from({ length: 50 }, () => freshRow());
      const counts = await Promise.all([post(rows), post([...rows].reverse())]);
      expect(counts[0] + counts[1]).toBe(50);
    });

    it.each([
      ['of nothing', 0],
      ['of less than nothing', -5],
    ])('%s are refused, and the run with them', async (_what, amountCents) => {
      const good = freshRow();
      await expect(post([good, freshRow({ amount_cents: amountCents })])).rejects.toMatchObject({ code: '23514' });
      expect(await storedLike(good.business_key)).toEqual([]);
    });

    it('leave debits and credits equal in all', async () => {
      const { total } = await balances(ledger.db);
      expect(total.debitsCents).toBeGreaterThan(0);
      expect(total.debitsCents).toBe(total.creditsCents);
    });
  });
}
