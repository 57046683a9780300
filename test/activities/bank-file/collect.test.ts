import { MockActivityEnvironment } from '@temporalio/testing';
import { bankFileActivities } from '../../../activities/bank-file';
import { applyBankFile } from '../../../activities/bank-file/apply';
import type { BankFile } from '../../../activities/ports';
import { bankFileNames } from '../../../db/bank-files';
import { BankWorld } from '../../support/bank-world';
import { handWrittenBankFile, type Saying } from '../../support/hand-written-bank-file';
import { on } from '../../support/lease-fixture';
import { embeddedLedger } from '../../support/ledger-database';

const [FRIDAY, MONDAY] = ['2026-12-04', '2026-12-07'] as const;

describe('what the bank’s folder holds', () => {
  let world: BankWorld;
  beforeAll(async () => {
    world = await BankWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => world.close());

  const collect = async (files: BankFile[], businessOn: string = MONDAY): Promise<string[]> => {
    const bank = { deliver: async () => undefined, collect: async () => files };
    const activities = bankFileActivities(world.deps(world.db, bank));
    return await new MockActivityEnvironment().run(
      async () => (await activities.collectBankFiles({ businessOn: on(businessOn) })).fileIds,
    );
  };
  const exceptions = async (): Promise<string[]> =>
    (await world.db.selectFrom('exceptions').select('detail').execute()).map(({ detail }) => detail);
  const said = (code: string): Saying => ({ code, traceNumber: '121042880000001', amountCents: 100 });
  const TEXT = handWrittenBankFile([said('R01')], { createdOn: FRIDAY });

  it('is kept sealed before anything of it counts, once, oldest first, and nothing dated later', async () => {
    const newer = handWrittenBankFile([said('R02')], { createdOn: MONDAY });
    const later = handWrittenBankFile([said('R03')], { createdOn: '2026-12-08' });
    const files = [
      { name: 'newer', text: newer },
      { name: 'older', text: TEXT },
      { name: 'again', text: TEXT },
      { name: 'later', text: later },
    ];
    const ids = [bankFileNames(TEXT).fileId, bankFileNames(newer).fileId];
    expect(await collect(files)).toEqual(ids);
    expect(await collect(files)).toEqual(ids);
    const rows = await world.db.selectFrom('bank_files').selectAll().execute();
    expect(rows.map(({ file_id }) => file_id)).toHaveLength(3);
    expect(rows.filter(({ content }) => content.includes('Paul Jones'))).toEqual([]);
    await applyBankFile(world.deps())({ fileId: ids[0] ?? '' });
    expect(await collect([])).toEqual(ids.slice(1));
    expect(await world.results(ids[0])).toEqual(['R01 parked_unknown_trace: no entry of ours has this trace number']);
  });

  it.each([
    ['its hash is wrong', TEXT.replace('0011100002', '0011100003'), 'CONTROL_TOTALS'],
    [
      'a record is missing',
      TEXT.split('\n')
        .filter((line) => !line.startsWith('7'))
        .join('\n'),
      'RECORD_ORDER',
    ],
    ['a letter is not ASCII', TEXT.replace('Paul', 'Paúl'), 'CHARACTER_SET'],
    ['an amount is not what the totals say', TEXT.replace('0000000100', '0000000101'), 'CONTROL_TOTALS'],
  ])('is left out when %s: an exception says line and rule, and the others go on', async (_what, text, rule) => {
    const file = bankFileNames(text);
    expect(await collect([{ name: 'damaged.ach', text }])).not.toContain(file.fileId);
    await collect([{ name: 'damaged.ach', text }]);
    const said = (await exceptions()).filter((detail) => detail.includes(rule));
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]).toMatch(/^damaged\.ach: \/lines\/\d+ [A-Z_]+; nothing of it was applied$/);
    expect(said.join()).not.toContain('123456789');
  });

  it('is nothing when it is cut at any byte', async () => {
    const known = await collect([]);
    const cuts = Array.from({ length: TEXT.length - 1 }, (_, length) => ({
      name: 'cut',
      text: TEXT.slice(0, length + 1),
    }));
    // Every byte is tried by the reader's own tests; here enough that none slips past the keeping.
    const some = cuts.filter(({ text }) => text.length % 37 === 0 || text.length > TEXT.length - 3);
    expect(await collect(some)).toEqual(known);
    const before = (await exceptions()).filter((detail) => detail.startsWith('cut: ')).length;
    expect(before).toBe(some.length);
  }, 30_000);
});
