import { CHANGE_FILE, RETURN_FILE, STRANGERS_FILE } from '../domain/nacha/bank-files';
import { applyBankFile } from '../../activities/bank-file/apply';
import { bankFileNames, keepBankFile } from '../../db/bank-files';
import { openDatabase } from '../../db/database';
import { balances } from '../../db/ledger';
import { cents } from '../../domain/cents';
import type { LeaseId } from '../../domain/ids';
import { BankWorld } from './bank-world';
import { CHECKING, noon } from './funding-world';
import { handWrittenBankFile, type Saying } from './hand-written-bank-file';
import { Killer, killPoints } from './kill-point';
import { killingProxy } from './killing-proxy';
import { on } from './lease-fixture';
import type { LedgerDatabase } from './ledger-database';

const PAYMENT = [{ dueOn: '2026-12-04', amountCents: 7_504 }];
const [THURSDAY, FRIDAY, MONDAY] = ['2026-12-03', '2026-12-04', '2026-12-07'] as const;
const SETTLED = 14;

/** What must hold of the bank's files on every PostgreSQL. */
export function describeBankFiles(engine: string, open: () => Promise<LedgerDatabase>): void {
  describe(`a file from the bank on ${engine}`, () => {
    let world: BankWorld;
    const leases: LeaseId[] = [];
    let merchant: string;
    /** A settled debit that nobody has said anything of yet. */
    const aDebit = async (): Promise<{ lease: LeaseId; saying: Saying }> => {
      const lease = leases.pop();
      if (!lease) throw new Error('plant more leases');
      const [entry] = await world.entries(lease);
      return { lease, saying: { code: 'R01', traceNumber: entry?.trace_number ?? '', amountCents: 7_504 } };
    };
    const fileOf = (...sayings: Saying[]): string => handWrittenBankFile(sayings, { createdOn: MONDAY });
    const keep = async (text: string): Promise<string> => {
      const names = bankFileNames(text);
      await keepBankFile(world.db, world.cipher, { ...names, name: 'kept.ach', createdOn: on(MONDAY), text });
      return names.fileId;
    };

    beforeAll(async () => {
      world = await BankWorld.open(await open());
      for (let count = 0; count < SETTLED; count += 1) leases.push(await world.lease('4321', PAYMENT));
      merchant = await world.merchants.merchant(CHECKING);
      await world.merchants.fund(merchant as never, 50_000, noon(THURSDAY));
      await world.day(THURSDAY);
      await world.day(FRIDAY);
    }, 60_000);
    afterAll(() => world.close());

    it('has one effect when it is applied twice, one after the other or at once', async () => {
      const { lease, saying } = await aDebit();
      const fileId = await keep(fileOf(saying));
      const apply = () => applyBankFile(world.deps())({ fileId });
      await Promise.all([apply(), apply()]);
      await apply();
      expect(await world.results(fileId)).toEqual(['R01 applied']);
      const undone = await world.db
        .selectFrom('payment_applications')
        .selectAll()
        .where('lease_id', '=', lease)
        .execute();
      expect(undone.map(({ amount_cents }) => amount_cents).sort()).toEqual([-7_504, 7_504]);
    });

    it('has one effect when it comes under two names, and parks what another file repeats', async () => {
      const { saying } = await aDebit();
      const text = fileOf(saying);
      expect(await world.apply(text)).toEqual(['R01 applied']);
      expect(await world.apply(text)).toEqual(['R01 applied']);
      expect(await world.apply(fileOf({ ...saying, code: 'R09' }))).toEqual([
        'R09 parked_duplicate: the entry is returned already',
      ]);
    });

    it('is taken whole or not at all, wherever its worker is killed', async () => {
      const [debit, change] = [await aDebit(), await aDebit()];
      const [credit] = await world.entries(merchant);
      const correction = { ...change.saying, code: 'C01', correctedData: '44443333' };
      const refusal = {
        code: 'R03',
        traceNumber: credit?.trace_number ?? '',
        amountCents: 50_000,
        transactionCode: '21',
      };
      const fileId = await keep(fileOf({ ...debit.saying, code: 'R10' }, refusal, correction));
      const apply = async (killer: Killer): Promise<void> => {
        const proxy = await killingProxy(world.url, killer);
        const db = openDatabase(proxy.url, { maxConnectionCount: 1 });
        try {
          await applyBankFile(world.deps(db))({ fileId });
        } finally {
          await db.destroy();
          await proxy.close();
        }
      };
      let points = killPoints(40);
      for (const point of points) {
        const killer = new Killer(point);
        const isThrough = await apply(killer).then(
          () => true,
          () => false,
        );
        const results = await world.results(fileId);
        expect([[], ['R10 applied', 'R03 applied', 'C01 applied']]).toContainEqual(results);
        if (results.length > 0) {
          points = points.slice(0, points.indexOf(point));
          expect(isThrough).toBe(false);
          break;
        }
        expect(await world.schedule(debit.lease)).toEqual(['1 paid 7504']);
      }
      expect(points.length).toBeGreaterThan(20);
      await apply(new Killer());
      expect(await world.schedule(debit.lease)).toEqual(['1 returned 0']);
      expect(await world.autopayStop(debit.lease)).toBe('R10');
      const { booksCents, bankCents } = await world.clearing();
      expect(booksCents).toBe(bankCents);
    }, 60_000);

    it('takes back a debit that never settled from what was under way', async () => {
      const lease = await world.lease('4321', [{ dueOn: '2026-12-08', amountCents: 1_111 }]);
      await world.day(MONDAY);
      const before = await balances(world.db, { leaseId: lease });
      expect(before.accounts.collections_in_transit).toMatchObject({ creditsCents: 1_111 });
      const [entry] = await world.entries(lease);
      const saying = { code: 'R03', traceNumber: entry?.trace_number ?? '', amountCents: 1_111 };
      expect(await world.apply(handWrittenBankFile([saying], { createdOn: '2026-12-08' }))).toEqual(['R03 applied']);
      const { accounts } = await balances(world.db, { leaseId: lease });
      expect(accounts.collections_in_transit).toEqual({ debitsCents: 1_111, creditsCents: 1_111 });
      expect(accounts.bank_clearing).toEqual({ debitsCents: 1_111, creditsCents: 1_111 });
      await world.day('2026-12-08');
      expect((await world.entries(lease)).map(({ state }) => state)).toEqual(['returned']);
    });

    it('owes a refund again that the bank sent back, and tells a person', async () => {
      const { lease } = await aDebit();
      const trace = '121042889999999';
      const paymentId = `PAY-${lease}-1-refund`;
      await world.db
        .insertInto('payments')
        .values({
          ...{
            payment_id: paymentId,
            lease_id: lease,
            kind: 'refund',
            amount_cents: cents(500),
            method: 'bank_account',
          },
          ...{ state: 'posted', refund_of: `PAY-${lease}-1`, created_at: noon(THURSDAY) },
        })
        .execute();
      await world.db
        .insertInto('ach_entries')
        .values({
          ...{ trace_number: trace, run_id: `CRUN-${THURSDAY}`, purpose: 'refund', entry_class: 'PPD' },
          ...{ transaction_code: '22', amount_cents: cents(500), effective_on: on(FRIDAY), lease_id: lease },
          ...{ payment_id: paymentId, identification: 'R1', state: 'settled' },
        })
        .execute();
      const saying = { code: 'R02', traceNumber: trace, amountCents: 500, transactionCode: '21' };
      expect(await world.apply(fileOf(saying))).toEqual(['R02 applied']);
      const { accounts } = await balances(world.db, { leaseId: lease });
      expect(accounts.customer_refunds_payable).toEqual({ debitsCents: 0, creditsCents: 500 });
      expect(await world.exceptions(lease)).toEqual([expect.stringMatching(/^refund_returned: R02/)]);
      expect(await world.autopayStop(lease)).toBeNull();
      await world.db.deleteFrom('ach_entries').where('trace_number', '=', trace).execute();
    });

    it('tells a person of a debit that comes back when its lease has ended, or when it was refunded', async () => {
      const { lease, saying } = await aDebit();
      await world.db
        .updateTable('leases')
        .set({ servicing_state: 'owned_by_term' })
        .where('lease_id', '=', lease)
        .execute();
      await world.db
        .insertInto('payments')
        .values({
          ...{ payment_id: `PAY-${lease}-1-refund`, lease_id: lease, kind: 'refund', amount_cents: cents(500) },
          ...{ method: 'bank_account', state: 'posted', refund_of: `PAY-${lease}-1`, created_at: noon(THURSDAY) },
        })
        .execute();
      expect(await world.apply(fileOf(saying))).toEqual(['R01 applied']);
      expect(await world.exceptions(lease)).toEqual([
        'debit_of_ended_lease: R01: a debit came back of a lease that has ended owned_by_term',
        `refund_of_returned_debit: R01: the debit came back that PAY-${lease}-1-refund refunded`,
      ]);
    });

    it.each([
      ['a notification of change of 2026', CHANGE_FILE, 1],
      ['the same of 2019, before our calendar begins', CHANGE_FILE.replace('260709', '190620'), 1],
      ['two returns', RETURN_FILE, 2],
      ['no answers at all', STRANGERS_FILE, 3],
    ])('is parked entry by entry when it was meant for somebody else: %s', async (_what, text, count) => {
      const results = await world.apply(text);
      expect(results).toHaveLength(count);
      expect(results.filter((line) => !/ parked_(?:unknown_trace|unexpected|late): /.test(line))).toEqual([]);
    });

    it('costs the same number of statements for one entry and for many', async () => {
      const count = async (sayings: Saying[]): Promise<number> => {
        const fileId = await keep(fileOf(...sayings));
        const killer = new Killer();
        const proxy = await killingProxy(world.url, killer);
        const db = openDatabase(proxy.url, { maxConnectionCount: 1 });
        await applyBankFile(world.deps(db))({ fileId });
        await db.destroy();
        await proxy.close();
        return killer.stepCount;
      };
      const first = await aDebit();
      const others = [await aDebit(), await aDebit(), await aDebit()];
      const one = await count([first.saying]);
      expect(await count(others.map(({ saying }) => saying))).toBe(one);
      expect(one).toBeLessThan(25);
    });
  });
}
