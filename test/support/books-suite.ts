import { sql } from 'kysely';
import { auditBooks, type LawReport, proveBooks, type WorkflowFacts } from '../../db/books';
import type { Trx } from '../../db/database';
import type { LeaseId } from '../../domain/ids';
import { assertBooks } from './assert-books';
import { createWorld, WORLD } from './books-world';
import type { LedgerDatabase } from './ledger-database';
import { entry, header, PLANTED, unguarded } from './planted-books';
import { PLANTED_RUNS } from './planted-runs';
import { PLANTED_SERVICING } from './planted-servicing';

const { approved, refunded, signed, accepted, funded, serviced, bought, returned, denied, expired } = WORLD;

/** What must hold on every PostgreSQL the books are kept in. */
export function describeBooks(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`the books in ${engine}`, () => {
    let books: LedgerDatabase;
    beforeAll(async () => {
      books = await open();
      await createWorld(books.db);
    }, 60_000);
    afterAll(() => books.close());

    /** Looks at the books from inside a transaction that is then given up. */
    async function inVain<Answer>(statements: string[], look: (trx: Trx) => Promise<Answer>): Promise<Answer> {
      const trx = await books.db.startTransaction().execute();
      try {
        for (const statement of statements) await sql.raw(statement).execute(trx);
        return await look(trx);
      } finally {
        await trx.rollback().execute();
      }
    }

    const summary = ({ law, checkedCount, counted, findings }: LawReport) =>
      `${law} ${checkedCount} ${counted}, ${findings.length} findings`;

    it('hold, and say how much they looked at', async () => {
      expect((await auditBooks(books.db)).map(summary)).toEqual([
        'M1 39 entries, 0 findings',
        'M2 3 guards, 0 findings',
        'M3 39 business keys, 0 findings',
        'M4 1 merchants, 0 findings',
        'M5 4 Funded leases, 0 findings',
        'M6 7 runs, 0 findings',
        "M7 3 merchants' nets, 0 findings",
        'M8 4 Funded leases, 0 findings',
        'M9 104 scheduled payments, 0 findings',
        'M10 3 buyouts and ended leases, 0 findings',
        'M11 1 late fees, 0 findings',
        'M12 6 entries at the bank, 0 findings',
        'M13 5 uses of payments, 0 findings',
        'M14 10 leases, 0 findings',
        'M16 6 entries at the bank, 0 findings',
        'AUDIT 0 lines of the audit log, 0 findings',
      ]);
    });

    it.each([...PLANTED, ...PLANTED_RUNS, ...PLANTED_SERVICING])('tell of %s', async (_what, statements, expected) => {
      const findings = await inVain(statements, (trx) => proveBooks(trx));
      expect(findings.map(({ law, subject, detail }) => `${law} ${subject}: ${detail}`)).toEqual(expected);
    });

    it('hold when a debit comes back of which a part was given back before: the customer owes that part again', async () => {
      const refund = `INSERT INTO payments (payment_id, lease_id, kind, amount_cents, method, refund_of, state, created_at)
        VALUES ('PAY-R', '${serviced}', 'refund', 700, 'bank_account', 'PAY-${serviced}-2', 'posted', now())`;
      const owed = entry('k27', 'customer_balance', 'customer_refunds_payable', `'${serviced}'`, 'RefundOwed');
      expect(await inVain([refund, ...owed], (trx) => proveBooks(trx))).toEqual([]);
      expect(await inVain(owed, (trx) => proveBooks(trx))).toMatchObject([{ law: 'M8' }]);
    });

    it('stop a test that broke them, with every finding in its message', async () => {
      await expect(assertBooks(books.db)).resolves.toBeUndefined();
      const broken = inVain([header('k1'), header('k2')], (trx) => assertBooks(trx));
      await expect(broken).rejects.toThrow(/do not hold:\n {2}M1 k1: .*\n {2}M1 k2: /);
    });

    describe('ask each Workflow', () => {
      const atRest = (lease: LeaseId): WorkflowFacts | undefined => {
        if (lease === approved || lease === refunded) return { status: 'approved', version: 3 };
        if (lease === signed) return { status: 'contracts_received', version: 3 };
        if (lease === accepted) return { status: 'lease_accepted', version: 3 };
        if (lease === funded || lease === serviced) return { status: 'funded', version: 3 };
        return undefined;
      };

      const m15 = async (readWorkflow: (lease: LeaseId) => WorkflowFacts | undefined) =>
        (await auditBooks(books.db, { readWorkflow: async (lease) => readWorkflow(lease) })).at(-1);

      it('that has not ended, and hold when all agree', async () => {
        const asked: LeaseId[] = [];
        const report = await m15((lease) => {
          asked.push(lease);
          return atRest(lease);
        });
        expect(report).toEqual({ law: 'M15', counted: 'open leases', checkedCount: 7, findings: [] });
        expect(asked.sort()).toEqual([approved, refunded, signed, accepted, funded, serviced, denied].sort());
        for (const ended of [expired, bought, returned]) expect(asked).not.toContain(ended);
      });

      it.each<[string, WorkflowFacts | undefined, string]>([
        ['has another status', { status: 'contracts', version: 3 }, 'the Workflow contracts version 3'],
        ['is a version ahead', { status: 'funded', version: 4 }, 'the Workflow funded version 4'],
        ['is gone', undefined, 'the Workflow does not exist'],
      ])('and tell of one that %s', async (_what, facts, said) => {
        const report = await m15((lease) => (lease === funded ? facts : atRest(lease)));
        expect(report?.findings).toEqual([
          { law: 'M15', subject: `lease ${funded}`, detail: `SQL says funded version 3, ${said}` },
        ]);
      });

      it('of many leases, batch by batch, each once', async () => {
        const copies = ['applicants', 'leases'].map((table) => {
          const changes = table === 'applicants' ? `, 'message_id', 'copy-' || number` : '';
          return `INSERT INTO ${table} SELECT (jsonb_populate_record(row, jsonb_build_object('lease_id', (2000000 + number)::text${changes}))).*
                    FROM ${table} AS row, generate_series(1, 45) AS number WHERE lease_id = '${approved}'`;
        });
        const asked: LeaseId[] = [];
        const report = await inVain(copies, async (trx) => {
          const readWorkflow = async (lease: LeaseId) => {
            asked.push(lease);
            return atRest(lease) ?? { status: 'approved' as const, version: 3 };
          };
          return (await auditBooks(trx, { readWorkflow })).at(-1);
        });
        expect(report).toMatchObject({ checkedCount: 52 });
        expect(new Set(asked).size).toBe(52);
      });

      it('and say so, without asking on, when nobody answers', async () => {
        let askedCount = 0;
        const readWorkflow = async (): Promise<never> => {
          askedCount += 1;
          throw new Error('no worker');
        };
        const report = (await auditBooks(books.db, { readWorkflow })).at(-1);
        expect(report?.findings).toEqual([
          { law: 'M15', subject: 'Temporal', detail: 'does not answer: Error: no worker' },
        ]);
        expect(askedCount).toBe(7);
      });

      it('again before they accuse one that is just moving', async () => {
        let readings = 0;
        const report = await m15((lease) => {
          if (lease === funded) readings += 1;
          return lease === funded && readings < 3 ? { status: 'lease_accepted', version: 2 } : atRest(lease);
        });
        expect(report?.findings).toEqual([]);
      });
    });

    /** Last: PostgreSQL never forgets it, not even a rolled-back change. */
    it('tell of a posting that was changed and changed back while nobody watched', async () => {
      for (const statement of [
        ...unguarded(
          'UPDATE postings SET debit_cents = debit_cents + 1 WHERE debit_cents > 0',
          'UPDATE postings SET debit_cents = debit_cents - 1 WHERE debit_cents > 0',
        ),
        'SELECT pg_stat_force_next_flush()',
      ]) {
        await sql.raw(statement).execute(books.db);
      }
      expect(await proveBooks(books.db)).toEqual([
        { law: 'M2', subject: 'postings', detail: expect.stringMatching(/^\d+ rows were updated, 0 deleted$/) },
      ]);
    });
  });
}
