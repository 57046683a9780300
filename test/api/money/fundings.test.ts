import { fundingReads } from '../../../api/money/fundings';
import type { Caller } from '../../../api/ports';
import { parseAchFile } from '../../../domain/nacha/parse';
import { type LeaseId, leaseId, type MerchantId } from '../../../domain/ids';
import { runFile } from '../../../api/money/run-files';
import { FundingWorld, noon } from '../../support/funding-world';
import { embeddedLedger } from '../../support/ledger-database';

const OPERATIONS: Caller = { keyId: 'ops', kind: 'operations', merchantId: null, scopes: [] };
const retailer = (merchantId: MerchantId): Caller => ({ keyId: 'k', kind: 'retailer', merchantId, scopes: [] });
const PAGE = { limit: 25 };

/** Two merchants over two runs: one whose goods come back after it was paid, one paid once; and an invoice too late for both. */
describe('what a retailer is told of its fundings', () => {
  let world: FundingWorld;
  let [sofa, tires]: MerchantId[] = [];
  let leases: LeaseId[] = [];
  const reads = () => fundingReads({ db: world.db });
  const asSofa = () => retailer(known(sofa));
  const asTires = () => retailer(known(tires));

  beforeAll(async () => {
    world = new FundingWorld(await embeddedLedger());
    sofa = await world.merchant();
    tires = await world.merchant({ routingNumber: '091000019', accountNumber: '55501234', accountType: 'savings' });
    leases = await world.fundAll(sofa, [100_000, 45_025], noon('2026-07-01'));
    await world.fund(tires, 20_000, noon('2026-07-01'));
    await world.run('2026-07-01');
    await world.giveBack(sofa, known(leases[0]), 70_000, noon('2026-07-02'));
    await world.fund(sofa, 20_000, noon('2026-07-02'));
    await world.run('2026-07-02');
    await world.fund(sofa, 5_000, '2026-07-03T03:00:00.000Z' as never);
  }, 120_000);
  afterAll(() => world.close());

  it('a run shows it its own figures, which add up, and operations those of all', async () => {
    const own = await reads().run(asSofa(), 'FRUN-2026-07-01');
    const all = await reads().run(OPERATIONS, 'FRUN-2026-07-01');

    expect(own).toMatchObject({ businessOn: '2026-07-01', state: 'settled', grossCents: 145_025, paidCents: 145_025 });
    expect([own.traceNumber, own.effectiveOn]).toEqual([expect.stringMatching(/^12104288\d{7}$/), '2026-07-02']);
    expect(all).toMatchObject({
      grossCents: 165_025,
      paidCents: 165_025,
      traceNumber: null,
      effectiveOn: '2026-07-02',
    });
  });

  it('a run that owes it nothing carries the rest, and pays without a trace of an entry', async () => {
    const run = await reads().run(asSofa(), 'FRUN-2026-07-02');

    expect(run).toMatchObject({
      grossCents: 20_000,
      adjustmentsCents: -70_000,
      carryInCents: 0,
      carryOutCents: -50_000,
    });
    expect([run.paidCents, run.traceNumber, run.effectiveOn]).toEqual([0, null, null]);
  });

  it('a run without it has zeros in it, and one that never was is not found', async () => {
    expect(await reads().run(asTires(), 'FRUN-2026-07-02')).toMatchObject({ grossCents: 0, paidCents: 0 });
    await expect(reads().run(asTires(), 'FRUN-2026-07-03')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('lists every line of its own once, newest first, page by page, and none of another', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await reads().list(asSofa(), { limit: 2, cursor });
      seen.push(...page.data.map(({ fundingId }) => fundingId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    const whole = await reads().list(asSofa(), { limit: 100 });

    expect(seen).toEqual(whole.data.map(({ fundingId }) => fundingId));
    expect(new Set(seen).size).toBe(seen.length);
    expect(whole.nextCursor).toBeNull();
    expect(whole.data[0]).toMatchObject({ kind: 'funding', grossCents: 5_000, runId: null, state: 'eligible' });
    expect((await reads().list(asTires(), PAGE)).data.map(({ grossCents }) => grossCents)).toEqual([20_000]);
    expect((await reads().list(OPERATIONS, { limit: 100 })).data).toHaveLength(whole.data.length + 1);
  });

  it('the lines of a run add up to what it pays, and bear its trace', async () => {
    for (const runId of ['FRUN-2026-07-01', 'FRUN-2026-07-02']) {
      const { data } = await reads().list(asSofa(), { ...PAGE, runId });
      const run = await reads().run(asSofa(), runId);

      expect(data.reduce((sum, { netCents }) => sum + netCents, 0)).toBe(run.paidCents);
      expect(new Set(data.map(({ traceNumber }) => traceNumber))).toEqual(new Set([run.traceNumber]));
    }
  });

  it.each([
    ['from the day of a run on, and by the posting in New York where there is none', { from: '2026-07-02' }, 5],
    ['a posting of 23:00 in New York belongs to that day', { from: '2026-07-03' }, 0],
    ['to the day of a run', { to: '2026-07-01' }, 2],
    ['of one day', { from: '2026-07-02', to: '2026-07-02' }, 5],
    ['of one state', { state: 'eligible' }, 2],
    ['of a run', { runId: 'FRUN-2026-07-02' }, 3],
    ['of a run that never was', { runId: 'FRUN-2026-07-09' }, 0],
  ])('filters: %s', async (_what, filters, count) => {
    const { data } = await reads().list(asSofa(), { ...PAGE, ...(filters as object) });

    expect(data.map(({ kind, netCents }) => `${kind} ${netCents}`)).toHaveLength(count);
  });

  it('finds the lines of a lease, and nothing for the lease of another', async () => {
    const id = known(leases[0]);

    expect((await reads().list(asSofa(), { ...PAGE, leaseId: id })).data.map(({ kind }) => kind)).toEqual([
      'return',
      'funding',
    ]);
    expect((await reads().list(asTires(), { ...PAGE, leaseId: id })).data).toEqual([]);
    expect((await reads().list(asTires(), { ...PAGE, leaseId: leaseId('4999999999') })).data).toEqual([]);
  });

  it('lists runs newest first, and continues where it stopped', async () => {
    const first = await reads().runs(asSofa(), { limit: 1 });
    const second = await reads().runs(asSofa(), { limit: 1, cursor: first.nextCursor ?? '' });

    expect([...first.data, ...second.data].map(({ runId }) => runId)).toEqual(['FRUN-2026-07-02', 'FRUN-2026-07-01']);
    expect(second.nextCursor).toBeNull();
  });

  it.each(['bm9uc2Vuc2U', 'WyIyMDI2Il0', 'W10'])('takes no cursor of another making: %s', async (cursor) => {
    await expect(reads().list(asSofa(), { ...PAGE, cursor })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await expect(reads().runs(asSofa(), { ...PAGE, cursor })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('reports a run as CSV whose total is the entry in the file, to the cent', async () => {
    const csv = await reads().report(asSofa(), 'FRUN-2026-07-01');
    const rows = csv.split('\r\n').map((line) => line.split(','));
    const file = parseAchFile(await runFile(world.db, world.cipher, 'FRUN-2026-07-01'));
    const trace = (await reads().run(asSofa(), 'FRUN-2026-07-01')).traceNumber;
    const entry = file.batches.flatMap(({ entries }) => entries).find(({ traceNumber }) => traceNumber === trace);

    expect(rows[0]?.join(',')).toBe(
      'runId,businessOn,kind,leaseId,invoiceNumber,grossCents,adjustmentCents,netCents,traceNumber,effectiveOn',
    );
    expect(rows.slice(1, 3).map((row) => row[7])).toEqual(expect.arrayContaining(['100000', '45025']));
    expect(rows[3]).toEqual(['TOTAL', '2026-07-01', '', '', '', '145025', '0', '145025', trace, '2026-07-02']);
    expect(entry?.amountCents).toBe(145_025);
    expect(rows[4]).toEqual(['']);
    expect(rows).toHaveLength(5);
  });

  it('reports a run that pays nothing with its carry, so that it adds up to nothing', async () => {
    const csv = await reads().report(asSofa(), 'FRUN-2026-07-02');

    expect(csv).toMatch(/,carry,,,0,50000,50000,,\r\n/);
    expect(csv).toMatch(/\r\nTOTAL,2026-07-02,,,,20000,-20000,0,,\r\n$/);
  });

  it('lets no invoice number become a formula, or break a line', async () => {
    await world.db
      .updateTable('funding_lines')
      .set({ invoice_number: '=HYPERLINK("x"),\r\n1' })
      .where('lease_id', '=', known(leases[1]))
      .execute();
    const csv = await reads().report(asSofa(), 'FRUN-2026-07-01');

    expect(csv).toContain(`,"'=HYPERLINK(""x""),\r\n1",`);
  });

  it('hands out the file of a run as it is, and none where there is none', async () => {
    expect(await runFile(world.db, world.cipher, 'FRUN-2026-07-01')).toBe(world.bank.files[0]?.text);
    await expect(runFile(world.db, world.cipher, 'FRUN-2026-07-02')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

function known<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('not there yet');
  return value;
}
