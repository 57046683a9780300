import { sql } from 'kysely';
import type { WorldLease } from '../../support/activity-world';
import { FundingFileWorld, fileOf } from '../../support/funding-file-world';
import { Killer, killPoints } from '../../support/kill-point';
import { embeddedLedger } from '../../support/ledger-database';

jest.setTimeout(120_000);

describe('the rows of a funding file', () => {
  let files: FundingFileWorld;
  beforeAll(async () => {
    files = await FundingFileWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => files.close());

  const staged = async (...rows: string[]): Promise<string> => {
    const { fileId } = await files.receive(fileOf(...rows));
    await files.stage(fileId);
    return fileId;
  };
  const ALL = { fromRow: 1, toRow: 1_000 };
  const toldOf = ({ leaseId }: WorldLease) => files.leases.told.filter((told) => told.leaseId === leaseId);

  it('are judged each by itself, and only those are told that are right', async () => {
    const [one, later, dear, early] = [
      await files.acceptedLease(),
      await files.acceptedLease(),
      await files.acceptedLease(),
      await files.acceptedLease(),
    ];
    const unsigned = files.leases.know(await (await files.world.applied()).contracts());
    const { codes, report } = await files.process(
      fileOf(
        files.row(one),
        files.row(later, { on: '2026-12-01', amount: '"1,000.00"' }),
        files.row(dear, { amount: '999.99' }),
        files.row(one),
        files.row({ leaseId: '12345' }),
        files.row(unsigned),
        files.row(early, { on: '2026-10-01' }),
        files.row({ leaseId: '9999999999' }),
        files.row(dear, { store: 'BestSofa Fresno' }),
        files.row({ leaseId: early.leaseId.replace(/^1/, '2') }, { customer: 'Nobody' }),
      ),
    );
    expect(codes.slice(0, 7)).toEqual([
      ...['FUNDED', 'SCHEDULED', 'AMOUNT_MISMATCH', 'DUPLICATE_IN_FILE', 'INVALID_LEASE_ID'],
      ...['NOT_SIGNED', 'DELIVERY_DATE_OUT_OF_WINDOW'],
    ]);
    expect(codes.slice(7)).toEqual(['LEASE_NOT_FOUND', 'DUPLICATE_IN_FILE', 'LEASE_NOT_FOUND']);
    expect([one, later, dear, early].map((lease) => toldOf(lease).length)).toEqual([1, 1, 0, 1]);
    expect([one.diary.lease.status, later.diary.lease.fundingScheduledFor]).toEqual(['funded', '2026-12-01']);
    const lines = report.split('\r\n');
    expect(lines[1]).toContain(',1,accepted,FUNDED,');
    expect(lines[1]).toMatch(/,funded,1000\.00,FRUN-2026-11-24,2026-11-25$/);
    expect(lines.at(-2)).toBe('#TOTALS,10,1,1,0,8,1000.00');
  });

  it('that were told before they were written down, are told the same and mean the same', async () => {
    const lease = await files.acceptedLease();
    const calm = await staged(files.row(lease));
    const counter = new Killer();
    await files.asProcess(counter, (db) => files.judge({ fileId: calm, ...ALL }, db));
    expect(await files.codes(calm)).toEqual(['FUNDED']);

    for (const point of killPoints(counter.stepCount)) {
      const [other, fileId] = await (async () => {
        const accepted = await files.acceptedLease();
        return [accepted, await staged(files.row(accepted))] as const;
      })();
      const killed = files.asProcess(new Killer(point), (db) => files.judge({ fileId, ...ALL }, db));
      await killed.catch(() => undefined);
      expect(await files.judge({ fileId, ...ALL })).toBe(0);
      const messages = new Set(toldOf(other).map(({ messageId }) => messageId));
      expect({ point, codes: await files.codes(fileId), messageCount: messages.size }).toEqual({
        ...{ point, codes: ['FUNDED'], messageCount: 1 },
      });
    }
  });

  it('of a lease that cannot be told, or does not answer, hold up nobody, and are asked again', async () => {
    const [broken, silent, fine] = [
      await files.acceptedLease(),
      await files.acceptedLease(),
      await files.acceptedLease(),
    ];
    files.leases.broken.add(broken.leaseId);
    files.leases.silent.add(silent.leaseId);
    const fileId = await staged(files.row(broken), files.row(silent), files.row(fine));

    expect(await files.judge({ fileId, ...ALL })).toBe(2);
    expect(await files.codes(fileId)).toEqual([null, null, 'FUNDED']);
    await expect(files.report(fileId)).rejects.toThrow('has no code yet');

    files.leases.silent.clear();
    expect(await files.judge({ fileId, ...ALL })).toBe(1);
    expect(await files.codes(fileId)).toEqual([null, 'FUNDED', 'FUNDED']);
    expect(toldOf(fine)).toHaveLength(1);

    expect(await files.judge({ fileId, ...ALL, isLastCall: true })).toBe(0);
    expect(await files.codes(fileId)).toEqual(['NOT_ANSWERED', 'FUNDED', 'FUNDED']);
    expect((await files.report(fileId)).split('\r\n').at(-2)).toBe('#TOTALS,3,2,0,0,1,2000.00');
  });

  it('of a customer whose sealed name was altered hold up nobody either', async () => {
    const [altered, fine] = [await files.acceptedLease(), await files.acceptedLease()];
    await sql`UPDATE applicants SET details = set_byte(details, length(details) - 1, 1 # get_byte(details, length(details) - 1))
               WHERE lease_id = ${altered.leaseId}`.execute(files.db);
    const fileId = await staged(files.row(altered), files.row(fine));
    expect(await files.judge({ fileId, ...ALL })).toBe(1);
    expect(await files.judge({ fileId, ...ALL, isLastCall: true })).toBe(0);
    expect(await files.codes(fileId)).toEqual(['NOT_ANSWERED', 'FUNDED']);
    expect(toldOf(altered)).toEqual([]);
  });

  it('that name the lease of another retailer are answered like unknown ones', async () => {
    const foreign = await files.acceptedLease();
    await sql`UPDATE leases SET merchant_id = 'mer_acme' WHERE lease_id = ${foreign.leaseId}`.execute(files.db);
    const { codes, report } = await files.process(fileOf(files.row(foreign), files.row({ leaseId: '9999999999' })));
    expect(codes).toEqual(['LEASE_NOT_FOUND', 'LEASE_NOT_FOUND']);
    const [, own = '', unknown = ''] = report.split('\r\n');
    expect(own.replace(foreign.leaseId, '9999999999').replace(',1,rejected', ',2,rejected')).toBe(unknown);
    expect(toldOf(foreign)).toEqual([]);
  });

  it('of a lease that is funded already are harmless repeats, and fund nothing', async () => {
    const lease = await files.acceptedLease();
    await files.process(fileOf(files.row(lease)));
    const again = await files.process(fileOf(files.row(lease), ''));
    expect(again.codes).toEqual(['ALREADY_FUNDED']);
    expect(again.report.split('\r\n').at(-2)).toBe('#TOTALS,1,0,0,1,0,0.00');
    expect(toldOf(lease)).toHaveLength(1);
  });

  it('lie in SQL without a name that anybody could read', async () => {
    const lease = await files.acceptedLease();
    await files.process(fileOf(files.row(lease)));
    for (const table of [
      'funding_files',
      'funding_file_rows',
      'funding_file_chunks',
      'requests',
      'events',
      'timeline',
    ]) {
      const { rows } = await sql<{ text: string }>`SELECT t::text AS text FROM ${sql.table(table)} t`.execute(files.db);
      const found = rows.filter(
        ({ text }) => /vogelsang/i.test(text) || text.includes(Buffer.from('Vogelsang').toString('hex')),
      );
      expect([table, found]).toEqual([table, []]);
    }
  });
});
