import { auditBooks } from '../../db/books';
import { BankWorld } from '../support/bank-world';
import { embeddedLedger } from '../support/ledger-database';

const PAYMENTS = [{ dueOn: '2026-12-04', amountCents: 7_504 }];
const DAYS = ['2026-12-03', '2026-12-04', '2026-12-07'] as const;

describe('the books beside the simulated bank', () => {
  let world: BankWorld;
  beforeAll(async () => {
    world = await BankWorld.open(await embeddedLedger());
    // One pays, one has no money: the bank takes in two debits and gives one back.
    for (const lastFour of ['4321', '0001']) await world.lease(lastFour, PAYMENTS);
    await world.days(...DAYS);
  }, 60_000);
  afterAll(() => world.close());

  const bankReport = async () =>
    (await auditBooks(world.db, { cipher: world.cipher })).find(({ counted }) => counted.endsWith('simulated bank'));

  it('agree with what it computes from the bytes it was handed', async () => {
    const report = await bankReport();
    expect(report).toMatchObject({ law: 'M16', findings: [] });
    expect(report?.checkedCount).toBeGreaterThan(0);
  });

  it('do not ask it when nobody gave the keys of its files', async () => {
    const laws = (await auditBooks(world.db)).filter(({ law }) => law === 'M16');
    expect(laws.map(({ counted }) => counted)).toEqual(['entries at the bank']);
  });

  it('tell of a debit that we say came back and the bank does not', async () => {
    await world.db.updateTable('ach_entries').set({ state: 'returned' }).where('state', '=', 'settled').execute();
    expect((await bankReport())?.findings).toEqual([
      { law: 'M16', subject: 'the simulated bank', detail: 'the bank computes 7504, our entries say 0' },
    ]);
  });
});
