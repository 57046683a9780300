import type { LeaseId, MerchantId } from '../../../domain/ids';
import { BankWorld } from '../../support/bank-world';
import { noon } from '../../support/funding-world';
import { embeddedLedger } from '../../support/ledger-database';

const PAYMENTS = [
  { dueOn: '2026-12-04', amountCents: 7_504 },
  { dueOn: '2026-12-18', amountCents: 7_504 },
];
/** Filed on Thursday, settled on Friday, answered on Monday. */
const [THURSDAY, FRIDAY, MONDAY] = ['2026-12-03', '2026-12-04', '2026-12-07'] as const;
const MAGIC = ['4321', '0001', '0010', '0011', '0061', '0098'] as const;

// One story on one database: each test is the next days of all leases at once.
describe('the circle of money through the simulated bank', () => {
  let world: BankWorld;
  let merchant: MerchantId;
  let delivered: LeaseId;
  const leases = new Map<string, LeaseId>();
  const leaseOf = (lastFour: (typeof MAGIC)[number]): LeaseId => leases.get(lastFour) ?? ('' as LeaseId);
  const schedules = async () =>
    Object.fromEntries(await Promise.all(MAGIC.map(async (last) => [last, await world.schedule(leaseOf(last))])));
  const holdings = async (): Promise<number> => {
    const { booksCents, bankCents } = await world.clearing();
    expect(booksCents).toBe(bankCents);
    return booksCents;
  };

  beforeAll(async () => {
    world = await BankWorld.open(await embeddedLedger());
    for (const lastFour of MAGIC) leases.set(lastFour, await world.lease(lastFour, PAYMENTS));
    merchant = await world.merchants.merchant({
      ...{ routingNumber: '231380104', accountNumber: '55500003' },
      accountType: 'checking',
    });
    delivered = await world.merchants.fund(merchant, 100_000, noon(THURSDAY));
  }, 60_000);
  afterAll(() => world.close());

  it('takes what is filed on its settlement day, before anybody has said no', async () => {
    await world.day(THURSDAY);
    expect(await schedules()).toEqual(
      Object.fromEntries(MAGIC.map((last) => [last, ['1 in_file 0', '2 scheduled 0']])),
    );
    expect(await holdings()).toBe(6 * 7_504 - 100_000);
    await world.day(FRIDAY);
    expect(await schedules()).toEqual(
      Object.fromEntries(MAGIC.map((last) => [last, ['1 paid 7504', '2 scheduled 0']])),
    );
    expect(await world.merchants.fundingStateOf(delivered)).toBe('settled');
    expect(await holdings()).toBe(6 * 7_504 - 100_000);
  });

  it('takes back on Monday what bounced, to the cent, and tells those customers', async () => {
    await world.day(MONDAY);
    const [paid, returned] = [
      ['1 paid 7504', '2 scheduled 0'],
      ['1 returned 0', '2 scheduled 0'],
    ];
    expect(await schedules()).toEqual({
      ...{ '4321': paid, '0061': paid, '0098': paid },
      ...{ '0001': returned, '0011': returned },
      // nothing more will be taken: it is up to the customer
      '0010': ['1 past_due 0', '2 scheduled 0'],
    });
    expect(await holdings()).toBe(3 * 7_504);
    const notices = await world.db.selectFrom('notices').selectAll().where('kind', '=', 'debit_returned').execute();
    expect(notices.map(({ lease_id }) => lease_id).sort()).toEqual(
      [leaseOf('0001'), leaseOf('0010'), leaseOf('0011')].sort(),
    );
    expect(notices.find(({ lease_id }) => lease_id === leaseOf('0001'))).toMatchObject({
      made_on: MONDAY,
      data: { paymentId: `PAY-${leaseOf('0001')}-1`, amountCents: 7_504, returnCode: 'R01' },
    });
  });

  it('stops autopay for him who never authorized it, and for nobody else', async () => {
    expect(await world.autopayStop(leaseOf('0010'))).toBe('R10');
    expect(await world.exceptions(leaseOf('0010'))).toEqual([expect.stringMatching(/^dispute: R10: /)]);
    for (const lastFour of ['4321', '0001', '0011', '0098'] as const) {
      expect(await world.autopayStop(leaseOf(lastFour))).toBeNull();
    }
  });

  it('owes the merchant again what his bank sent back, and leaves the lease Funded', async () => {
    const { merchants } = world;
    expect(await merchants.fundingStateOf(delivered)).toBe('bank_returned');
    expect(await merchants.ledgerOf(merchant)).toEqual({ paidCents: 0, owedCents: 100_000 });
    expect(await world.exceptions(merchant)).toEqual([expect.stringMatching(/^merchant_account_unusable: R03: /)]);
    expect((await merchants.lines(merchant)).map(({ kind, state, run_id }) => `${kind} ${state} ${run_id}`)).toEqual([
      `funding bank_returned FRUN-${THURSDAY}`,
      'carry held null',
    ]);
  });

  it('parks the return that comes once more, and pays the merchant once to a better account', async () => {
    const { merchants } = world;
    await world.day('2026-12-08');
    expect((await world.results()).filter((line) => line.includes('parked'))).toEqual([
      'R01 parked_duplicate: the entry is returned already',
    ]);
    expect(await holdings()).toBe(3 * 7_504);
    await merchants.account(merchant, {
      routingNumber: '231380104',
      accountNumber: '5554321',
      accountType: 'checking',
    });
    await world.day('2026-12-09');
    expect(await merchants.ledgerOf(merchant)).toEqual({ paidCents: 100_000, owedCents: 0 });
  });

  it('presents again what bounced for want of money, and takes it back again', async () => {
    // Returned on Monday: to settle on Thursday, filed on Wednesday, returned again on Friday.
    await world.days('2026-12-10', '2026-12-11');
    const entries = await world.entries(leaseOf('0001'));
    expect(entries.map(({ purpose, state, returned_on }) => `${purpose} ${state} ${returned_on}`)).toEqual([
      'debit returned 2026-12-07',
      'retry returned 2026-12-11',
    ]);
    expect(await world.schedule(leaseOf('0001'))).toEqual(['1 returned 0', '2 scheduled 0']);
    expect(await holdings()).toBe(3 * 7_504 - 100_000);
  });

  it('debits a corrected account from the next entry on, and sends nothing twice', async () => {
    const lease = leaseOf('0098');
    expect(await world.exceptions(lease)).toEqual([
      'notification_of_change: C01: to be corrected by 2026-12-15, or before the next entry',
    ]);
    await world.days('2026-12-17', '2026-12-18', '2026-12-21');
    const [first, second, ...more] = await world.entries(lease);
    expect([first?.account_id, second?.account_id]).toEqual([null, `ACC-C01-${first?.trace_number}`]);
    expect(more).toEqual([]);
    expect(await world.schedule(lease)).toEqual(['1 paid 7504', '2 paid 7504']);
    // The corrected account ends in 1111 and settles: nothing more is said of it.
    expect((await world.results()).filter((line) => line.startsWith('C'))).toEqual(['C01 applied']);
    expect(await world.entries(leaseOf('0010'))).toHaveLength(1);
  });

  it('parks what comes on day 61, leaves paid what was paid, and bank and books agree', async () => {
    const late = 'R10 parked_late: R10 after its window: the entry settled on 2026-12-04';
    await world.day('2027-02-02');
    expect(await world.results()).not.toContain(late);
    await world.day('2027-02-03');
    expect(await world.results()).toContain(late);
    expect((await world.schedule(leaseOf('0061')))[0]).toBe('1 paid 7504');
    expect(await world.exceptions(leaseOf('0061'))).toEqual([`bank_entry_parked: ${late.replace(/: R10/, ': R10')}`]);
    await holdings();
  });
});
