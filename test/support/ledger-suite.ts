import { sql } from 'kysely';
import { balances, EntryConflict, postEntries } from '../../db/ledger';
import type { Instant } from '../../domain/calendar-date';
import { cents } from '../../domain/cents';
import { CHART_OF_ACCOUNTS } from '../../domain/chart-of-accounts';
import { leaseId, merchantId } from '../../domain/ids';
import type { JournalEntry } from '../../domain/ledger';
import { initialPaymentCaptured, leaseFunded } from '../../domain/ledger-entries';
import { countStatements } from './counted-statements';
import type { LedgerDatabase } from './ledger-database';

const at = '2026-11-24T20:14:38.000Z' as Instant;
let lastLease = 1_000_000;

/** Entries of a lease nobody else in the suite uses: the ledger remembers every test. */
function freshLease(merchant = 'M-1') {
  lastLease += 1;
  const about = { leaseId: leaseId(String(lastLease)), merchantId: merchantId(merchant), occurredAt: at };
  const captured = initialPaymentCaptured({ ...about, round: 1, amountCents: cents(4_900) });
  const [merchantFunded, leaseOpened] = leaseFunded({
    ...about,
    invoiceTotalCents: cents(100_000),
    totalToOwnCents: cents(200_000),
    initialPaymentCents: cents(4_900),
  });
  return { ...about, captured, merchantFunded, leaseOpened, all: [captured, merchantFunded, leaseOpened] };
}

/** What must hold on every PostgreSQL the ledger lives in. */
export function describeLedger(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`the ledger in ${engine}`, () => {
    let ledger: LedgerDatabase;
    beforeAll(async () => {
      ledger = await open();
      await postEntries(ledger.db, freshLease().all);
    }, 60_000);
    afterAll(() => ledger.close());

    const run = (statement: string) => sql.raw(statement).execute(ledger.db);
    const countOf = async (key: string): Promise<number> => {
      const { rows } = await sql<{ count: number }>`
        SELECT count(*) FROM journal_entries JOIN postings USING (entry_id) WHERE business_key = ${key}`.execute(
        ledger.db,
      );
      return rows[0]?.count ?? 0;
    };

    describe('posts', () => {
      it('each entry with its lines, time, lease and merchant', async () => {
        const lease = freshLease();
        await postEntries(ledger.db, lease.all);
        const { rows } = await sql`
          SELECT business_key, kind, entry.lease_id, entry.merchant_id, occurred_at, line, account, debit_cents, credit_cents
            FROM journal_entries entry JOIN postings line USING (entry_id)
           WHERE line.lease_id = ${lease.leaseId} AND line.merchant_id = ${lease.merchantId}
             AND kind = 'MerchantFunded' ORDER BY line`.execute(ledger.db);
        const entry = {
          ...{ business_key: `fund-merchant:${lease.leaseId}`, kind: 'MerchantFunded', occurred_at: at },
          ...{ lease_id: lease.leaseId, merchant_id: 'M-1' },
        };
        expect(rows).toEqual([
          { ...entry, line: 1, account: 'leased_merchandise', debit_cents: 100_000, credit_cents: 0 },
          { ...entry, line: 2, account: 'merchant_payable', debit_cents: 0, credit_cents: 100_000 },
        ]);
      });

      it('with the same number of statements for one entry and for hundreds', async () => {
        const hundreds = Array.from({ length: 300 }, () => freshLease().all).flat();
        const one = await countStatements(ledger.db, (trx) => postEntries(trx, [freshLease().captured]));
        const many = await countStatements(ledger.db, (trx) => postEntries(trx, hundreds));
        expect([one, many]).toEqual([1, 1]);
        expect(await countOf(hundreds.at(-1)?.key ?? '')).toBe(4);
      });

      it('nothing, without asking, when there is nothing to post', async () => {
        expect(await countStatements(ledger.db, (trx) => postEntries(trx, []))).toBe(0);
      });

      it('an event once, however often it is reported, alone or among new ones', async () => {
        const lease = freshLease();
        await postEntries(ledger.db, [lease.captured]);
        await postEntries(ledger.db, [lease.captured]);
        await postEntries(ledger.db, [lease.merchantFunded, lease.captured, lease.captured]);
        expect(await countOf(lease.captured.key)).toBe(2);
        expect(await countOf(lease.merchantFunded.key)).toBe(2);
      });

      it('an event once when two report it at the same time', async () => {
        const lease = freshLease();
        const reversed = [...lease.all].reverse();
        await Promise.all([postEntries(ledger.db, lease.all), postEntries(ledger.db, reversed)]);
        expect(await countOf(lease.leaseOpened.key)).toBe(4);
      });

      it('nothing of a batch whose transaction is given up', async () => {
        const lease = freshLease();
        const givenUp = ledger.db.transaction().execute(async (trx) => {
          await postEntries(trx, lease.all);
          throw new Error('given up');
        });
        await expect(givenUp).rejects.toThrow('given up');
        expect(await countOf(lease.captured.key)).toBe(0);
      });

      const [debit, credit] = freshLease().captured.postings;
      it.each<[string, Partial<JournalEntry>]>([
        ['another amount', { postings: freshLease().merchantFunded.postings }],
        ['another account', { postings: debit && credit ? [{ ...debit, account: 'customer_balance' }, credit] : [] }],
        [
          'the sides exchanged',
          {
            postings:
              debit && credit
                ? [
                    { ...debit, side: 'credit' },
                    { ...credit, side: 'debit' },
                  ]
                : [],
          },
        ],
        ['a line more', { postings: freshLease().leaseOpened.postings }],
        ['another kind', { kind: 'InitialPaymentRefunded' }],
        ['another merchant', { merchantId: merchantId('M-2') }],
        ['another lease', { leaseId: leaseId('9999999') }],
      ])(
        'no second content under a known key: %s is a conflict, and the rest of the batch stays out',
        async (_what, other) => {
          const lease = freshLease();
          await postEntries(ledger.db, [lease.captured]);
          const conflict = postEntries(ledger.db, [lease.merchantFunded, { ...lease.captured, ...other }]);
          await expect(conflict).rejects.toThrow(new EntryConflict(lease.captured.key));
          expect(await countOf(lease.merchantFunded.key)).toBe(0);
        },
      );

      it('neither of two contents given for one key', async () => {
        const { captured } = freshLease();
        const twice = postEntries(ledger.db, [captured, { ...captured, kind: 'LeaseOpened' }]);
        await expect(twice).rejects.toThrow(EntryConflict);
        expect(await countOf(captured.key)).toBe(0);
      });
    });

    describe('answers balances', () => {
      it('by lease and by merchant, account by account, with equal sides in all', async () => {
        const [one, other] = [freshLease('M-balances'), freshLease('M-balances')];
        await postEntries(ledger.db, [...one.all, ...other.all]);
        const ofLease = await balances(ledger.db, { leaseId: one.leaseId });
        const ofMerchant = await balances(ledger.db, { merchantId: one.merchantId });
        expect(ofLease.accounts.customer_balance).toEqual({ debitsCents: 200_000, creditsCents: 4_900 });
        expect(ofMerchant.accounts.customer_balance).toEqual({ debitsCents: 400_000, creditsCents: 9_800 });
        expect(ofMerchant.total).toEqual({ debitsCents: 619_600, creditsCents: 619_600 });
      });

      it('of a lease nobody posted to as nothing', async () => {
        const nobody = await balances(ledger.db, { leaseId: leaseId('0000000') });
        expect(nobody).toEqual({ accounts: {}, total: { debitsCents: 0, creditsCents: 0 } });
      });

      it('over everything with equal sides', async () => {
        const { total } = await balances(ledger.db);
        expect(total.debitsCents).toBeGreaterThan(0);
        expect(total.debitsCents).toBe(total.creditsCents);
      });
    });

    describe('refuses', () => {
      const entryWith = (lines: string) =>
        `WITH fresh AS (INSERT INTO journal_entries (business_key, kind, occurred_at)
           VALUES (gen_random_uuid()::text, 'Tried', now()) RETURNING entry_id)
         INSERT INTO postings (entry_id, line, account, debit_cents, credit_cents)
         SELECT entry_id, lines.* FROM fresh, (VALUES ${lines}) lines`;
      const headerOnly = `INSERT INTO journal_entries (business_key, kind, occurred_at) VALUES ('by hand', 'Tried', now())`;
      const lineOf = (line: number, debit: number, credit: number) =>
        `INSERT INTO postings (entry_id, line, account, debit_cents, credit_cents)
         SELECT max(entry_id), ${line}, 'card_clearing', ${debit}, ${credit} FROM journal_entries`;

      it('nothing of an entry by hand that balances: the next tests fail for the reason they name', async () => {
        await expect(
          run(entryWith(`(1, 'card_clearing', 5, 0), (2, 'merchant_payable', 0, 5)`)),
        ).resolves.toBeDefined();
      });

      it.each([
        ['one cent off', `(1, 'card_clearing', 5, 0), (2, 'merchant_payable', 0, 4)`, 'postings_balance'],
        ['one-sided', `(1, 'card_clearing', 5, 0)`, 'postings_balance'],
        ['of an unknown account', `(1, 'slush_fund', 5, 0), (2, 'merchant_payable', 0, 5)`, 'postings_account_known'],
        ['with both sides on a line', `(1, 'card_clearing', 5, 5)`, 'postings_one_side'],
        ['with an empty line', `(1, 'card_clearing', 0, 0)`, 'postings_one_side'],
        [
          'with a negative line',
          `(1, 'card_clearing', -5, 0), (2, 'merchant_payable', 0, -5)`,
          expect.stringMatching('cents'),
        ],
        ['with one line twice', `(1, 'card_clearing', 5, 0), (1, 'merchant_payable', 0, 5)`, 'postings_pkey'],
      ])('an entry %s', async (_what, lines, constraint) => {
        await expect(run(entryWith(lines))).rejects.toMatchObject({ constraint });
      });

      it('two entries that only balance together', async () => {
        const two = `WITH fresh AS (INSERT INTO journal_entries (business_key, kind, occurred_at)
            VALUES ('one', 'Tried', now()), ('two', 'Tried', now()) RETURNING entry_id, business_key)
          INSERT INTO postings (entry_id, line, account, debit_cents, credit_cents)
          SELECT entry_id, 1, 'card_clearing', (business_key = 'one')::int, (business_key = 'two')::int FROM fresh`;
        await expect(run(two)).rejects.toMatchObject({ constraint: 'postings_balance' });
      });

      it('an entry whose sides come in two statements', async () => {
        const split = ledger.db.transaction().execute(async (trx) => {
          for (const statement of [headerOnly, lineOf(1, 5, 0), lineOf(2, 0, 5)]) await sql.raw(statement).execute(trx);
        });
        await expect(split).rejects.toMatchObject({ constraint: 'postings_balance' });
      });

      it('a later line on an old entry, lopsided or not, and lines of no entry', async () => {
        const pair = (entry: string) => `INSERT INTO postings (entry_id, line, account, debit_cents, credit_cents)
          SELECT ${entry}, 90 + line, 'card_clearing', line % 2, 1 - line % 2
            FROM generate_series(1, 2) line`;
        const oldest = '(SELECT min(entry_id) FROM journal_entries)';
        await expect(run(lineOf(9, 5, 0))).rejects.toMatchObject({ constraint: 'postings_balance' });
        await expect(run(pair(oldest))).rejects.toMatchObject({ constraint: 'postings_sealed' });
        await expect(run(pair('987654321'))).rejects.toMatchObject({ constraint: 'postings_sealed' });
      });

      it('a business key it knows, and a second funding of a lease under any key', async () => {
        const lease = freshLease();
        await postEntries(ledger.db, lease.all);
        const again = `INSERT INTO journal_entries (business_key, kind, lease_id, occurred_at) VALUES`;
        await expect(run(`${again} ('${lease.captured.key}', 'Tried', null, now())`)).rejects.toMatchObject({
          constraint: 'journal_entries_business_key',
        });
        await expect(run(`${again} ('other', 'MerchantFunded', '${lease.leaseId}', now())`)).rejects.toMatchObject({
          constraint: 'journal_entries_one_funding',
        });
      });

      const changes = [
        'UPDATE postings SET debit_cents = debit_cents + 1',
        'UPDATE postings SET line = line WHERE false',
        'DELETE FROM postings',
        'TRUNCATE postings',
        `UPDATE journal_entries SET occurred_at = now()`,
        'DELETE FROM journal_entries',
        'TRUNCATE journal_entries, postings',
        `INSERT INTO journal_entries (business_key, kind, occurred_at) VALUES ('by hand', 'Tried', now())
           ON CONFLICT (business_key) DO UPDATE SET kind = 'Changed'`,
      ];

      it.each(changes)('even its owner and superuser: %s', async (statement) => {
        const { rows } = await sql<{ rolsuper: boolean }>`
          SELECT rolsuper FROM pg_roles WHERE rolname = current_user`.execute(ledger.db);
        expect(rows).toEqual([{ rolsuper: true }]);
        await expect(run(statement)).rejects.toThrow('the ledger is append-only');
      });

      it.each([
        ...changes.map((statement) => [statement, 'append-only'] as const),
        [entryWith(`(1, 'card_clearing', 5, 0)`), 'does not balance'] as const,
      ])('them too when they switch ordinary triggers off: %s', async (statement, reason) => {
        const replica = ledger.db.transaction().execute(async (trx) => {
          await sql`SET LOCAL session_replication_role = replica`.execute(trx);
          await sql.raw(statement).execute(trx);
        });
        await expect(replica).rejects.toThrow(reason);
      });
    });

    it('knows exactly the accounts of the chart, on the sides the chart says', async () => {
      const { rows } = await sql<{ account: string; normal_side: string }>`SELECT * FROM ledger_accounts`.execute(
        ledger.db,
      );
      const chart = Object.entries(CHART_OF_ACCOUNTS).map(([account, { normalSide }]) => [account, normalSide]);
      expect(new Map(rows.map(({ account, normal_side }) => [account, normal_side]))).toEqual(
        new Map(chart as [string, string][]),
      );
    });
  });
}
