import { parseAchFile } from '../../../domain/nacha/parse';
import { CollectionWorld } from '../../support/collection-world';
import { embeddedLedger } from '../../support/ledger-database';

/** domain.md 3.2: every other Friday; Thanksgiving is 26 November, New Year a Friday. */
const DUES = ['2026-12-04', '2026-12-18', '2027-01-01'];
const PAYMENTS = DUES.map((dueOn) => ({ dueOn, amountCents: 7_504 }));

describe('debits of autopay customers', () => {
  let world: CollectionWorld;
  beforeEach(async () => {
    world = await CollectionWorld.open(await embeddedLedger());
  }, 60_000);
  afterEach(() => world.close());

  it('are filed on the banking day before their date, settle on it and pay the rent', async () => {
    const lease = await world.plantOne({ payments: PAYMENTS });

    expect(await world.day('2026-12-02')).toEqual({ runId: 'CRUN-2026-12-02', hasFile: false });
    expect(await world.entries(lease)).toEqual([]);
    expect(await world.day('2026-12-03')).toEqual({ runId: 'CRUN-2026-12-03', hasFile: true });
    expect(await world.entries(lease)).toEqual(['2026-12-04 debit WEB 7504 in_file']);
    expect(await world.schedule(lease)).toEqual([
      '1 in_file 0 of 7504',
      '2 scheduled 0 of 7504',
      '3 scheduled 0 of 7504',
    ]);

    await world.day('2026-12-04');
    expect(await world.entries(lease)).toEqual(['2026-12-04 debit WEB 7504 settled']);
    expect((await world.schedule(lease))[0]).toBe('1 paid 7504 of 7504');
    expect(world.files).toHaveLength(1);
    expect(parseAchFile(world.files[0]?.text ?? '').batches).toHaveLength(1);
  });

  it('roll forward over a holiday, never back', async () => {
    const lease = await world.plantOne({ payments: [{ dueOn: '2027-01-01', amountCents: 7_504 }] });
    await world.day('2026-12-30');
    expect(await world.entries(lease)).toEqual([]);
    await world.day('2026-12-31');
    expect(await world.entries(lease)).toEqual(['2027-01-04 debit WEB 7504 in_file']);
  });
});
