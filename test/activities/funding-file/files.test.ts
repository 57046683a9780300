import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { markReportTaken, untakenReports } from '../../../activities/funding-file/reports';
import { takeDown } from '../../../activities/funding-file/take-down';
import { startUnstartedFundingFiles } from '../../../activities/funding-file/unstarted';
import type { Trx } from '../../../db/database';
import { readPieces } from '../../../db/funding-file-pieces';
import { FundingFileWorld, fileOf, MERCHANT } from '../../support/funding-file-world';
import { Killer, killPoints } from '../../support/kill-point';
import { embeddedLedger } from '../../support/ledger-database';

jest.setTimeout(120_000);

describe('a funding file', () => {
  let files: FundingFileWorld;
  beforeAll(async () => {
    files = await FundingFileWorld.open(await embeddedLedger());
  }, 60_000);
  afterAll(() => files.close());

  const unknown = (count: number): string =>
    fileOf(...Array.from({ length: count }, (_, index) => files.row({ leaseId: String(9_000_000_000 + index) })));
  const rowsOf = async (name: string) =>
    await files.db.selectFrom('funding_files').selectAll().where('name', '=', name).execute();
  const due = async (): Promise<string[]> =>
    (await untakenReports(files.db, MERCHANT)).map(({ resultName }) => resultName);
  const contentOf = async (fileId: string): Promise<Buffer> => {
    const pieces: Buffer[] = [];
    for await (const piece of readPieces(files.db, files.world.cipher, fileId, 'content')) pieces.push(piece);
    return Buffer.concat(pieces);
  };

  it('is kept byte by byte, in pieces nobody can read', async () => {
    const bytes = Buffer.concat([Buffer.from('Vogelsang'), randomBytes(600_000)]);
    const { fileId } = await files.receive(bytes);
    expect((await contentOf(fileId)).equals(bytes)).toBe(true);
    const { rows } = await sql<{
      content: Buffer;
    }>`SELECT content FROM funding_file_chunks WHERE file_id = ${fileId}`.execute(files.db);
    expect(rows).toHaveLength(3);
    expect(rows.filter(({ content }) => content.includes('Vogelsang'))).toEqual([]);
  });

  it('is one file however often it comes under its name, also at the same time', async () => {
    const [name, content] = [files.newName(), unknown(3)];
    const received = await Promise.all(Array.from({ length: 4 }, () => files.receive(content, { name })));
    expect(new Set(received.map(({ fileId }) => fileId)).size).toBe(1);
    expect(received.filter(({ isKnown }) => !isKnown)).toHaveLength(1);
    expect(await rowsOf(name)).toHaveLength(1);
    expect(await files.db.selectFrom('funding_files').selectAll().where('state', '=', 'receiving').execute()).toEqual(
      [],
    );
  });

  it('killed while it comes in, and sent again, is one file', async () => {
    const counter = new Killer();
    await files.asProcess(counter, (db) => files.receive(unknown(1), { name: files.newName(), db }));
    for (const point of killPoints(counter.stepCount)) {
      const [name, content] = [
        files.newName(),
        fileOf(files.row({ leaseId: '9999999999' }, { customer: randomBytes(8).toString('hex') })),
      ];
      await files.asProcess(new Killer(point), (db) => files.receive(content, { name, db })).catch(() => undefined);
      const { fileId } = await files.receive(content, { name });
      const kept = (await rowsOf(name)).filter(({ state }) => state !== 'receiving');
      expect({ point, ids: kept.map(({ file_id }) => file_id) }).toEqual({ point, ids: [fileId] });
      expect((await contentOf(fileId)).toString()).toBe(content);
    }
  });

  it('that was kept, though its sender never heard so, stays whole', async () => {
    const [name, content] = [files.newName(), unknown(9)];
    const loseAnswer = () => ({
      async execute(work: (trx: Trx) => Promise<unknown>) {
        await files.db.transaction().execute(work);
        throw new Error('the answer to COMMIT is lost');
      },
    });
    const deaf = new Proxy(files.db, {
      get(db, member) {
        if (member === 'transaction') return loseAnswer;
        const value: unknown = Reflect.get(db, member);
        return typeof value === 'function' ? (...args: unknown[]): unknown => Reflect.apply(value, db, args) : value;
      },
    });
    await expect(files.receive(content, { name, db: deaf })).rejects.toThrow('the answer to COMMIT is lost');
    const { fileId, isKnown } = await files.receive(content, { name });
    expect([isKnown, (await contentOf(fileId)).toString()]).toEqual([true, content]);
  });

  it('that breaks off was never here', async () => {
    const before = await files.db.selectFrom('funding_file_chunks').select('file_id').execute();
    const broken = files.receiveFrom(
      (async function* () {
        yield randomBytes(300_000);
        throw new Error('the line went dead');
      })(),
    );
    await expect(broken).rejects.toThrow('the line went dead');
    expect(await files.db.selectFrom('funding_file_chunks').select('file_id').execute()).toEqual(before);
  });

  it('that is too large is read no further than that shows, and not kept (F4)', async () => {
    let sent = 0;
    const endless = (async function* () {
      for (;;) yield randomBytes((sent += 1) && 100);
    })();
    const deps = { db: files.db, cipher: files.world.cipher };
    await files.db
      .insertInto('funding_files')
      .values({
        file_id: 'FFL-0',
        merchant_id: MERCHANT,
        name: 'x',
        channel: 'api',
        received_by: 'x',
        state: 'receiving',
        received_at: '2026-11-24T00:00:00.000Z' as never,
      })
      .execute();
    expect(await takeDown(deps, 'FFL-0', endless, 1_000)).toMatchObject({ byteCount: 1_001, isTooLarge: true });
    expect(sent).toBe(11);
  });

  it('under another name gets the report of the first with its bytes, and moves nothing (F5)', async () => {
    const lease = await files.acceptedLease();
    const content = fileOf(files.row(lease));
    const first = await files.receive(content);
    const second = await files.receive(content);
    expect(second).toMatchObject({ isKnown: false, isRejected: false });
    expect(await files.stage(second.fileId)).toEqual({ next: 'original' });
    expect(await files.repeat(second.fileId)).toBe(false);

    await files.stage(first.fileId);
    await files.judge({ fileId: first.fileId, fromRow: 1, toRow: 10 });
    const report = await files.report(first.fileId);
    expect(await files.repeat(second.fileId)).toBe(true);
    expect(await files.repeat(second.fileId)).toBe(true);
    expect(await files.reportText(second.fileId)).toBe(report);
    expect(report).toContain('FUNDED');
    expect(files.leases.told.filter(({ leaseId }) => leaseId === lease.leaseId)).toHaveLength(1);
  });

  it('under the name of other bytes is refused, and the first report stays (F6)', async () => {
    const name = files.newName();
    const { fileId, report } = await files.process(unknown(7), name);
    const other = await files.receive(unknown(8), { name });
    expect(other).toMatchObject({ isKnown: false, isRejected: true, code: 'NAME_REUSED' });
    expect(await files.receive(unknown(8), { name })).toMatchObject({ fileId: other.fileId, isKnown: true });
    expect(await files.reportText(other.fileId)).toContain('NAME_REUSED');
    expect(await files.reportText(fileId)).toBe(report);
    expect((await due()).filter((resultName) => resultName.includes(name))).toHaveLength(1);
  });

  it.each([
    ['BAD_FILE_NAME', { name: '../out/x\u0000.csv' }],
    ['MERCHANT_MISMATCH', { name: 'FUND_mer_acme_20261124_1.csv' }],
    ['CHECKSUM_MISMATCH', { sha256: '0'.repeat(64) }],
  ] as const)('that is refused unread, as %s, has its report at once', async (code, more) => {
    const { fileId, isRejected } = await files.receive(unknown(1), more);
    expect([isRejected, await files.stage(fileId)]).toEqual([true, { next: 'nothing' }]);
    expect(await files.reportText(fileId)).toMatch(
      new RegExp(`\r\n,rejected,${code},.*\r\n#TOTALS,0,0,0,0,0,0.00\r\n$`),
    );
  });

  it('that is wrong as a whole is refused, and none of its rows is kept (F1 to F3, F7)', async () => {
    const rows = [
      ...Array.from({ length: 700 }, (_, index) => files.row({ leaseId: String(9_100_000_000 + index) })),
      '#TRAILER,701,1.00',
    ];
    const { fileId } = await files.receive(fileOf(...rows));
    expect(await files.stage(fileId)).toEqual({ next: 'nothing' });
    expect(await files.codes(fileId)).toEqual([]);
    expect(await files.reportText(fileId)).toContain('TRAILER_MISMATCH');
    const repeat = await files.receive(fileOf(...rows));
    expect(await files.repeat(repeat.fileId)).toBe(true);
    expect(await files.reportText(repeat.fileId)).toBe(await files.reportText(fileId));
  });

  it('is told to its retailer once, refused or not', async () => {
    const { fileId } = await files.process(unknown(2));
    await files.report(fileId);
    const refused = await files.receive('');
    await files.stage(refused.fileId);
    const events = await files.db
      .selectFrom('events')
      .select(['event_id', 'data'])
      .where('type', '=', 'file.processed')
      .execute();
    const told = (id: string) => events.filter(({ event_id }) => event_id === `evt_${id}`).map(({ data }) => data);
    const counts = { rows: 2, accepted: 0, scheduled: 0, repeats: 0, rejected: 2 };
    expect(told(fileId)).toMatchObject([{ fileId, state: 'processed', code: null, counts, fundedCents: 0 }]);
    expect(told(refused.fileId)).toMatchObject([{ state: 'rejected', code: 'EMPTY' }]);
  });

  it('lays out its report once, and again when it is sent again; never what came over HTTPS alone', async () => {
    const [name, silent, content] = [files.newName(), files.newName(), unknown(4)];
    const { fileId } = await files.process(content, name);
    await files.receive(unknown(5), { name: silent, channel: 'api' });
    expect(await due()).toContain(`RESULT_${name}`);
    await markReportTaken(files.db, fileId);
    expect(await due()).not.toContain(`RESULT_${name}`);
    await files.receive(content, { name, channel: 'api' });
    expect(await due()).not.toContain(`RESULT_${name}`);
    await files.receive(content, { name });
    expect(await due()).toContain(`RESULT_${name}`);
    expect((await due()).filter((resultName) => resultName.includes(silent))).toEqual([]);
  });

  it('whose sender died is started, and what broke off long ago is taken away', async () => {
    const { fileId } = await files.receive(unknown(6));
    const started: string[] = [];
    const client = {
      workflow: { start: async (_: string, { workflowId }: { workflowId: string }) => void started.push(workflowId) },
    };
    await sql`UPDATE funding_files SET kept_at = now() - interval '25 hours'`.execute(files.db);
    await files.db
      .insertInto('funding_files')
      .values({
        file_id: 'FFL-1',
        merchant_id: MERCHANT,
        name: 'y',
        channel: 'api',
        received_by: 'x',
        state: 'receiving',
        received_at: '2026-11-24T00:00:00.000Z' as never,
        kept_at: '2020-01-01T00:00:00.000Z' as never,
      })
      .execute();
    expect(await startUnstartedFundingFiles(files.db, client as never)).toBeGreaterThan(0);
    expect(started).toContain(`funding-file:${fileId}`);
    expect(await rowsOf('y')).toEqual([]);
  });
});
